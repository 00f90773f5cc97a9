/// Rules that exchange the end of a word; the first that applies is taken.
///
/// Words are ASCII letters, so that a rule can be found by the last byte.
struct SuffixRules: Sendable {
    /// One rule: `suffix` gives way to `replacement` when at least `least` letters stand before it.
    struct Rule: Sendable {
        let suffix: [UInt8]
        let replacement: [UInt8]
        let least: Int
    }

    let rules: [Rule]
    private let byLast: [[Rule]]

    init(_ rules: [(String, String, Int)]) {
        self.rules = rules.map { Rule(suffix: Array($0.0.utf8), replacement: Array($0.1.utf8), least: $0.2) }
        var byLast = [[Rule]](repeating: [], count: 128)
        for rule in self.rules {
            if let last = rule.suffix.last, last < 128 { byLast[Int(last)].append(rule) }
        }
        self.byLast = byLast
    }

    /// Applies the first rule that fits; false when none does.
    @discardableResult
    func apply(to word: inout [UInt8]) -> Bool {
        guard let last = word.last, last < 128 else { return false }
        for rule in byLast[Int(last)] where word.count - rule.suffix.count >= rule.least && word.ends(with: rule.suffix) {
            word.removeLast(rule.suffix.count)
            word.append(contentsOf: rule.replacement)
            return true
        }
        return false
    }
}

extension [UInt8] {
    /// True when these are the last bytes.
    func ends(with suffix: [UInt8]) -> Bool {
        guard count >= suffix.count else { return false }
        let offset = count - suffix.count
        for index in suffix.indices where self[offset + index] != suffix[index] { return false }
        return true
    }
}
