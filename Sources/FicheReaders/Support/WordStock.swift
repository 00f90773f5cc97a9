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

    private typealias Slots = UnsafeMutableBufferPointer<Slot>

    /// The places, owned by one stock that is never copied while it changes.
    private final class Table {
        let slots: Slots

        init(capacity: Int) {
            slots = .allocate(capacity: capacity)
            slots.initialize(repeating: Slot())
        }

        deinit { slots.deallocate() }

        /// A table of twice the size with the same words.
        func doubled() -> Table {
            let grown = Table(capacity: 2 * slots.count)
            for slot in slots where slot.count != 0 {
                grown.slots[WordStock.place(of: slot.key, in: grown.slots)] = slot
            }
            return grown
        }
    }

    /// Where a word stands, or the free place for it.
    @inline(__always)
    private static func place(of word: UInt64, in slots: Slots) -> Int {
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: word ^ word >> 29) & mask
        while slots[place].count != 0, slots[place].key != word { place = (place + 1) & mask }
        return place
    }

    private var table: Table?
    private var used = 0

    init() {}

    /// - Parameter length: about how many bytes of text it will hold.
    init(length: Int) {
        guard length > 0 else { return }
        // Words have six bytes and more with the signs behind them, and long texts say most of theirs often.
        var capacity = 64
        while capacity < min(length / 3, 1024 + length / 24) { capacity *= 2 }
        table = Table(capacity: capacity)
    }

    init(of value: JSONValue) {
        self.init(length: Self.length(of: value))
        add(value)
    }

    /// Takes one occurrence out; false when none is left.
    mutating func take(_ word: FoldedHash) -> Bool {
        guard let table else { return false }
        let place = Self.place(of: word.value, in: table.slots)
        let count = table.slots[place].count
        guard count > 0 else { return false }
        // A count of 1 would read as a free place when it falls to 0: taken words stay with a count of -1.
        table.slots[place].count = count == 1 ? -1 : count - 1
        return true
    }

    /// True when the word stands or stood there.
    func holds(_ word: FoldedHash) -> Bool {
        guard let table else { return false }
        return table.slots[Self.place(of: word.value, in: table.slots)].count != 0
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
        let place = Self.place(of: word.value, in: table.slots)
        let count = table.slots[place].count
        table.slots[place].count = count == -1 ? 1 : count + 1
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
        text.withUTF8 { add($0) }
    }

    /// Adds the words of a text in UTF-8.
    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard !bytes.isEmpty else { return }
        var table = table ?? Table(capacity: 64)
        var (slots, used) = (table.slots, used)
        WordScanner.scanHashed(bytes) { _, hash in
            if (used + 1) * 2 > slots.count {
                table = table.doubled()
                slots = table.slots
            }
            let place = Self.place(of: hash.value, in: slots)
            if slots[place].count == 0 {
                slots[place].key = hash.value
                used += 1
            }
            slots[place].count += 1
        }
        (self.table, self.used) = (table, used)
    }
}
