/// How many slips of the fingers lie between two words.
enum TypingDistance {
    /// Insertions, deletions, substitutions and exchanges of neighbours, each counted once; one more where the first letters
    /// differ and are not merely exchanged. Nil when it is more than `limit`, or when the other word is not made of ASCII letters.
    static func between(_ word: [UInt8], _ other: String, atMost limit: Int) -> Int? {
        let other = Array(other.utf8)
        guard abs(word.count - other.count) <= limit, !other.isEmpty, other.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else {
            return nil
        }
        let exchanged = word.count > 1 && other.count > 1 && word[0] == other[1] && word[1] == other[0]
        let extra = word[0] != other[0] && !exchanged ? 1 : 0
        guard extra <= limit else { return nil }
        var before: [Int] = []
        var previous = Array(0...other.count)
        for row in 1...word.count {
            var current = [row]
            var least = row
            for column in 1...other.count {
                var cost = min(previous[column], current[column - 1]) + 1
                cost = min(cost, previous[column - 1] + (word[row - 1] == other[column - 1] ? 0 : 1))
                if row > 1, column > 1, word[row - 1] == other[column - 2], word[row - 2] == other[column - 1] {
                    cost = min(cost, before[column - 2] + 1)
                }
                current.append(cost)
                least = min(least, cost)
            }
            guard least <= limit else { return nil }
            (before, previous) = (previous, current)
        }
        let distance = previous[other.count] + extra
        return distance <= limit ? distance : nil
    }
}
