/// Escapes plain text for inline CommonMark, only where a sign would be read as markup.
enum InlineEscaping {
    static func escaped(_ text: String) -> String {
        var result: [UInt8] = []
        let bytes = Array(text.utf8)
        var lineStart = true
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"):
                result.append(UInt8(ascii: "\\"))
            case UInt8(ascii: "_"):
                if !(isWord(bytes, index - 1) && isWord(bytes, index + 1)) { result.append(UInt8(ascii: "\\")) }
            case UInt8(ascii: "&"):
                if HTMLEntities.reference(in: bytes, at: index, limit: bytes.count) != nil { result.append(UInt8(ascii: "\\")) }
            case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "~"):
                if lineStart { result.append(UInt8(ascii: "\\")) }
            case UInt8(ascii: "."), UInt8(ascii: ")"):
                if isOrdinal(bytes, before: index), index + 1 == bytes.count || bytes[index + 1] <= 0x20 {
                    result.append(UInt8(ascii: "\\"))
                }
            default: break
            }
            result.append(byte)
            lineStart = byte == 0x0A || (lineStart && byte == 0x20)
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isWord(_ bytes: [UInt8], _ index: Int) -> Bool {
        guard bytes.indices.contains(index) else { return false }
        let byte = bytes[index]
        return byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }

    /// True when only digits stand between the start of the line and `index`.
    private static func isOrdinal(_ bytes: [UInt8], before index: Int) -> Bool {
        var start = index
        while start > 0, (0x30...0x39).contains(bytes[start - 1]), index - start < 10 { start -= 1 }
        guard start < index else { return false }
        while start > 0, bytes[start - 1] == 0x20 { start -= 1 }
        return start == 0 || bytes[start - 1] == 0x0A
    }
}
