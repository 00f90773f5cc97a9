// Finds readings that take more than their share of a longer document: `Growth [--bytes N] [--places N] [--part I/N] FILE…`.
// Each hostile document is read at N, 2N and 4N bytes; processor time that grows by more than 2.6 at both doublings is a
// finding, and the exit code is 1. Ratios, not seconds: the same on a slow machine.
import Checked
import FicheReaders
import Foundation

/// Processor seconds that a reading takes.
func seconds(_ bytes: [UInt8], _ path: String) -> Double {
    let start = Processor.seconds()
    _ = ReaderCatalogue().read(bytes, path: path)
    return Processor.seconds() - start
}

var arguments = Array(CommandLine.arguments.dropFirst())
func option(_ name: String) -> String? {
    guard let index = arguments.firstIndex(of: name), index + 1 < arguments.count else { return nil }
    defer { arguments.removeSubrange(index...(index + 1)) }
    return arguments[index + 1]
}
let length = option("--bytes").flatMap { Int($0) } ?? 32_000
let places = option("--places").flatMap { Int($0) } ?? 6
let only = option("--only")
let most = 2.6
/// Below this many seconds the clock says more about the machine than about the reader.
let shortest = 0.02
guard !arguments.isEmpty else {
    print("usage: Growth [--bytes N] [--places N] [--only TEXT] FILE…")
    exit(64)
}
var (count, findings) = (0, 0)
for file in arguments {
    let original = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
    for hostile in Hostile.all(from: original, name: file, places: places) {
        if let only, !hostile.name.contains(only) { continue }
        count += 1
        let (one, four) = (hostile.document(length), hostile.document(4 * length))
        let long = seconds(four, file)
        guard long > shortest, long / seconds(one, file) > most * 2 else { continue }
        // Again, and at both doublings: a first reading pays for what is made once.
        let two = hostile.document(2 * length)
        let times = [one, two, four].map { bytes in min(seconds(bytes, file), seconds(bytes, file)) }
        guard times[1] / times[0] > most * 0.8, times[2] / times[1] > most else { continue }
        findings += 1
        let ratios = [times[1] / times[0], times[2] / times[1]].map { Double(Int($0 * 10)) / 10 }
        print("\(Int(times[2] * 1000)) ms at \(4 * length / 1000) kB, × \(ratios[0]) then × \(ratios[1]): \(hostile.name)")
        fflush(stdout)
    }
}
print("\(count) documents, \(findings) findings")
exit(findings == 0 ? 0 : 1)
