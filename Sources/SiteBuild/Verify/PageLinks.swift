import Foundation

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
        guard let base = page.baseAddress else { return }
        let count = page.count
        func next(_ byte: UInt8, from index: Int) -> Int? {
            memchr(base + index, Int32(byte), count - index).map { UnsafeRawPointer(base).distance(to: $0) }
        }
        var index = 0
        while let tag = next(UInt8(ascii: "<"), from: index) {
            index = tag + 1
            guard index < count, isLetter(page[index]) else { continue }
            while index < count, page[index] != UInt8(ascii: ">") {
                guard page[index] == UInt8(ascii: "\"") else {
                    index += 1
                    continue
                }
                let start = index + 1
                guard let end = next(UInt8(ascii: "\""), from: start) else { return }
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
        guard value.contains(UInt8(ascii: "&")) else { return String(decoding: value, as: UTF8.self) }
        var result: [UInt8] = []
        result.reserveCapacity(value.count)
        var index = 0
        while index < value.count {
            if value[index] == UInt8(ascii: "&"),
                let entity = entities.first(where: { value[index...].starts(with: $0.name.utf8) })
            {
                result.append(entity.byte)
                index += entity.name.utf8.count
            } else {
                result.append(value[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static let entities: [(name: String, byte: UInt8)] = [
        ("&amp;", UInt8(ascii: "&")), ("&quot;", UInt8(ascii: "\"")), ("&#39;", UInt8(ascii: "'")),
        ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
    ]
}
