extension CommonMark {
    /// The HTML inside of `<p>` of a text that is one line of words without anything that CommonMark could read as markup,
    /// as most competences are; nil for any other text, which only the parser can read.
    ///
    /// The same as `safeHTML` gives, without a tree of nodes.
    public static func plainParagraph(_ text: String) -> String? {
        guard text.utf8.count <= largestText else { return nil }
        var text = text
        let quotes = text.withUTF8 { PlainLine.quotes(in: $0) }
        guard let quotes else { return nil }
        return quotes == 0 ? text : PlainLine.escaped(text)
    }
}

/// A line that CommonMark 0.30 reads as words alone.
private enum PlainLine {
    /// How many of its bytes stand in HTML as entities; nil when it is no such line.
    static func quotes(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let base = bytes.baseAddress, let first = bytes.first, let last = bytes.last, last > 0x20, begins(first)
        else { return nil }
        let kinds = Self.kinds.utf8Start
        var quotes = 0
        for index in 0..<bytes.count {
            switch kinds[Int(base[index])] {
            case UInt8(ascii: "."): continue
            case UInt8(ascii: "q"): quotes += 1
            case UInt8(ascii: "/"):
                // What may be an address becomes a link.
                if index > 0, base[index - 1] == UInt8(ascii: ":") { return nil }
            case UInt8(ascii: "w"):
                if index > 0, base[index - 1] | 0x20 == UInt8(ascii: "w") { return nil }
            default: return nil
            }
        }
        return quotes
    }

    /// A letter or a bracket begins nothing but a paragraph. A byte order mark is left out.
    private static func begins(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) && byte < 0x80 || byte == UInt8(ascii: "(")
            || byte >= 0x80 && byte != 0xEF
    }

    /// With the entities that cmark writes.
    static func escaped(_ text: String) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count + 40)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): result += "&quot;".utf8
            case UInt8(ascii: ">"): result += "&gt;".utf8
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// For each byte: `.` for what stands for itself everywhere, `q` for what HTML escapes, `x` for what may be markup.
    private static let kinds: StaticString = """
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx..q...x...x..../............x.q.\
        .......................w...xxx.xx......................w.......x\
        ................................................................\
        ................................................................
        """
}
