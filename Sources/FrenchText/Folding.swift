/// Forms of a text that compare equal when a reader would call them the same.
public enum Folding {
    /// Lower case, without accents, with `œ` as `oe`, `æ` as `ae`, every apostrophe as `'`, every blank as a
    /// space and raised digits as digits.
    ///
    /// "Référentiel d’Œuvre" gives "referentiel d'oeuvre". Blanks are kept one for one.
    public static func folded(_ text: String) -> String {
        var text = text
        var isUsual = true
        let plain = text.withUTF8 { bytes in
            String(unsafeUninitializedCapacity: bytes.count) { result in
                let length = foldUsual(bytes, into: result)
                isUsual = length != nil
                return length ?? 0
            }
        }
        return isUsual ? plain : foldedByScalars(text)
    }

    /// The same, whatever the text holds.
    static func foldedByScalars(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { append(scalar, to: &result) }
        return String(result)
    }

    /// The same of a text of ASCII, accented Latin letters, no-break spaces and typographic apostrophes, which no folding
    /// makes longer; gives the length of the result, nil for any other text.
    private static func foldUsual(
        _ bytes: UnsafeBufferPointer<UInt8>, into result: UnsafeMutableBufferPointer<UInt8>
    ) -> Int? {
        var (index, length) = (0, 0)
        while index < bytes.count {
            let byte = bytes[index]
            var folded = UInt16((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
            var size = 1
            if byte >= 0x80 {
                guard index + 1 < bytes.count else { return nil }
                let second = bytes[index + 1]
                if (0xC3...0xC5).contains(byte) {
                    (folded, size) = (FoldedHash.latin[Int(byte & 3) << 6 | Int(second & 0x3F)], 2)
                } else if byte == 0xC2, second == 0xA0 {
                    (folded, size) = (0x20, 2)
                } else if byte == 0xE2, second == 0x80, index + 2 < bytes.count, bytes[index + 2] | 1 == 0x99 {
                    (folded, size) = (UInt16(UInt8(ascii: "'")), 3)
                } else {
                    return nil
                }
                guard folded != 0 else { return nil }
            }
            result[length] = UInt8(truncatingIfNeeded: folded)
            length += 1
            if folded > 0xFF {
                result[length] = UInt8(truncatingIfNeeded: folded >> 8)
                length += 1
            }
            index += size
        }
        return length
    }

    /// `folded`, with runs of blanks as one space and none at the ends.
    public static func key(_ text: String) -> String { squeezed(folded(text)) }

    /// The text with every run of blanks (no-break spaces too) as one space and none at the ends.
    public static func squeezed(_ text: String) -> String {
        var text = text
        return text.withUTF8 { squeezed($0) }
    }

    /// The same of UTF-8 bytes.
    public static func squeezed(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        if isSqueezed(bytes) { return String(decoding: bytes, as: UTF8.self) }
        return String(unsafeUninitializedCapacity: bytes.count) { result in
            var (count, index, pending) = (0, 0, false)
            while index < bytes.count {
                let byte = bytes[index]
                if byte > 0x20, byte < 0xC2, !pending {
                    result[count] = byte
                    count += 1
                    index += 1
                    continue
                }
                let blank = blankLength(bytes, at: index)
                if blank > 0 {
                    pending = count > 0
                    index += blank
                    continue
                }
                if pending {
                    result[count] = 0x20
                    count += 1
                    pending = false
                }
                result[count] = bytes[index]
                count += 1
                index += 1
            }
            return count
        }
    }

    /// True when a text has single spaces inside and no other blank, as most have.
    private static func isSqueezed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let count = bytes.count
        guard let base = bytes.baseAddress, count > 0 else { return true }
        guard bytes[0] != 0x20, bytes[count - 1] != 0x20 else { return false }
        // Without a way out of the loop it looks at many bytes at once.
        var doubts: UInt8 = base[count - 1] < 0x20 || base[count - 1] >= 0xC2 ? 1 : 0
        for index in 0..<(count - 1) {
            let (byte, next) = (base[index], base[index + 1])
            doubts |= (byte < 0x20 ? 1 : 0) | (byte == 0xC2 ? 1 : 0) | (byte >= 0xE0 ? 1 : 0)
            doubts |= (byte == 0x20 ? 1 : 0) & (next == 0x20 ? 1 : 0)
        }
        if doubts == 0 { return true }
        var index = 0
        while index < count {
            // A run may begin in one block and end in the next: blocks share a byte.
            if index + 8 <= count, !EightBytes(at: UnsafeRawPointer(base) + index).holdRunOrSign {
                index += 7
                continue
            }
            let end = min(index + 7, count)
            while index < end {
                let byte = bytes[index]
                if byte < 0x20 { return false }
                if byte == 0x20, index + 1 < count, bytes[index + 1] == 0x20 { return false }
                if byte == 0xC2 || byte >= 0xE0, blankLength(bytes, at: index) > 0 { return false }
                index += 1
            }
        }
        return true
    }

    /// The length in bytes of the blank (`isBlank`) that begins at a place; 0 when there is none.
    private static func blankLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let first = bytes[index]
        if first < 0x80 { return first == 0x20 || (first >= 0x09 && first <= 0x0D) ? 1 : 0 }
        guard first == 0xC2 || (0xE1...0xEF).contains(first), index + 1 < bytes.count else { return 0 }
        let second = bytes[index + 1]
        if first == 0xC2 { return second == 0x85 || second == 0xA0 ? 2 : 0 }
        guard index + 2 < bytes.count else { return 0 }
        let value = UInt32(first & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
        return Unicode.Scalar(value).map(isBlank) == true ? 3 : 0
    }

    /// True for spaces of any width, tabs, line ends, zero-width spaces and the byte order mark.
    public static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
            return true
        default: return false
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to result: inout String.UnicodeScalarView) {
        switch scalar.value {
        case 0x41...0x5A: result.append(Unicode.Scalar(UInt8(scalar.value + 0x20)))
        case 0x00..<0x80: result.append(scalar)
        case 0x2018, 0x2019, 0x02BC, 0x2032, 0xB4: result.append("'")
        case 0x152, 0x153:
            result.append("o")
            result.append("e")
        case 0xC6, 0xE6:
            result.append("a")
            result.append("e")
        case 0xB9: result.append("1")
        case 0xB2, 0xB3: result.append(Unicode.Scalar(UInt8(scalar.value - 0xB2 + 0x32)))
        case 0x2070, 0x2074...0x2079: result.append(Unicode.Scalar(UInt8(scalar.value - 0x2070 + 0x30)))
        case 0xAD: break
        case 0x300...0x36F: break
        default:
            if isBlank(scalar) {
                result.append(" ")
            } else if let base = plainLetters[scalar.value] {
                result.append(base)
            } else {
                // Appending them as a collection copies the whole text each time.
                for lower in scalar.properties.lowercaseMapping.unicodeScalars { result.append(lower) }
            }
        }
    }

