import FrenchText
import JSONText

/// The words of a field's JSON values (keys are not words of the source), each as often as it stands there.
///
/// A table with open addressing: the account of a national export asks it some hundred million times.
struct WordStock {
    /// A place of the table: free when its count is 0.
    private struct Slot {
        var key: UInt64 = 0
        var count: Int32 = 0
    }

    /// The places, owned by one stock that is never copied while it changes.
    private final class Table {
        let slots: UnsafeMutableBufferPointer<Slot>

        init(capacity: Int) {
            slots = .allocate(capacity: capacity)
            slots.initialize(repeating: Slot())
        }

        deinit { slots.deallocate() }

        /// Where a word stands, or the free place for it.
        func place(of word: UInt64) -> Int {
            let mask = slots.count - 1
            var place = Int(truncatingIfNeeded: word ^ word >> 29) & mask
            while slots[place].count != 0, slots[place].key != word { place = (place + 1) & mask }
            return place
        }
    }

    private var table: Table?
    private var used = 0

    init() {}

    init(of value: JSONValue) {
        let length = Self.length(of: value)
        guard length > 0 else { return }
        // French words with the signs behind them have six bytes and more.
        var capacity = 64
        while capacity < length / 3 { capacity *= 2 }
        table = Table(capacity: capacity)
        add(value)
    }

    /// Takes one occurrence out; false when none is left.
    mutating func take(_ word: FoldedHash) -> Bool {
        guard let table else { return false }
        let place = table.place(of: word.value)
        let count = table.slots[place].count
        guard count > 0 else { return false }
        // A count of 1 would read as a free place when it falls to 0: taken words stay with a count of -1.
        table.slots[place].count = count == 1 ? -1 : count - 1
        return true
    }

    /// True when the word stands or stood there.
    func holds(_ word: FoldedHash) -> Bool {
        guard let table else { return false }
        return table.slots[table.place(of: word.value)].count != 0
    }

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
        guard let table else { return }
        let place = table.place(of: word.value)
        let count = table.slots[place].count
        table.slots[place].count = count == -1 ? 1 : count + 1
    }

    private mutating func put(_ word: FoldedHash) {
        let table = roomier()
        let place = table.place(of: word.value)
        if table.slots[place].count == 0 {
            table.slots[place].key = word.value
            used += 1
        }
        table.slots[place].count += 1
    }

    /// The table with room for one more word.
    private mutating func roomier() -> Table {
        let old = table
        if let old, (used + 1) * 2 <= old.slots.count { return old }
        let grown = Table(capacity: max(64, 2 * (old?.slots.count ?? 0)))
        if let old {
            for slot in old.slots where slot.count != 0 { grown.slots[grown.place(of: slot.key)] = slot }
        }
        table = grown
        return grown
    }

    private static func length(of value: JSONValue) -> Int {
        switch value {
        case .string(let text): text.utf8.count
        case .array(let elements): elements.reduce(0) { $0 + length(of: $1) }
        case .object(let members): members.reduce(0) { $0 + length(of: $1.value) }
        case .int, .number: 8
        case .null, .bool: 0
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
        text.withUTF8 { bytes in WordScanner.scanHashed(bytes) { put($1) } }
    }
}
