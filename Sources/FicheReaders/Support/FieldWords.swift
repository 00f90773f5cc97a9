import CLibXML2
import FicheModel
import FrenchText
import JSONText

/// The words of some fields of a fiche, as one text: what the account of a source holds its claims against.
///
/// Together with `repetitions` these are the words of the JSON of the fields, each as often as it stands there. Values come
/// in the order in which the flow states them, and dates in its spelling, so that most fields follow their source word by
/// word.
struct FieldWords {
    /// UTF-8; values end with a line.
    private(set) var bytes: [UInt8] = []
    /// The part of each field.
    private(set) var ranges: [Range<Int>] = []

    /// - Parameters:
    ///   - champs: nil for a place without words.
    ///   - capacity: about how many bytes their values have.
    init(of champs: [Champ?], in fiche: Fiche, capacity: Int = 0) {
        var values = FieldValues(capacity: capacity)
        for champ in champs {
            let start = values.bytes.count
            if let champ { values.add(champ, of: fiche) }
            ranges.append(start..<values.bytes.count)
        }
        bytes = values.bytes
    }

    /// All words of a field, to be taken in any order.
    func stock(_ place: Int, of champ: Champ, in fiche: Fiche) -> WordStock {
        var repeated = FieldValues(capacity: 0)
        repeated.addRepetitions(champ, of: fiche)
        var stock = WordStock(length: ranges[place].count + repeated.bytes.count)
        bytes[ranges[place]].withUnsafeBufferPointer { stock.add($0) }
        repeated.bytes.withUnsafeBufferPointer { stock.add($0) }
        return stock
    }
}

/// Goes through the words of a field side by side with those of its source.
struct FieldCursor {
    private let field: UnsafeBufferPointer<UInt8>
    private var offset = 0

    /// How many words in succession a field may have more than its source (the number of a bloc, derived dates).
    private static let most = 24

    init(_ texts: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        field = UnsafeBufferPointer(rebasing: texts[range])
    }

    /// Goes behind the next word of the field that has these bytes; false when it is not near.
    mutating func goBehind(_ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
        // Mostly it is the very next one: it begins behind signs of ASCII, and one of them follows it.
        var start = offset
        while start < field.count, separates(field[start]) { start += 1 }
        let end = start + word.count
        if end <= field.count, same(bytes, word, at: start), end == field.count || separates(field[end]) {
            offset = end
            return true
        }
        var left = Self.most
        while left > 0, let found = WordScanner.next(in: field, from: &offset) {
            if found.count == word.count, same(bytes, word, at: found.lowerBound) { return true }
            left -= 1
        }
        return false
    }

    /// True for a sign of ASCII that is no letter nor digit.
    private func separates(_ byte: UInt8) -> Bool {
        byte < 0x80 && !(0x61...0x7A).contains(byte | 0x20) && !(0x30...0x39).contains(byte)
    }

    /// True when the word stands in the field at a place that has room for it.
    private func same(_ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>, at place: Int) -> Bool {
        guard let source = bytes.baseAddress, let field = field.baseAddress else { return false }
        let (left, right) = (source + word.lowerBound, field + place)
        guard word.count < 8, word.lowerBound + 8 <= bytes.count, place + 8 <= self.field.count else {
            return pxml_same(left, right, word.count) != 0
        }
        let difference = eight(left) ^ eight(right)
        return difference & ((1 << UInt64(8 * word.count)) - 1) == 0
    }

    private func eight(_ place: UnsafePointer<UInt8>) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
    }
}
