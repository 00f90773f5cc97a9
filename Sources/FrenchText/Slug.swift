/// Makes the last segment of an address out of a title.
public enum Slug {
    /// The folded text with everything but letters `a-z` and digits as single hyphens, cut at a hyphen to at most
    /// `limit` bytes. Empty when the text has no letter nor digit.
    public static func make(_ text: String, limit: Int = 80) -> String {
        var bytes: [UInt8] = []
        for byte in Folding.folded(text).utf8 {
            if (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39) {
                bytes.append(byte)
            } else if let last = bytes.last, last != UInt8(ascii: "-") {
                bytes.append(UInt8(ascii: "-"))
            }
        }
        if bytes.count > limit {
            bytes.removeLast(bytes.count - limit)
            if let cut = bytes.lastIndex(of: UInt8(ascii: "-")), cut > limit / 2 { bytes.removeSubrange(cut...) }
        }
        while bytes.last == UInt8(ascii: "-") { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The same, cut in its middle when it is longer than `limit`: the names of two branches' commissions begin with the
    /// same words and end with their own.
    public static func abridged(_ text: String, limit: Int = 80) -> String {
        let words = make(text, limit: .max).split(separator: "-")
        var head: [Substring] = []
        var tail: [Substring] = []
        var length = -1
        for turn in words.indices {
            let fromHead = turn % 2 == 0
            let word = fromHead ? words[head.count] : words[words.count - 1 - tail.count]
            length += word.utf8.count + 1
            if length > limit { break }
            if fromHead { head.append(word) } else { tail.append(word) }
        }
        let slug = (head + tail.reversed()).joined(separator: "-")
        return slug.isEmpty ? make(text, limit: limit) : slug
    }
}
