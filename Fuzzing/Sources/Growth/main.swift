// Finds readings that take more than their share of a longer document:
// `Growth [--bytes N] [--places N] [--only TEXT] FILE…`. Each hostile document is read at N, 2N and 4N bytes; processor
// time that grows by more than 2.6 at both doublings is a finding, and the exit code is 1. Ratios, not seconds: the same on
// a slow machine.
import Foundation

guard let options = Options(Array(CommandLine.arguments.dropFirst())) else {
    print("usage: Growth [--bytes N] [--places N] [--only TEXT] FILE…")
    exit(64)
}
let (count, findings) = try options.files.reduce(into: (0, 0)) { sums, file in
    let original = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
    for hostile in Hostile.all(from: original, name: file, places: options.places) {
        if let only = options.only, !hostile.name.contains(only) { continue }
        sums.0 += 1
        guard let finding = Growth.finding(hostile, file: file, length: options.bytes) else { continue }
        sums.1 += 1
        FileHandle.standardOutput.write(Data((finding + "\n").utf8))
    }
}
print("\(count) documents, \(findings) findings")
exit(findings == 0 ? 0 : 1)
