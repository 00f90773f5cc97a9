import CLibXML2

/// Cuts a flow at its `<FICHE>` elements by looking at bytes only, so that each fiche can be parsed by itself.
///
/// CDATA sections, comments and processing instructions are respected. The splitter keeps no text: a caller that reads
/// a large file in blocks calls `next` on what it holds, reads more on `.needsMore` and drops what lies before `from`.
public struct FluxSplitter: Sendable {
    /// What comes next in the bytes.
    public enum Step: Equatable, Sendable {
        /// A fiche: the bytes from `<FICHE` to the end of `</FICHE>`.
        case fiche(Range<Int>)
        /// A fiche whose end is missing; the bytes up to the next fiche or the end of the flow.
        case unfinished(Range<Int>, Flaw)
        /// The last tag before the bytes end is not whole: call again with the bytes from this offset and more behind.
        case needsMore(from: Int)
        /// No fiche is left; what remains begins here.
        case end(Int)
    }

    /// What keeps a fiche from ending.
    public enum Flaw: Equatable, Sendable {
        /// The bytes end.
        case truncated
        /// Another fiche begins before this one ends.
        case overlapped
        /// A CDATA section or a comment opens at this offset and never closes.
        case unclosed(Int)
        /// No end in as many bytes as any fiche may have.
        case tooLong
    }

    /// Marks that nothing closes up to the end of the flow, by the first byte of what would: once searched in vain, not
    /// searched again, or a flow of opening marks would take the square of its length.
    private var unclosable: Set<UInt8> = []

    public init() {}

    /// The next step from `start`. `isLast` says that no bytes will follow these.
    public mutating func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool) -> Step {
        var index = start
        var open: Int?
        var unclosed: Int?
        while let tag = find(UInt8(ascii: "<"), in: bytes, from: index) {
            if let (mark, closing) = opaque(bytes, at: tag) {
                let isClosable = !unclosable.contains(closing.utf8Start.pointee)
                if isClosable, let close = find(closing, in: bytes, from: tag + mark) {
                    index = close + closing.utf8CodeUnitCount
                } else if isLast {
                    unclosable.insert(closing.utf8Start.pointee)
                    unclosed = unclosed ?? tag
                    index = tag + mark
                } else {
                    return .needsMore(from: open ?? tag)
                }
                continue
            }
            guard tag + Self.closingTag.utf8CodeUnitCount < bytes.count || isLast else {
                return .needsMore(from: open ?? tag)
            }
            index = tag + 1
            if isTag(Self.openingTag, bytes, at: tag) {
                if let open { return .unfinished(open..<tag, unclosed.map(Flaw.unclosed) ?? .overlapped) }
                open = tag
            } else if let begun = open, isTag(Self.closingTag, bytes, at: tag) {
                guard let close = find(UInt8(ascii: ">"), in: bytes, from: tag) else {
                    if !isLast { return .needsMore(from: begun) }
                    break
                }
                return .fiche(begun..<close + 1)
            }
        }
        guard let open else { return isLast ? .end(start) : .needsMore(from: start) }
        return isLast
            ? .unfinished(open..<bytes.count, unclosed.map(Flaw.unclosed) ?? .truncated) : .needsMore(from: open)
    }

    /// All fiches of a flow that is held whole, and where its foot begins.
    public static func split(_ bytes: [UInt8]) -> (steps: [Step], foot: Int) {
        var splitter = FluxSplitter()
        return bytes.withUnsafeBufferPointer { buffer in
            var steps: [Step] = []
            var offset = 0
            while true {
                let step = splitter.next(in: buffer, from: offset, isLast: true)
                switch step {
                case .fiche(let range), .unfinished(let range, _):
                    steps.append(step)
                    offset = range.upperBound
                case .needsMore, .end: return (steps, offset)
                }
            }
        }
    }

    // MARK: Bytes

    private static let openingTag: StaticString = "<FICHE"
    private static let closingTag: StaticString = "</FICHE"

    /// The length of a mark behind which tags are text, and what closes it.
    private func opaque(_ bytes: UnsafeBufferPointer<UInt8>, at tag: Int) -> (Int, StaticString)? {
        guard tag + 1 < bytes.count else { return nil }
        switch bytes[tag + 1] {
        case UInt8(ascii: "!"):
            if has("<![CDATA[", bytes, at: tag) { return (9, "]]>") }
            return has("<!--", bytes, at: tag) ? (4, "-->") : nil
        case UInt8(ascii: "?"): return (2, "?>")
        default: return nil
        }
    }

    private func isTag(_ tag: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        let after = offset + tag.utf8CodeUnitCount
        guard after < bytes.count, has(tag, bytes, at: offset) else { return false }
        return bytes[after] == UInt8(ascii: ">") || bytes[after] <= 0x20 || bytes[after] == UInt8(ascii: "/")
    }

    private func has(_ text: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        let count = text.utf8CodeUnitCount
        guard let base = bytes.baseAddress, offset + count <= bytes.count else { return false }
        return pxml_same(base + offset, text.utf8Start, count) != 0
    }

    private func find(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard let base = bytes.baseAddress, start < bytes.count else { return nil }
        let found = pxml_find(base + start, bytes.count - start, byte)
        return found < 0 ? nil : start + found
    }

    private func find(_ text: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var index = start
        while let first = find(text.utf8Start.pointee, in: bytes, from: index) {
            if has(text, bytes, at: first) { return first }
            index = first + 1
        }
        return nil
    }
}
