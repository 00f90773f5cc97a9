/// SplitMix64: the same corruptions on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

/// Damage to a document: one to four of the kinds below, up to `limit` bytes.
enum Corruption: CaseIterable {
    case truncated
    case shuffledLines
    case doubledSection
    case lostSection
    case deepNesting
    case nulBytes
    case invalidUTF8
    case longLine
    case manyLines
    case flippedBytes
    case brokenWords
    case strangeSigns

    static let limit = 100_000

    static func corrupted(_ bytes: [UInt8], seed: UInt64) -> [UInt8] {
        var generator = SeededGenerator(seed: seed)
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            guard let kind = allCases.randomElement(using: &generator) else { continue }
            bytes = kind.apply(to: bytes, &generator)
            if bytes.count > limit { bytes.removeSubrange(limit...) }
        }
        return bytes
    }

    private func apply(to bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
        guard bytes.count > 1 else { return bytes }
        var bytes = bytes
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch self {
        case .truncated: return Array(bytes[..<place])
        case .shuffledLines:
            var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            let start = Int.random(in: 0..<lines.count, using: &generator)
            let end = min(lines.count, start + Int.random(in: 2...200, using: &generator))
            lines[start..<end].shuffle(using: &generator)
            return Array(lines.joined(separator: [0x0A]))
        case .doubledSection:
            let range = Self.range(in: bytes, &generator)
            bytes.insert(contentsOf: Array(bytes[range]), at: place)
        case .lostSection: bytes.removeSubrange(Self.range(in: bytes, &generator))
        case .deepNesting:
            let mark = Self.openings.randomElement(using: &generator) ?? "<p>"
            let count = [3, 40, 600, 9000].randomElement(using: &generator) ?? 3
            bytes.insert(contentsOf: Array(repeatElement(Array(mark.utf8), count: count).joined()), at: place)
        case .nulBytes: bytes.insert(contentsOf: repeatElement(0, count: 1 + place % 3), at: place)
        case .invalidUTF8:
            let piece: [UInt8] = [0xC3, 0xFF, 0xE2, 0x80, 0xF0, 0x9F]
            bytes.insert(contentsOf: piece.shuffled(using: &generator).prefix(1 + place % 5), at: place)
        case .longLine:
            let range = Self.range(in: bytes, &generator)
            let blank: UInt8 = Bool.random(using: &generator) ? 0x20 : 0x09
            for index in range where bytes[index] == 0x0A { bytes[index] = blank }
        case .manyLines:
            let lines = bytes.split(separator: 0x0A)
            let line = Array(lines.randomElement(using: &generator) ?? [])
            let count = Int.random(in: 2...400, using: &generator)
            bytes.insert(contentsOf: Array(repeatElement(line + [0x0A], count: count).joined()), at: place)
        case .flippedBytes:
            for _ in 0..<Int.random(in: 1...20, using: &generator) {
                let index = Int.random(in: 0..<bytes.count, using: &generator)
                bytes[index] = UInt8.random(in: 1...0x7E, using: &generator)
            }
        case .brokenWords:
            for _ in 0..<30 {
                let sign: [UInt8] =
                    [[0x0A], [0x20], [0x0D], [0x0C], [0x0A, 0x0A]].randomElement(using: &generator) ?? []
                bytes.insert(contentsOf: sign, at: Int.random(in: 0...bytes.count, using: &generator))
            }
        case .strangeSigns:
            let signs = Self.signs.randomElement(using: &generator) ?? "\u{200B}"
            bytes.insert(contentsOf: Array(signs.utf8), at: place)
        }
        return bytes
    }

    private static func range(in bytes: [UInt8], _ generator: inout SeededGenerator) -> Range<Int> {
        let start = Int.random(in: 0..<bytes.count, using: &generator)
        return start..<min(bytes.count, start + Int.random(in: 1...6000, using: &generator))
    }

    private static let openings = [
        "<p>", "<ul><li>", "> ", "- ", "  ", "\n\t- ", "[[", "![](", "<FICHE>", "<B>", "&amp;", "{", "(", "**", "_ ",
        "<![CDATA[", "<!--", "1. ", "|", "\u{300}", "### ", "*a ",
    ]

    private static let signs = [
        "\u{200B}\u{FEFF}", "\u{2028}\u{2029}\u{85}", "\u{202E}fiche\u{202C}", "\u{1F468}\u{200D}\u{1F469}", "²³¹⁴",
        "\u{E000}\u{FFFD}\u{FFFF}", "ﬁ ﬂ Ǆ İ ß", "\r\r\n\r", "&#0;&#x110000;&nbsp;&eacute", "\u{AD}\u{301}\u{301}",
        "\n---\n", "\n```\n", "\n<!--\n", "]]>", "\n\n\n\u{0C}\n",
    ]
}
