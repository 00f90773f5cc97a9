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
}
