// Damages documents and reads them: `Corruptions COUNT FILE…`. Prints flaws and the slowest readings; a process of its own
// so that a release build serves it. `Corruptions -SEED FILE` writes one damaged document,
// `Corruptions 0 FILE…` times documents as they are, `Corruptions huge MEGABYTES FILE…` reads huge ones made of them.
import Checked
import Foundation

let arguments = CommandLine.arguments.dropFirst()
if arguments.first == "huge", let megabytes = arguments.dropFirst().first.flatMap({ Int($0) }) {
    exit(try Huge.run(arguments.dropFirst(2).map(Original.init), length: megabytes << 20) ? 0 : 1)
}
guard let count = arguments.first.flatMap({ Int($0) }), arguments.count > 1 else {
    print("usage: Corruptions COUNT FILE… | huge MEGABYTES FILE…")
    exit(64)
}
if count < 0, let path = arguments.dropFirst().first {
    let bytes = Corruption.corrupted(Array(try Data(contentsOf: URL(fileURLWithPath: path))), seed: UInt64(-count))
    FileHandle.standardOutput.write(Data(bytes))
    exit(0)
}
let originals = try arguments.dropFirst().map(Original.init)
if count == 0 {
    // The documents as they are, with the time that each takes.
    for original in originals where !original.isSet {
        let bytes = original.files[0].bytes
        let start = Processor.seconds()
        let flaws = CheckedReading.flaws(bytes, path: original.path)
        let seconds = Processor.seconds() - start
        print("\(Double(Int(seconds * 1000)) / 1000) s, \(bytes.count) bytes: \(original.path) \(flaws.first ?? "")")
    }
    exit(0)
}
var slowest: [(milliseconds: Double, kilobytes: Int, name: String)] = []
var failures = 0
let begin = Processor.seconds()
for number in 0..<count {
    let original = originals[number % originals.count]
    let document = original.damaged(UInt64(number))
    let name = "\(original.path), seed \(number)"
    let start = Processor.seconds()
    let flaws = document.flaws()
    let duration = (Processor.seconds() - start) * 1000
    for flaw in flaws { print("\(name): \(flaw)") }
    failures += flaws.isEmpty ? 0 : 1
    slowest.append((duration, document.size / 1000, name))
    if slowest.count > 200 { slowest = Array(slowest.sorted { $0.milliseconds > $1.milliseconds }.prefix(10)) }
}
print("\(count) documents, \(failures) with flaws, \(Int(Processor.seconds() - begin)) s; slowest:")
for reading in slowest.sorted(by: { $0.milliseconds > $1.milliseconds }).prefix(5) {
    print("  \(Int(reading.milliseconds)) ms, \(reading.kilobytes) kB: \(reading.name)")
}
exit(failures == 0 ? 0 : 1)
