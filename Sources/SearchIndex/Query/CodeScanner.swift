import FrenchText

/// Finds levels and codes in a folded question and takes them out.
struct CodeScanner {
    private(set) var bytes: [UInt8]
    private(set) var levels: [Int] = []

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// "bac+2", "bac plus 2" and "niveau 5".
    mutating func takeLevels() {
        let ofBac = [2: 5, 3: 6, 4: 6, 5: 7, 6: 7, 7: 7, 8: 8]
        var index = 0
        while index < bytes.count {
            guard isStart(index) else {
                index += 1
                continue
            }
            if let afterBac = word("bac", at: index) {
                var next = blanks(afterBac)
                if next < bytes.count, bytes[next] == UInt8(ascii: "+") {
                    next = blanks(next + 1)
                } else if let afterPlus = word("plus", at: next), next > afterBac {
                    next = blanks(afterPlus)
                } else {
                    index += 1
                    continue
                }
                if let digit = digit(at: next), let level = ofBac[digit] {
                    take(index..<next + 1, level)
                    continue
                }
            } else if let after = word("niveau", at: index), case let next = blanks(after), next > after,
                let digit = digit(at: next), (1...8).contains(digit)
            {
                take(index..<next + 1, digit)
                continue
            }
            index += 1
        }
    }

    private mutating func take(_ range: Range<Int>, _ level: Int) {
        if !levels.contains(level) { levels.append(level) }
        bytes.replaceSubrange(range, with: [0x20])
    }

    /// "rncp 37948", "RS-5719", "RNCP n° 37 948", "rncp99905bc2": taken out and returned.
    mutating func takeNumber() -> QueryText.Numero? {
        for index in bytes.indices where isStart(index) {
            for prefix in ["rncp", "rs"] {
                guard let after = beginning(prefix, at: index) else { continue }
                var next = separators(after)
                for word in ["numero", "no", "n"] {
                    if let end = beginning(word, at: next), end >= bytes.count || !isLetter(end) {
                        next = separators(end)
                        break
                    }
                }
                guard let (digits, end) = number(at: next, least: 1) else { continue }
                var close = end
                if let bloc = beginning("bc", at: separators(end)) {
                    var last = separators(bloc)
                    let first = last
                    while last < bytes.count, isDigit(last), last - first < 3 { last += 1 }
                    if last > first, last >= bytes.count || !SearchWords.isWordByte(bytes[last]) { close = last }
                }
                guard close >= bytes.count || !SearchWords.isWordByte(bytes[close]) else { continue }
                bytes.replaceSubrange(index..<close, with: [0x20])
                return QueryText.Numero(prefixe: prefix.uppercased(), chiffres: digits)
            }
        }
        return nil
    }

    /// Codes of conventions, Formacode, NSF and ROME: taken out and returned as words of the index.
    mutating func takeCodes() -> [String] {
        var codes: [String] = []
        var index = 0
        while index < bytes.count {
            if isStart(index), let (code, end) = code(at: index) {
                codes.append(code)
                bytes.replaceSubrange(index..<end, with: [0x20])
            }
            index += 1
        }
        return codes
    }

    private func code(at index: Int) -> (String, Int)? {
        if let after = beginning("idcc", at: index), let (digits, end) = run(at: separators(after), 1...4), ends(end) {
            return ("idcc" + digits.drop { $0 == "0" }, end)
        }
        if let after = beginning("formacode", at: index), let (digits, end) = run(at: separators(after), 5...5), ends(end) {
            return ("formacode" + digits, end)
        }
        if let after = beginning("nsf", at: index), let (digits, end) = run(at: separators(after), 2...3) {
            if ends(end) { return ("nsf" + digits, end) }
            if isLetter(end), ends(end + 1) { return ("nsf" + digits + letter(end), end + 1) }
        }
        let start = beginning("rome", at: index).map(separators) ?? index
        if start < bytes.count, (0x61...0x6E).contains(bytes[start]), case let next = start + 1,
            case let gap = separators(next), gap - next <= 1, let (digits, end) = run(at: gap, 4...4), ends(end)
        {
            return ("rome" + letter(start) + digits, end)
        }
        if let (digits, end) = run(at: index, 3...3), isLetter(end), ends(end + 1) {
            return ("nsf" + digits + letter(end), end + 1)
        }
        return nil
    }

    /// The number when the text is nothing but a number and words that say nothing beside one.
    func bareNumber() -> QueryText.Numero? {
        var found: QueryText.Numero?
        var index = 0
        while index < bytes.count {
            guard SearchWords.isWordByte(bytes[index]) else {
                index += 1
                continue
            }
            if found == nil, isDigit(index), let (digits, end) = number(at: index, least: 3), ends(end) {
                found = QueryText.Numero(prefixe: nil, chiffres: digits)
                index = end
                continue
            }
            var end = index
            while end < bytes.count, SearchWords.isWordByte(bytes[end]) { end += 1 }
            let word = String(decoding: bytes[index..<end], as: UTF8.self)
            guard SearchSynonyms.accessories.contains(word) || FrenchTables.stopWords.contains(word) else { return nil }
            index = end
        }
        return found
    }

    /// Digits, with one blank allowed before the last three.
    private func number(at index: Int, least: Int) -> (String, Int)? {
        guard let (digits, end) = run(at: index, least...7) ?? run(at: index, 1...4) else { return nil }
        if digits.count <= 4, end < bytes.count, bytes[end] == 0x20, let (last, close) = run(at: end + 1, 3...3), ends(close) {
            return (digits + last, close)
        }
        return digits.count >= least ? (digits, end) : nil
    }

    /// A whole run of digits of that length.
    private func run(at index: Int, _ lengths: ClosedRange<Int>) -> (String, Int)? {
        var end = index
        while end < bytes.count, isDigit(end) { end += 1 }
        guard lengths.contains(end - index) else { return nil }
        return (String(decoding: bytes[index..<end], as: UTF8.self), end)
    }

    private func isStart(_ index: Int) -> Bool { index == 0 || !SearchWords.isWordByte(bytes[index - 1]) }
    private func ends(_ index: Int) -> Bool { index >= bytes.count || !SearchWords.isWordByte(bytes[index]) }
    private func isDigit(_ index: Int) -> Bool { bytes[index] >= 0x30 && bytes[index] <= 0x39 }
    private func isLetter(_ index: Int) -> Bool { index < bytes.count && bytes[index] >= 0x61 && bytes[index] <= 0x7A }
    private func letter(_ index: Int) -> String { String(decoding: bytes[index...index], as: UTF8.self) }

    private func digit(at index: Int) -> Int? {
        guard index < bytes.count, isDigit(index), ends(index + 1) else { return nil }
        return Int(bytes[index]) - 0x30
    }

    /// The end of this beginning of a word, where it stands here.
    private func beginning(_ word: String, at index: Int) -> Int? {
        bytes[min(index, bytes.count)...].starts(with: word.utf8) ? index + word.utf8.count : nil
    }

    /// The end of this whole word, where it stands here.
    private func word(_ word: String, at index: Int) -> Int? {
        beginning(word, at: index).flatMap { ends($0) ? $0 : nil }
    }

    private func blanks(_ index: Int) -> Int {
        var index = index
        while index < bytes.count, bytes[index] == 0x20 { index += 1 }
        return index
    }

    /// Past blanks and the signs that stand between a prefix and its number.
    private func separators(_ index: Int) -> Int {
        var index = index
        while index < bytes.count, Self.signs.contains(bytes[index]) { index += 1 }
        return index
    }

    private static let signs = Array(" -_:./#".utf8)
}
