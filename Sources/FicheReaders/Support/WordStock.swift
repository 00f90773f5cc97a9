import FrenchText
import JSONText

/// The words of a field's JSON values (keys are not words of the source), each as often as it stands there.
struct WordStock {
    private var counts: [FoldedHash: Int] = [:]

    init() {}

    init(of value: JSONValue) { add(value) }

    /// Takes one occurrence out; false when none is left.
    mutating func take(_ word: FoldedHash) -> Bool {
        guard let index = counts.index(forKey: word), counts.values[index] > 0 else { return false }
        counts.values[index] -= 1
        return true
    }

    /// Takes every word of a text out; false, and nothing taken, when the text has none or one of them is not left.
    mutating func takeAll(of text: String) -> Bool {
        var text = text
        var rest = self
        var words = 0
        let whole = text.withUTF8 { bytes in
            var whole = true
            WordScanner.scan(bytes) {
                words += 1
                if !rest.take(FoldedHash(UnsafeBufferPointer(rebasing: bytes[$0]))) { whole = false }
            }
            return whole
        }
        guard whole, words > 0 else { return false }
        self = rest
        return true
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
            WordScanner.scan(bytes) { counts[FoldedHash(UnsafeBufferPointer(rebasing: bytes[$0])), default: 0] += 1 }
        }
    }
}
