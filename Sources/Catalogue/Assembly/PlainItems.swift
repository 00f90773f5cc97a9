import FrenchText

/// The items of a CommonMark list as plain words, for indexes.
enum PlainItems {
    /// One item a line that begins with a bullet; without any, one a line.
    static func items(_ text: String) -> [String] {
        let lines = text.split(whereSeparator: \.isNewline).map { Folding.squeezed(String($0)) }
        let bulleted = lines.compactMap { line in
            ["- ", "* ", "+ "].contains(where: line.hasPrefix) ? plain(String(line.dropFirst(2))) : nil
        }
        return (bulleted.isEmpty ? lines.map(plain) : bulleted).filter { !$0.isEmpty }
    }

    /// Without the backslashes that CommonMark needs before signs.
    static func plain(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "\\")) else { return text }
        var result: [UInt8] = []
        var escaped = false
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\\"), !escaped {
                escaped = true
                continue
            }
            escaped = false
            result.append(byte)
        }
        return String(decoding: result, as: UTF8.self)
    }
}
