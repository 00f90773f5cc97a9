/// A word with its feminine ending behind a sign: `chargé(e)`, `vendeurs/euses`, `technicien·ne·s`, `attaché.e`.
struct InclusiveForm {
    /// Where the whole form ends.
    let end: Int
    /// The feminine in full; nil for a mere plural in parentheses.
    let feminine: [UInt8]?

    /// The form whose first word stands at `start..<wordEnd`; nil when what follows is something else.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ wordEnd: Int) {
        guard wordEnd - start >= 3, wordEnd < bytes.count, bytes[start..<wordEnd].allSatisfy(FrenchStemming.isLetter) else {
            return nil
        }
        let sign = bytes[wordEnd]
        guard
            sign == UInt8(ascii: "(") || sign == UInt8(ascii: "/") || sign == UInt8(ascii: ".") || sign == UInt8(ascii: "-")
                || sign == SearchFolding.inclusiveDot
        else { return nil }
        var index = wordEnd + 1
        while index < bytes.count, FrenchStemming.isLetter(bytes[index]), index - wordEnd <= 6 { index += 1 }
        let written = Array(bytes[(wordEnd + 1)..<index])
        guard !written.isEmpty else { return nil }
        var plural = false
        if sign == UInt8(ascii: "(") {
            guard index < bytes.count, bytes[index] == UInt8(ascii: ")") else { return nil }
            index += 1
            if index < bytes.count, bytes[index] == UInt8(ascii: "s") {
                index += 1
                plural = true
            }
        } else if sign != UInt8(ascii: "/"), index + 1 < bytes.count, bytes[index] == sign, bytes[index + 1] == UInt8(ascii: "s") {
            index += 2
            plural = true
        }
        guard index >= bytes.count || !SearchWords.isWord(bytes[index]) else { return nil }
        if sign == UInt8(ascii: "("), written == [UInt8(ascii: "s")] {
            (end, feminine) = (index, nil)
            return
        }
        if sign == UInt8(ascii: ".") || sign == UInt8(ascii: "-"), !Self.short.contains(written) { return nil }
        var ending = written
        if ending.count > 1, ending.last == UInt8(ascii: "s") {
            ending.removeLast()
            plural = true
        }
        var word = Array(bytes[start..<wordEnd])
        if word.last == UInt8(ascii: "s") {
            word.removeLast()
            plural = true
        }
        guard let rule = Self.rules.first(where: { $0.ending == ending && word.ends(with: $0.masculine) }) else { return nil }
        word.removeLast(rule.masculine.count)
        word.append(contentsOf: rule.feminine)
        if plural { word.append(UInt8(ascii: "s")) }
        (end, feminine) = (index, word)
    }

    private static let short = Set(FrenchTables.shortEndings.map { Array($0.utf8) })
    private static let rules = FrenchTables.feminines.map {
        (ending: Array($0.0.utf8), masculine: Array($0.1.utf8), feminine: Array($0.2.utf8))
    }
}
