import Markdown

/// The words of a CommonMark text, without its marks: for cells of a table and for programs.
enum TexteBrut {
    /// The text that a reader of the page sees; blocks are joined by a space.
    static func texte(_ commonMark: String) -> String {
        if CommonMark.plainParagraph(commonMark) != nil, !holdsRun(commonMark) { return commonMark }
        var html = CommonMark.safeHTML(commonMark, headings: 3)
        return html.withUTF8 { String(decoding: words($0), as: UTF8.self) }
    }

    /// Whether two spaces follow each other.
    private static func holdsRun(_ text: String) -> Bool {
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if byte == 0x20, previous == 0x20 { return true }
            previous = byte
        }
        return false
    }

    private static func words(_ html: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var words = SpacedWords(capacity: html.count)
        var index = 0
        while index < html.count {
            let byte = html[index]
            index += 1
            switch byte {
            case UInt8(ascii: "<"):
                let block = has("/", html, at: index) || has("br", html, at: index)
                if block, !inline.contains(where: { has($0, html, at: index) }) { words.add(0x20) }
                while index < html.count, html[index] != UInt8(ascii: ">") { index += 1 }
                index += 1
            case UInt8(ascii: "&"):
                guard let entity = entities.first(where: { has($0.name, html, at: index) }) else {
                    words.add(byte)
                    continue
                }
                index += entity.name.utf8CodeUnitCount
                words.add(entity.byte)
            case 0x0A, 0x0D: words.add(0x20)
            default: words.add(byte)
            }
        }
        return words.bytes
    }

    private static func has(_ name: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        guard bytes.count - index >= name.utf8CodeUnitCount else { return false }
        for offset in 0..<name.utf8CodeUnitCount where bytes[index + offset] != name.utf8Start[offset] { return false }
        return true
    }

    /// The ends of elements that stand inside of a line.
    private static let inline: [StaticString] = ["/a>", "/em>", "/strong>", "/code>"]

    /// Those that the renderer writes.
    private static let entities: [(name: StaticString, byte: UInt8)] = [
        ("amp;", UInt8(ascii: "&")), ("lt;", UInt8(ascii: "<")), ("gt;", UInt8(ascii: ">")),
        ("quot;", UInt8(ascii: "\"")), ("#39;", UInt8(ascii: "'")),
    ]
}

/// Words with one space between them and none at the ends.
private struct SpacedWords {
    private(set) var bytes: [UInt8] = []
    private var pending = false

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    mutating func add(_ byte: UInt8) {
        guard byte != 0x20 else {
            pending = true
            return
        }
        if pending, !bytes.isEmpty { bytes.append(0x20) }
        pending = false
        bytes.append(byte)
    }
}