    /// Accented Latin letters (upper and lower case) to their lower-case base.
    private static let plainLetters: [UInt32: Unicode.Scalar] = {
        let groups: [(Unicode.Scalar, String)] = [
            ("a", "àáâãäåāăąÀÁÂÃÄÅĀĂĄ"), ("c", "çćčĉċÇĆČĈĊ"), ("d", "ďđĎĐ"), ("e", "èéêëēėęěĕÈÉÊËĒĖĘĚĔ"),
            ("g", "ĝğġģĜĞĠĢ"), ("h", "ĥħĤĦ"), ("i", "ìíîïĩīĭįıÌÍÎÏĨĪĬĮİ"), ("j", "ĵĴ"), ("k", "ķĶ"), ("l", "ĺļľłĹĻĽŁ"),
            ("n", "ñńņňÑŃŅŇ"), ("o", "òóôõöøōŏőÒÓÔÕÖØŌŎŐ"), ("r", "ŕŗřŔŖŘ"), ("s", "śŝşšŚŜŞŠ"), ("t", "ţťŢŤ"),
            ("u", "ùúûüũūŭůűųÙÚÛÜŨŪŬŮŰŲ"), ("w", "ŵŴ"), ("y", "ýÿŷÝŸŶ"), ("z", "źżžŹŻŽ"),
        ]
        var table: [UInt32: Unicode.Scalar] = [:]
        for (base, letters) in groups {
            for letter in letters.unicodeScalars { table[letter.value] = base }
        }
        return table
    }()
}
