import Markdown

/// The words of a CommonMark text, without its marks: for cells of a table and for programs.
enum TexteBrut {
    /// The text that a reader of the page sees; blocks are joined by a space.
    static func texte(_ commonMark: String) -> String {
        let html = CommonMark.safeHTML(commonMark, headings: 3)
        var result: [UInt8] = []
        var bytes = Array(html.utf8)[...]
        while let byte = bytes.popFirst() {
            switch byte {
            case UInt8(ascii: "<"):
                let block = bytes.starts(with: "/".utf8) || bytes.starts(with: "br".utf8)
                let inline = ["/a>", "/em>", "/strong>", "/code>"].contains { bytes.starts(with: $0.utf8) }
                bytes = bytes.drop { $0 != UInt8(ascii: ">") }.dropFirst()
                if block, !inline { result.append(0x20) }
            case UInt8(ascii: "&"):
                guard let entity = entities.first(where: { bytes.starts(with: $0.name.utf8) }) else {
                    result.append(byte)
                    continue
                }
                bytes = bytes.dropFirst(entity.name.utf8.count)
                result.append(entity.byte)
            case 0x0A, 0x0D: result.append(0x20)
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self).split(separator: " ").joined(separator: " ")
    }

    /// Those that the renderer writes.
    private static let entities: [(name: String, byte: UInt8)] = [
        ("amp;", UInt8(ascii: "&")), ("lt;", UInt8(ascii: "<")), ("gt;", UInt8(ascii: ">")),
        ("quot;", UInt8(ascii: "\"")), ("#39;", UInt8(ascii: "'")),
    ]
}
