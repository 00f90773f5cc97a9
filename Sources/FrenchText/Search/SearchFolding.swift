import Foundation

/// A text as the search compares it, with the place in the original that each byte comes from.
///
/// Rule: `Documentation/recherche-format.md`, 1.1. Letters and digits in lower case without marks, signs of ASCII as they are,
/// every other sign and every blank a space, the dots of inclusive writing one byte (`inclusiveDot`).
public struct SearchFolding: Sendable {
    /// UTF-8. Bytes from 0x80 on belong to letters that are not Latin.
    public private(set) var bytes: [UInt8] = []
    /// For each byte where its original begins and ends, in UTF-16 code units. Empty when no map was asked for.
    public private(set) var starts: [Int32] = []
    public private(set) var ends: [Int32] = []

    /// What `·`, `•`, `‧` and `⋅` become.
    public static let inclusiveDot: UInt8 = 1

    /// - Parameter mapped: whether `starts` and `ends` are filled.
    public init(_ text: String, mapped: Bool) {
        var text = text
        text.withUTF8 { source in
            if !mapped, let folded = Self.folded(source) {
                bytes = folded
            } else {
                fold(source, mapped: mapped)
            }
        }
    }

    /// The folded text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    private mutating func fold(_ source: UnsafeBufferPointer<UInt8>, mapped: Bool) {
        bytes.reserveCapacity(source.count)
        if mapped {
            starts.reserveCapacity(source.count)
            ends.reserveCapacity(source.count)
        }
        var index = 0
        var unit: Int32 = 0
        while index < source.count {
            let byte = source[index]
            if byte < 0x80 {
                bytes.append(Self.ascii[Int(byte)])
                index += 1
                unit += 1
                if mapped { mark(from: unit - 1, to: unit) }
                continue
            }
            let next = index + 1 < source.count ? source[index + 1] : 0
            if byte >= 0xC3, byte <= 0xC5, case let folded = Self.latin[Int(byte & 3) << 6 | Int(next & 0x3F)],
                folded != 0
            {
                bytes.append(UInt8(truncatingIfNeeded: folded))
                if folded > 0xFF { bytes.append(UInt8(truncatingIfNeeded: folded >> 8)) }
                index += 2
                unit += 1
                if mapped { mark(from: unit - 1, to: unit) }
                continue
            }
            let length = min(source.count - index, byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2)
            let scalars = String(
                decoding: UnsafeBufferPointer(rebasing: source[index..<index + length]), as: UTF8.self
            ).unicodeScalars
            let begin = unit
            for scalar in scalars {
                unit += scalar.value > 0xFFFF ? 2 : 1
                Self.append(scalar, to: &bytes)
            }
            index += length
            if mapped { mark(from: begin, to: unit) }
        }
    }

    /// What `fold` gives without a map, written at once; nil where a sign becomes longer than it is.
    private static func folded(_ source: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        var fits = true
        let bytes = [UInt8](unsafeUninitializedCapacity: source.count) { result, length in
            ascii.withUnsafeBufferPointer { ascii in
                usual.withUnsafeBufferPointer { usual in
                    var letters: [UInt8] = []
                    var index = 0
                    // At no time is more written than was read.
                    while index < source.count {
                        let byte = source[index]
                        if byte < 0x80 {
                            result[length] = ascii[Int(byte)]
                            length += 1
                            index += 1
                            continue
                        }
                        let count = min(source.count - index, byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2)
                        if let place = UsualSign.place(source, index), case let sign = usual[place], sign.isKnown {
                            for offset in 0..<sign.count { result[length + offset] = sign[offset] }
                            length += sign.count
                            index += count
                            continue
                        }
                        letters.removeAll(keepingCapacity: true)
                        let sign = UnsafeBufferPointer(rebasing: source[index..<index + count])
                        for scalar in String(decoding: sign, as: UTF8.self).unicodeScalars {
                            append(scalar, to: &letters)
                        }
                        guard letters.count <= count else {
                            fits = false
                            return
                        }
                        for letter in letters {
                            result[length] = letter
                            length += 1
                        }
                        index += count
                    }
                }
            }
        }
        return fits ? bytes : nil
    }

    /// What the signs that are usual in French texts become.
    private static let usual: [UsualSign] = UsualSign.scalars.map { value in
        guard let scalar = Unicode.Scalar(value) else { return .unknown }
        var folded: [UInt8] = []
        append(scalar, to: &folded)
        return UsualSign(folded, of: scalar)
    }

    private mutating func mark(from start: Int32, to end: Int32) {
        while starts.count < bytes.count {
            starts.append(start)
            ends.append(end)
        }
    }

    /// ASCII: capitals as small letters, the grave accent as an apostrophe, control characters as spaces.
    private static let ascii: [UInt8] = (0..<128).map { value in
        switch UInt8(value) {
        case 0x41...0x5A: UInt8(value) | 0x20
        case 0..<0x20, 0x7F: 0x20
        case 0x60: 0x27
        default: UInt8(value)
        }
    }

    /// U+00C0 to U+017F by lead and trail byte: one or two letters of ASCII, 0 for what is asked of the slow way.
    private static let latin: [UInt16] = {
        var table = [UInt16](repeating: 0, count: 256)
        for value in UInt32(0xC0)...0x17F {
            guard let scalar = Unicode.Scalar(value) else { continue }
            var folded: [UInt8] = []
            append(scalar, to: &folded)
            guard folded.count <= 2, let first = folded.first, folded.allSatisfy({ $0 < 0x80 }) else { continue }
            table[Int((0xC0 | value >> 6) & 3) << 6 | Int(value & 0x3F)] =
                UInt16(first) | UInt16(folded.count == 2 ? folded[1] : 0) << 8
        }
        return table
    }()

    /// Letters that have no decomposition.
    private static let undecomposed: [UInt32: String] = [
        0x152: "oe", 0x153: "oe", 0xC6: "ae", 0xE6: "ae", 0xDF: "ss", 0x1E9E: "ss", 0xD8: "o", 0xF8: "o", 0x141: "l",
        0x142: "l",
        0x110: "d", 0x111: "d", 0xD0: "d", 0xF0: "d", 0x131: "i",
    ]

    private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        switch scalar.value {
        case 0x2018, 0x2019, 0x02BC, 0x2032, 0xB4: bytes.append(0x27)
        case 0xB7, 0x2022, 0x2027, 0x22C5: bytes.append(inclusiveDot)
        case 0xAD, 0x200B...0x200D, 0xFEFF: break
        default:
            for part in String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars {
                appendDecomposed(part, to: &bytes)
            }
        }
    }

    private static func appendDecomposed(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        if let letters = undecomposed[scalar.value] {
            bytes.append(contentsOf: letters.utf8)
            return
        }
        if scalar.value < 0x80 {
            bytes.append(ascii[Int(scalar.value)])
            return
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark: break
        case .uppercaseLetter, .titlecaseLetter:
            for lower in scalar.properties.lowercaseMapping.unicodeScalars
            where lower.properties.generalCategory != .nonspacingMark {
                bytes.append(contentsOf: String(lower).utf8)
            }
        case .lowercaseLetter, .modifierLetter, .otherLetter, .decimalNumber:
            bytes.append(contentsOf: String(scalar).utf8)
        default: bytes.append(0x20)
        }
    }
}
