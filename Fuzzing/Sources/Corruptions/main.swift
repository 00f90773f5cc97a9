// Damages documents and reads them: `Corruptions COUNT FILE…`. Prints flaws and the slowest readings; a process of its own
// so that a release build serves it. `Corruptions -SEED FILE` writes one damaged document,
// `Corruptions 0 FILE…` times documents as they are.
import Checked
import Foundation

let arguments = CommandLine.arguments.dropFirst()
guard let count = arguments.first.flatMap({ Int($0) }), arguments.count > 1 else {
    print("usage: Corruptions COUNT FILE…")
    exit(64)
}
if count < 0, let path = arguments.dropFirst().first {
    let bytes = Corruption.corrupted(Array(try Data(contentsOf: URL(fileURLWithPath: path))), seed: UInt64(-count))
    FileHandle.standardOutput.write(Data(bytes))
    exit(0)
}
let files = Array(arguments.dropFirst())
if count == 0 {
    // The documents as they are, with the time that each takes.
    for file in files {
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
        let clock = ContinuousClock()
        let start = clock.now
        let flaws = CheckedReading.flaws(bytes, path: file)
        let seconds = start.duration(to: clock.now) / .seconds(1)
        print("\(Double(Int(seconds * 1000)) / 1000) s, \(bytes.count) bytes: \(file) \(flaws.first ?? "")")
    }
    exit(0)
}
let originals = try files.map { Array(try Data(contentsOf: URL(fileURLWithPath: $0))) }
var slowest: [(milliseconds: Double, kilobytes: Int, name: String)] = []
var failures = 0
for number in 0..<count {
    let path = files[number % files.count]
    let bytes = Corruption.corrupted(originals[number % files.count], seed: UInt64(number))
    let name = "\(path), seed \(number)"
    let clock = ContinuousClock()
    let start = clock.now
    let flaws = CheckedReading.flaws(bytes, path: path)
    let duration = start.duration(to: clock.now) / .milliseconds(1)
    for flaw in flaws { print("\(name): \(flaw)") }
    failures += flaws.isEmpty ? 0 : 1
    slowest.append((duration, bytes.count / 1000, name))
    if slowest.count > 200 { slowest = Array(slowest.sorted { $0.milliseconds > $1.milliseconds }.prefix(10)) }
}
print("\(count) documents, \(failures) with flaws; slowest:")
for reading in slowest.sorted(by: { $0.milliseconds > $1.milliseconds }).prefix(10) {
    print("  \(Int(reading.milliseconds)) ms, \(reading.kilobytes) kB: \(reading.name)")
}
exit(failures == 0 ? 0 : 1)
