/// Forms of a text that compare equal when a reader would call them the same.
public enum Folding {
    /// Lower case, without accents, with `œ` as `oe`, `æ` as `ae`, every apostrophe as `'`, every blank as a
    /// space and raised digits as digits.
    ///
    /// "Référentiel d’Œuvre" gives "referentiel d'oeuvre". Blanks are kept one for one.
    public static func folded(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { append(scalar, to: &result) }
        return String(result)
    }

    /// `folded`, with runs of blanks as one space and none at the ends.
    public static func key(_ text: String) -> String { squeezed(folded(text)) }

    /// The text with every run of blanks (no-break spaces too) as one space and none at the ends.
    public static func squeezed(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var pending = false
        for scalar in text.unicodeScalars {
            if isBlank(scalar) {
                pending = !result.isEmpty
            } else {
                if pending { result.append(" ") }
                pending = false
                result.append(scalar)
            }
        }
        return String(result)
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
        case 0x152, 0x153: result.append(contentsOf: "oe".unicodeScalars)
        case 0xC6, 0xE6: result.append(contentsOf: "ae".unicodeScalars)
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
                result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
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
