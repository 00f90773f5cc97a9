import Checked
import Foundation

/// Documents of many megabytes: read at half of a length and at the whole of it, the account held each time.
enum Huge: String, CaseIterable {
    /// The document again and again.
    case doubled = "doubled sections"
    /// The same with its lines in any order.
    case shuffled = "shuffled lines"
    /// The same on one line.
    case oneLine = "one line"
    /// The document with marks that open and never close in its middle.
    case nested = "deep nesting"
    /// One of its lines again and again in its place, and the end cut off.
    case truncated = "lines again, truncated"

    /// The most that a doubling may cost; 2 is linear.
    private static let most = 2.6

    /// Reads every kind of every document, in turn; false when there is a finding.
    static func run(_ originals: [Original], length: Int) -> Bool {
        var isWell = true
        for (number, original) in originals.enumerated() where !original.isSet {
            for (index, kind) in allCases.enumerated() where (index + number) % 2 == 0 {
                let document = original.files[0].bytes
                let (half, whole) = (kind.document(document, length / 2), kind.document(document, length))
                var short = read(half, original.path).seconds
                let reading = read(whole, original.path)
                var long = reading.seconds
                // What else runs makes the clock rough: what looks bad is read again.
                if long / short >= most {
                    (short, long) = (
                        min(short, read(half, original.path).seconds), min(long, read(whole, original.path).seconds)
                    )
                }
                // A reading that stops at a bound takes no time at all.
                let isLinear = long < 0.5 || long / short < most
                isWell = isWell && isLinear && reading.flaws.isEmpty
                let line =
                    "\(tenths(long)) s, \(whole.count >> 20) MB, × \(tenths(long / short)) from the half: "
                    + "\(original.path), \(kind.rawValue)\(isLinear ? "" : " NOT LINEAR") \(reading.flaws.prefix(3))\n"
                FileHandle.standardOutput.write(Data(line.utf8))
            }
        }
        return isWell
    }

    private static func read(_ bytes: [UInt8], _ path: String) -> (seconds: Double, flaws: [String]) {
        let start = Processor.seconds()
        let flaws = CheckedReading.flaws(bytes, path: path)
        return (Processor.seconds() - start, flaws)
    }

    private static func tenths(_ value: Double) -> Double { Double(Int(value * 10)) / 10 }

    private func document(_ original: [UInt8], _ length: Int) -> [UInt8] {
        func again(_ piece: [UInt8], _ length: Int) -> [UInt8] {
            var bytes: [UInt8] = []
            bytes.reserveCapacity(length + piece.count)
            while bytes.count < length { bytes += piece }
            return bytes
        }
        let lines = original.split(separator: 0x0A)
        let middle = lines.isEmpty ? 0 : lines[lines.count / 2].startIndex
        switch self {
        case .doubled: return again(original, length)
        case .shuffled:
            var generator = SeededGenerator(seed: 7)
            let shuffled = again(original, length).split(separator: 0x0A).shuffled(using: &generator)
            return Array(shuffled.joined(separator: [0x0A]))
        case .oneLine: return again(original.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }, length)
        case .nested:
            let mark = Array("<ul><li>**[(".utf8)
            return original[..<middle] + again(mark, length - original.count) + original[middle...]
        case .truncated:
            let line = lines.isEmpty ? [0x61] : Array(lines[lines.count / 2])
            return original[..<middle] + again(line + [0x0A], length - middle) + line.prefix(line.count / 2)
        }
    }
}
