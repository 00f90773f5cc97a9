import FrenchText
import JSONText

/// The words of a field's JSON values (keys are not words of the source), each as often as it stands there.
///
/// A table with open addressing: the account of a national export asks it some hundred million times.
struct WordStock {
    private var keys: [UInt64]
    private var counts: [Int32]
    private var used = 0

    init() { (keys, counts) = ([], []) }

    init(of value: JSONValue) {
        self.init()
        add(value)
    }

    /// Takes one occurrence out; false when none is left.
    mutating func take(_ word: FoldedHash) -> Bool {
        guard !keys.isEmpty else { return false }
        let place = place(of: word.value)
        guard counts[place] > 0, keys[place] == word.value else { return false }
        // A count of 1 would read as a free place when it falls to 0: taken words stay with a count of -1.
        counts[place] = counts[place] == 1 ? -1 : counts[place] - 1
        return true
    }

    /// True when the word stands or stood there.
    func holds(_ word: FoldedHash) -> Bool { !keys.isEmpty && counts[place(of: word.value)] != 0 }

    /// Takes every word of a text out; false, and nothing taken, when the text has none or one of them is not left.
    mutating func takeAll(of text: String) -> Bool {
        var text = text
        var words: [FoldedHash] = []
        text.withUTF8 { bytes in
            WordScanner.scan(bytes) { words.append(FoldedHash(UnsafeBufferPointer(rebasing: bytes[$0]))) }
        }
        for (index, word) in words.enumerated() where !take(word) {
            for taken in words[..<index] { giveBack(taken) }
            return false
        }
        return !words.isEmpty
    }

    private mutating func giveBack(_ word: FoldedHash) {
        let place = place(of: word.value)
        counts[place] = counts[place] == -1 ? 1 : counts[place] + 1
    }

    private mutating func put(_ word: FoldedHash) {
        if (used + 1) * 2 > keys.count { grow() }
        let place = place(of: word.value)
        if counts[place] == 0 {
            keys[place] = word.value
            used += 1
        }
        counts[place] += 1
    }

    /// Where a word stands, or the free place for it.
    private func place(of word: UInt64) -> Int {
        let mask = keys.count - 1
        var place = Int(truncatingIfNeeded: word ^ word >> 29) & mask
        while counts[place] != 0, keys[place] != word { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let (oldKeys, oldCounts) = (keys, counts)
        let capacity = max(64, keys.count * 2)
        keys = [UInt64](repeating: 0, count: capacity)
        counts = [Int32](repeating: 0, count: capacity)
        for (index, count) in oldCounts.enumerated() where count != 0 {
            let place = place(of: oldKeys[index])
            (keys[place], counts[place]) = (oldKeys[index], count)
        }
    }

    private mutating func add(_ value: JSONValue) {
        switch value {
        case .string(let text): add(text)
        case .int(let number): add(String(number))
        case .number: add(JSONWriter.text(of: value))
        case .array(let elements): for element in elements { add(element) }
        case .object(let members): for member in members { add(member.value) }
        case .null, .bool: break
        }
    }

    private mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            WordScanner.scan(bytes) { put(FoldedHash(UnsafeBufferPointer(rebasing: bytes[$0]))) }
        }
    }
}
