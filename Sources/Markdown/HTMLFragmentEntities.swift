/// Character references of HTML: `&eacute;`, `&#233;`, `&#xE9;`.
enum HTMLEntities {
    /// A reference found in a text: its bytes, from `&` to `;`, and what it stands for.
    struct Reference {
        var range: Range<Int>
        var scalar: Unicode.Scalar
    }

    /// The reference that begins at `index`, where a `&` stands; nil for what is none, which stays text.
    static func reference(in bytes: [UInt8], at index: Int, limit: Int) -> Reference? {
        var end = index + 1
        while end < min(limit, index + 12), bytes[end] != UInt8(ascii: ";") {
            guard isReferenceByte(bytes[end]) else { return nil }
            end += 1
        }
        guard end < limit, end > index + 1, bytes[end] == UInt8(ascii: ";") else { return nil }
        let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
        guard let scalar = scalar(named: name) else { return nil }
        return Reference(range: index..<end + 1, scalar: scalar)
    }

    private static func isReferenceByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "#")
    }

    private static func scalar(named name: String) -> Unicode.Scalar? {
        guard name.hasPrefix("#") else { return names[name] }
        let digits = name.dropFirst()
        let value = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let value, let scalar = Unicode.Scalar(value) else { return nil }
        // Control characters have no place in a text; the C1 block is what old Windows texts mean by 0x80 to 0x9F.
        if value >= 0x80, value < 0xA0 { return windows1252[Int(value) - 0x80] }
        return value < 0x20 && value != 0x09 && value != 0x0A || value == 0x7F ? nil : scalar
    }

    private static let windows1252 = Array(
        "\u{20AC}\u{20}\u{201A}\u{192}\u{201E}\u{2026}\u{2020}\u{2021}\u{2C6}\u{2030}\u{160}\u{2039}\u{152}\u{20}\u{17D}\u{20}\u{20}\u{2018}\u{2019}\u{201C}\u{201D}\u{2022}\u{2013}\u{2014}\u{2DC}\u{2122}\u{161}\u{203A}\u{153}\u{20}\u{17E}\u{178}"
            .unicodeScalars)

    private static let names: [String: Unicode.Scalar] = {
        // The Latin-1 names stand in the order of their characters, from U+00A0.
        let latin1 = """
            nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute \
            micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig \
            Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash \
            Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute \
            ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc \
            uuml yacute thorn yuml
            """
        var table: [String: Unicode.Scalar] = [
            "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "OElig": "Œ", "oelig": "œ", "Scaron": "Š",
            "scaron": "š", "Yuml": "Ÿ", "circ": "ˆ", "tilde": "˜", "ensp": "\u{2002}", "emsp": "\u{2003}",
            "thinsp": "\u{2009}", "zwnj": "\u{200C}", "zwj": "\u{200D}", "ndash": "–", "mdash": "—", "lsquo": "‘",
            "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„", "dagger": "†", "Dagger": "‡",
            "bull": "•", "hellip": "…", "permil": "‰", "prime": "′", "lsaquo": "‹", "rsaquo": "›", "euro": "€",
            "trade": "™", "larr": "←", "uarr": "↑", "rarr": "→", "darr": "↓", "rArr": "⇒", "minus": "−", "le": "≤",
            "ge": "≥", "ne": "≠", "asymp": "≈", "check": "✓", "square": "□", "deg": "°",
        ]
        for (offset, name) in latin1.split(separator: " ").enumerated() {
            table[String(name)] = Unicode.Scalar(UInt32(0xA0 + offset))
        }
        return table
    }()
}
