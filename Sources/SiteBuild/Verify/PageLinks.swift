/// The addresses that a page names and the anchors that it has, found in its tags.
struct PageLinks: Equatable, Sendable {
    /// The values of `href` and `src`, each once, in their order.
    private(set) var targets: [String] = []
    /// The values of `id`.
    private(set) var anchors: Set<String> = []
    /// Anchors that two elements have.
    private(set) var doubledAnchors: [String] = []

    /// All of a page at once.
    init(_ bytes: [UInt8]) {
        var seen: Set<String> = []
        bytes.withUnsafeBufferPointer { page in
            Self.scan(page) { attribute, value in
                let text = Self.text(value)
                switch attribute {
                case .anchor: if !anchors.insert(text).inserted { doubledAnchors.append(text) }
                case .link: if seen.insert(text).inserted { targets.append(text) }
                }
            }
        }
    }

    /// The attributes that matter.
    enum Attribute { case anchor, link }

    /// Scans the tags of our own pages, whose attributes are all in double quotes: `id`, `href` and `src` with their values,
    /// as they stand there.
    static func scan(_ page: UnsafeBufferPointer<UInt8>, _ found: (Attribute, UnsafeBufferPointer<UInt8>) -> Void) {
        var index = 0
        let count = page.count
        while index < count {
            guard page[index] == UInt8(ascii: "<") else {
                index += 1
                continue
            }
            index += 1
            guard index < count, isLetter(page[index]) else { continue }
            while index < count, page[index] != UInt8(ascii: ">") {
                guard page[index] == UInt8(ascii: "\"") else {
                    index += 1
                    continue
                }
                let start = index + 1
                var end = start
                while end < count, page[end] != UInt8(ascii: "\"") { end += 1 }
                guard end < count else { return }
                if let attribute = attribute(before: index, in: page) {
                    found(attribute, UnsafeBufferPointer(rebasing: page[start..<end]))
                }
                index = end + 1
            }
        }
    }

    /// The attribute whose value begins with the quote at `quote`.
    private static func attribute(before quote: Int, in page: UnsafeBufferPointer<UInt8>) -> Attribute? {
        guard quote > 2, page[quote - 1] == UInt8(ascii: "=") else { return nil }
        func ends(_ name: StaticString) -> Bool {
            let length = name.utf8CodeUnitCount
            let start = quote - 1 - length
            guard start > 0 else { return false }
            for offset in 0..<length where page[start + offset] != name.utf8Start[offset] { return false }
            let before = page[start - 1]
            return !isLetter(before) && before != UInt8(ascii: "-")
        }
        switch page[quote - 2] {
        case UInt8(ascii: "d"): return ends("id") ? .anchor : nil
        case UInt8(ascii: "f"): return ends("href") ? .link : nil
        case UInt8(ascii: "c"): return ends("src") ? .link : nil
        default: return nil
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    /// The text of a value, its entities resolved.
    static func text(_ value: UnsafeBufferPointer<UInt8>) -> String {
        let text = String(decoding: value, as: UTF8.self)
        guard value.contains(UInt8(ascii: "&")) else { return text }
        var result = text
        for (entity, sign) in [("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")] {
            result = result.split(separator: entity, omittingEmptySubsequences: false).joined(separator: sign)
        }
        return result
    }
}
