/// French typography of a text that is shown.
public enum Typography {
    static let noBreak: Unicode.Scalar = "\u{A0}"
    static let narrowNoBreak: Unicode.Scalar = "\u{202F}"

    /// The text with the blank before `; : ? ! » %` and after `«` made unbreakable (narrow before `; ? !`).
    ///
    /// Only blanks that stand in the text are changed: no word, sign or blank is added, so that a quoted title stays exact.
    public static func spaced(_ text: String) -> String {
        var text = text
        let bytes = text.withUTF8 { spaced($0) }
        return bytes.map { String(decoding: $0, as: UTF8.self) } ?? text
    }

    /// Nil where every blank stays as it is.
    private static func spaced(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        var result: [UInt8] = []
        var copied = 0
        for index in 0..<bytes.count where bytes[index] == 0x20 {
            guard let space = space(bytes, at: index) else { continue }
            if result.isEmpty { result.reserveCapacity(bytes.count + 16) }
            result.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<index]))
            result.append(contentsOf: String(space).utf8)
            copied = index + 1
        }
        guard copied > 0 else { return nil }
        result.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied...]))
        return result
    }

    /// The blank that stands in the place of the space at `index`; nil for the space itself.
    private static func space(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Unicode.Scalar? {
        func holds(_ sign: StaticString, at start: Int) -> Bool {
            guard start >= 0, start + sign.utf8CodeUnitCount <= bytes.count else { return false }
            for offset in 0..<sign.utf8CodeUnitCount where bytes[start + offset] != sign.utf8Start[offset] {
                return false
            }
            return true
        }
        guard index + 1 < bytes.count else { return holds("«", at: index - 2) ? noBreak : nil }
        switch bytes[index + 1] {
        case UInt8(ascii: ":"), UInt8(ascii: "%"): return noBreak
        case UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "!"): return narrowNoBreak
        case 0xC2 where holds("»", at: index + 1), 0xE2 where holds("€", at: index + 1): return noBreak
        default: return holds("«", at: index - 2) ? noBreak : nil
        }
    }

    /// A number with its thousands apart: 30475 gives "30 475" (narrow no-break space).
    public static func grouped(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var result = number < 0 ? "−" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result.unicodeScalars.append(narrowNoBreak) }
            result.append(digit)
        }
        return result
    }
}
