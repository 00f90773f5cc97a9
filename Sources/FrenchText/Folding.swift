/// Forms of a text that compare equal when a reader would call them the same.
public enum Folding {
    /// Lower case, without accents, with `œ` as `oe`, `æ` as `ae`, every apostrophe as `'`, every blank as a
    /// space and raised digits as digits.
    ///
    /// "Référentiel d’Œuvre" gives "referentiel d'oeuvre". Blanks are kept one for one.
    public static func folded(_ text: String) -> String {
        if let plain = foldedASCII(text) { return plain }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { append(scalar, to: &result) }
        return String(result)
    }

    /// The same of a text in ASCII; nil for any other.
    private static func foldedASCII(_ text: String) -> String? {
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
            return String(unsafeUninitializedCapacity: bytes.count) { result in
                for (index, byte) in bytes.enumerated() {
                    result[index] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
                }
                return bytes.count
            }
        }
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
        String(unsafeUninitializedCapacity: bytes.count) { result in
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
