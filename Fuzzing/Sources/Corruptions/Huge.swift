import Checked
import FicheReaders
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
        for (number, original) in originals.enumerated() {
            for (index, kind) in allCases.enumerated() where (index + number) % 2 == 0 {
                let (half, whole) = (kind.files(original, length / 2), kind.files(original, length))
                var short = read(half, original).seconds
                let reading = read(whole, original)
                var long = reading.seconds
                // What else runs makes the clock rough: what looks bad is read again.
                if long / short >= most {
                    (short, long) = (min(short, read(half, original).seconds), min(long, read(whole, original).seconds))
                }
                let size = whole.reduce(0) { $0 + $1.bytes.count }
                // A reading that stops at a bound takes no time at all.
                let isLinear = long < 0.5 || long / short < most
                isWell = isWell && isLinear && reading.flaws.isEmpty
                let line =
                    "\(tenths(long)) s, \(size >> 20) MB, × \(tenths(long / short)) from the half: "
                    + "\(original.path), \(kind.rawValue)\(isLinear ? "" : " NOT LINEAR") \(reading.flaws.prefix(3))\n"
                FileHandle.standardOutput.write(Data(line.utf8))
            }
        }
        return isWell
    }

    private static func read(_ files: [CSVSet.File], _ original: Original) -> (seconds: Double, flaws: [String]) {
        let start = Processor.seconds()
        let flaws =
            original.isSet
            ? CheckedReading.flaws(ofSet: files, path: original.path)
            : CheckedReading.flaws(files[0].bytes, path: original.path)
        return (Processor.seconds() - start, flaws)
    }

    /// The document, or each file of the set; again and again, a set has other fiches each time.
    private func files(_ original: Original, _ length: Int) -> [CSVSet.File] {
        guard original.isSet else {
            return [CSVSet.File(path: original.path, bytes: document(original.files[0].bytes, length))]
        }
        let sum = original.files.reduce(0) { $0 + $1.bytes.count }
        return original.files.map { file in
            let bytes =
                self == .doubled
                ? Self.renumbered(file.bytes, copies: length / sum)
                : document(file.bytes, length * file.bytes.count / sum)
            return CSVSet.File(path: file.path, bytes: bytes)
        }
    }

    /// A table with its rows again and again, the number of the copy behind "RNCP" and "RS".
    private static func renumbered(_ table: [UInt8], copies: Int) -> [UInt8] {
        let end = table.firstIndex(of: 0x0A).map { $0 + 1 } ?? table.count
        let rows = Array(table[end...])
        var bytes = Array(table[..<end])
        for copy in 1...max(1, copies) {
            for (index, byte) in rows.enumerated() {
                let isNumber = (0x30...0x39).contains(byte)
                if isNumber, index > 0, rows[index - 1] == UInt8(ascii: "P") || rows[index - 1] == UInt8(ascii: "S") {
                    bytes += Array(String(copy).utf8)
                }
                bytes.append(byte)
            }
        }
        return bytes
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
