/// The addresses that a page names and the anchors that it has, taken from its tags.
struct PageLinks: Equatable, Sendable {
    /// The values of `href` and `src`, each once, in their order.
    private(set) var targets: [String] = []
    /// The values of `id`.
    private(set) var anchors: Set<String> = []
    /// Anchors that two elements have.
    private(set) var doubledAnchors: [String] = []

    /// Scans the tags of our own pages, whose attributes are all in double quotes.
    init(_ bytes: [UInt8]) {
        var seen: Set<String> = []
        var index = 0
        while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = open + 1
            guard index < bytes.count, Self.isLetter(bytes[index]) else { continue }
            while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
                guard bytes[index] == UInt8(ascii: "\"") else {
                    index += 1
                    continue
                }
                let name = Self.name(before: index, in: bytes)
                let start = index + 1
                guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\"")) else { return }
                add(name, bytes[start..<end], &seen)
                index = end + 1
            }
        }
    }

    private mutating func add(_ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>, _ seen: inout Set<String>) {
        if name.elementsEqual("id".utf8) {
            let anchor = Self.unescaped(value)
            if !anchors.insert(anchor).inserted { doubledAnchors.append(anchor) }
        } else if name.elementsEqual("href".utf8) || name.elementsEqual("src".utf8) {
            let target = Self.unescaped(value)
            if seen.insert(target).inserted { targets.append(target) }
        }
    }

    /// The name of the attribute whose value begins with the quote at `quote`.
    private static func name(before quote: Int, in bytes: [UInt8]) -> ArraySlice<UInt8> {
        guard quote > 0, bytes[quote - 1] == UInt8(ascii: "=") else { return [] }
        let end = quote - 1
        var start = end
        while start > 0, isLetter(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: "-") { start -= 1 }
        return bytes[start..<end]
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private static func unescaped(_ value: ArraySlice<UInt8>) -> String {
        let text = String(decoding: value, as: UTF8.self)
        guard value.contains(UInt8(ascii: "&")) else { return text }
        var result = text
        for (entity, sign) in [("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")] {
            result = result.split(separator: entity, omittingEmptySubsequences: false).joined(separator: sign)
        }
        return result
    }
}
