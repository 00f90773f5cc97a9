/// HTML inside a source (a table cell with `<p>` and `<ul>`) becomes structure, never markup.
public enum HTMLFragment {
    /// True when the text holds something that looks like an HTML tag.
    public static func looksLikeHTML(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "<") && index + 1 < bytes.count {
            let next = bytes[index + 1]
            let letter = next == UInt8(ascii: "/") && index + 2 < bytes.count ? bytes[index + 2] : next
            if (0x61...0x7A).contains(letter | 0x20), bytes[index...].contains(UInt8(ascii: ">")) { return true }
        }
        return false
    }
}
