/// Calls of footnotes in a text: raised digits ("évaluateur¹"), written `[^1]` in the CommonMark of a document.
enum NoteCalls {
    private static let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars)

    /// The value of a raised digit.
    static func digit(_ scalar: Unicode.Scalar) -> Int? { raised.firstIndex(of: scalar) }

    /// The text with calls that Markdown writes (`[^1]`) as raised digits, so that one form is left.
    static func normalised(_ text: String) -> String {
        guard text.contains("[^") else { return text }
        var result: [Unicode.Scalar] = []
        let scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count {
            if scalars[index] == "[", index + 2 < scalars.count, scalars[index + 1] == "^" {
                var end = index + 2
                while end < scalars.count, (0x30...0x39).contains(scalars[end].value) { end += 1 }
                if end > index + 2, end < scalars.count, scalars[end] == "]" {
                    for digit in scalars[(index + 2)..<end] { result.append(raised[Int(digit.value - 0x30)]) }
                    index = end + 1
                    continue
                }
            }
            result.append(scalars[index])
            index += 1
        }
        return String(String.UnicodeScalarView(result))
    }

    /// The numbers of the calls that a CommonMark text has (`[^1]`).
    static func written(in text: String) -> Set<Int> {
        guard text.contains("[^") else { return [] }
        var found: Set<Int> = []
        let bytes = Array(text.utf8)
        for index in bytes.indices.dropLast() where bytes[index] == 0x5B && bytes[index + 1] == 0x5E {
            let digits = bytes[(index + 2)...].prefix(18).prefix { (0x30...0x39).contains($0) }
            guard digits.endIndex < bytes.count, bytes[digits.endIndex] == 0x5D else { continue }
            if let numero = Int(String(decoding: digits, as: UTF8.self)) { found.insert(numero) }
        }
        return found
    }

    /// The number of the note that a line begins, with what follows it: "¹ Cette charte…".
    static func definition(_ line: String) -> (numero: Int, rest: String)? {
        let scalars = Array(normalised(line).unicodeScalars)
        var end = 0
        var numero = 0
        while end < scalars.count, end < 3, let digit = digit(scalars[end]) {
            numero = numero * 10 + digit
            end += 1
        }
        guard end > 0, numero > 0 else { return nil }
        var rest = scalars[end...]
        while let first = rest.first, first.properties.isWhitespace || first == ":" || first == "." {
            rest.removeFirst()
        }
        guard !rest.isEmpty else { return nil }
        return (numero, String(String.UnicodeScalarView(rest)))
    }

    /// The text with the calls of known notes as `[^n]`. A raised digit after a unit of measure ("300 m²") is no call.
    static func marked(_ text: String, known: Set<Int>) -> String {
        guard !known.isEmpty else { return text }
        var result: [Unicode.Scalar] = []
        for piece in pieces(text) {
            switch piece {
            case .text(let scalars): result.append(contentsOf: scalars)
            case .call(let numero, let scalars):
                if known.contains(numero), !endsWithUnit(result) {
                    while result.last == " " || result.last == "\u{A0}" { result.removeLast() }
                    result.append(contentsOf: "[^\(numero)]".unicodeScalars)
                } else {
                    result.append(contentsOf: scalars)
                }
            }
        }
        return String(String.UnicodeScalarView(result))
    }

    /// The text without the calls of known notes, and their numbers.
    static func removed(from text: String, known: Set<Int>) -> (text: String, calls: [Int]) {
        var result: [Unicode.Scalar] = []
        var calls: [Int] = []
        for piece in pieces(text) {
            switch piece {
            case .text(let scalars): result.append(contentsOf: scalars)
            case .call(let numero, let scalars):
                if known.contains(numero), !endsWithUnit(result) {
                    calls.append(numero)
                    while result.last == " " || result.last == "\u{A0}" { result.removeLast() }
                } else {
                    result.append(contentsOf: scalars)
                }
            }
        }
        return (String(String.UnicodeScalarView(result)), calls)
    }

    /// The text with other numbers in its calls, and the numbers that were replaced.
    static func renamed(_ text: String, _ numbers: [Int: Int]) -> (text: String, replaced: [Int]) {
        var result: [Unicode.Scalar] = []
        var replaced: [Int] = []
        for piece in pieces(text) {
            switch piece {
            case .text(let scalars): result.append(contentsOf: scalars)
            case .call(let numero, let scalars):
                if let other = numbers[numero], other != numero, !endsWithUnit(result) {
                    replaced.append(numero)
                    for digit in String(other).unicodeScalars { result.append(raised[Int(digit.value - 0x30)]) }
                } else {
                    result.append(contentsOf: scalars)
                }
            }
        }
        return (String(String.UnicodeScalarView(result)), replaced)
    }

    private enum Piece {
        case text(ArraySlice<Unicode.Scalar>)
        case call(Int, ArraySlice<Unicode.Scalar>)
    }

    private static func pieces(_ text: String) -> [Piece] {
        let scalars = Array(text.unicodeScalars)
        var pieces: [Piece] = []
        var start = 0
        var index = 0
        while index < scalars.count {
            guard let first = digit(scalars[index]) else {
                index += 1
                continue
            }
            var numero = first
            var end = index + 1
            while end < scalars.count, end - index < 3, let next = digit(scalars[end]) {
                numero = numero * 10 + next
                end += 1
            }
            if start < index { pieces.append(.text(scalars[start..<index])) }
            pieces.append(.call(numero, scalars[index..<end]))
            (start, index) = (end, end)
        }
        if start < scalars.count { pieces.append(.text(scalars[start...])) }
        return pieces
    }

    private static func endsWithUnit(_ scalars: [Unicode.Scalar]) -> Bool {
        var word = String.UnicodeScalarView()
        for scalar in scalars.reversed() {
            guard scalar.properties.isAlphabetic, word.count < 4 else { break }
            word.insert(scalar, at: word.startIndex)
        }
        return ["m", "cm", "mm", "dm", "km", "M"].contains(String(word))
    }
}
