import CLibXML2
import FrenchText

/// The text of an element as it reads, with the place of every byte in the source.
///
/// Character references and CDATA sections are resolved; tags inside are kept as they stand (HTML of older flows).
/// The piece must be well formed (`XMLOutline`).
struct XMLContent: Sendable {
    /// What stands in the source and is not text.
    enum Markup: Sendable { case reference, section, comment, instruction }

    /// UTF-8.
    private(set) var bytes: [UInt8] = []
    /// Where the markup stands in the source.
    private(set) var markup: [(range: Range<Int>, kind: Markup)] = []
    /// Where a text without markup begins in the source.
    private let start: Int
    /// Stretches of a text with markup: place in the text, place in the source. All bytes of a reference stand at its start.
    private var stretches: [(text: Int, source: Int, isReference: Bool)] = []

    /// True when the bytes are the text, without any markup or tag.
    var isPlain: Bool { stretches.isEmpty }

    /// True when these bytes of a source hold neither markup nor tags.
    static func isPlain(_ source: [UInt8], in range: Range<Int>) -> Bool {
        source.withUnsafeBufferPointer { source in
            guard let base = source.baseAddress else { return true }
            return pxml_find(base + range.lowerBound, range.count, UInt8(ascii: "&")) < 0
                && pxml_find(base + range.lowerBound, range.count, UInt8(ascii: "<")) < 0
        }
    }

    init(_ source: [UInt8], in range: Range<Int>) {
        start = range.lowerBound
        if Self.isPlain(source, in: range) {
            bytes = Array(source[range])
            return
        }
        stretches.append((0, range.lowerBound, false))
        var index = range.lowerBound
        var plain = index
        while index < range.upperBound {
            let byte = source[index]
            guard byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") else {
                index += 1
                continue
            }
            guard let (end, kind) = Self.markup(source, at: index, before: range.upperBound) else {
                index += 1
                continue
            }
            bytes.append(contentsOf: source[plain..<index])
            switch kind {
            case .reference:
                let value = Self.value(of: source[index + 1..<end - 1])
                stretches.append((bytes.count, index, true))
                bytes.append(contentsOf: value)
                // A reference to a letter is a part of its word, which the ledger knows to read.
                if !Self.isWord(value) { markup.append((index..<end, .reference)) }
            case .section:
                let text = index + Self.sectionStart.count..<end - Self.sectionEnd.count
                markup.append((index..<text.lowerBound, .section))
                stretches.append((bytes.count, text.lowerBound, false))
                bytes.append(contentsOf: source[text])
                markup.append((text.upperBound..<end, .section))
            case .comment, .instruction: markup.append((index..<end, kind))
            }
            stretches.append((bytes.count, end, false))
            index = end
            plain = end
        }
        bytes.append(contentsOf: source[plain..<range.upperBound])
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The text on one line, with single blanks.
    var squeezed: String { bytes.withUnsafeBufferPointer { Folding.squeezed($0) } }

    /// The places in the source of a part of the text; a reference inside belongs to it.
    func sourceRange(of range: Range<Int>) -> Range<Int> {
        if isPlain { return start + range.lowerBound..<start + range.upperBound }
        let lower = offset(range.lowerBound, in: stretches[stretch(at: range.lowerBound)])
        guard !range.isEmpty else { return lower..<lower }
        let last = stretch(at: range.upperBound - 1)
        // Behind a reference the next stretch begins.
        let upper =
            stretches[last].isReference
            ? stretches[last + 1].source : offset(range.upperBound - 1, in: stretches[last]) + 1
        return lower..<upper
    }

    private func offset(_ offset: Int, in stretch: (text: Int, source: Int, isReference: Bool)) -> Int {
        stretch.isReference ? stretch.source : stretch.source + offset - stretch.text
    }

    /// The stretch that holds a byte of the text.
    private func stretch(at offset: Int) -> Int {
        var (low, high) = (0, stretches.count)
        while low < high {
            let middle = (low + high) / 2
            if stretches[middle].text <= offset { low = middle + 1 } else { high = middle }
        }
        return max(0, low - 1)
    }

    // MARK: Markup

    private static let sectionStart = Array("<![CDATA[".utf8)
    private static let sectionEnd = Array("]]>".utf8)

    /// The end and the kind of the markup that begins at `index`; nil for a tag.
    private static func markup(_ source: [UInt8], at index: Int, before end: Int) -> (end: Int, kind: Markup)? {
        if source[index] == UInt8(ascii: "&") {
            guard let close = source[index..<end].firstIndex(of: UInt8(ascii: ";")) else { return nil }
            return (close + 1, .reference)
        }
        let rest = source[index..<end]
        if rest.starts(with: sectionStart) {
            return close(of: sectionEnd, after: index, in: rest).map { ($0, .section) }
        }
        if rest.starts(with: "<!--".utf8) {
            return close(of: Array("-->".utf8), after: index, in: rest).map { ($0, .comment) }
        }
        if rest.starts(with: "<?".utf8) {
            return close(of: Array("?>".utf8), after: index, in: rest).map { ($0, .instruction) }
        }
        return nil
    }

    private static func close(of mark: [UInt8], after start: Int, in bytes: ArraySlice<UInt8>) -> Int? {
        var index = start
        while index + mark.count <= bytes.endIndex {
            if bytes[index] == mark[0], bytes[index..<index + mark.count].elementsEqual(mark) {
                return index + mark.count
            }
            index += 1
        }
        return nil
    }

    /// The character that a reference names: `amp`, `#233`, `#xE9`.
    private static func value(of name: ArraySlice<UInt8>) -> [UInt8] {
        switch String(decoding: name, as: UTF8.self) {
        case "amp": return [UInt8(ascii: "&")]
        case "lt": return [UInt8(ascii: "<")]
        case "gt": return [UInt8(ascii: ">")]
        case "quot": return [UInt8(ascii: "\"")]
        case "apos": return [UInt8(ascii: "'")]
        case let text where text.hasPrefix("#x"):
            return UInt32(text.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init).map { Array(String($0).utf8) }
                ?? []
        case let text where text.hasPrefix("#"):
            return UInt32(text.dropFirst()).flatMap(Unicode.Scalar.init).map { Array(String($0).utf8) } ?? []
        default: return []
        }
    }

    private static func isWord(_ value: [UInt8]) -> Bool {
        !WordScanner.ranges(in: value).isEmpty
    }
}
