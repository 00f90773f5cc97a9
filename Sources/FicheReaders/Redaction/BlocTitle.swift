import FicheModel

/// The heading of a bloc: « 1. Accueillir les clients {RNCP31387BC01} », « Bloc n° 1 : … {code dérivé: …} ».
struct BlocTitle {
    let numero: Int?
    let libelle: SourceLine
    let code: String?
    let codeDerive: Bool
    /// The parts whose words the fiche carries.
    let carried: [SourceLine]

    /// Nil when there is no libellé.
    init?(_ title: SourceLine) {
        let (rest, braces) = Braces.split(title)
        var code = braces
        var derive = false
        if let inside = braces, let colon = inside.text.utf8.firstIndex(of: UInt8(ascii: ":")) {
            let offset = inside.text.utf8.distance(from: inside.text.utf8.startIndex, to: colon)
            if RubriqueTitles.key(inside.part(0..<offset).text) == "code derive" {
                derive = true
                code = inside.part((offset + 1)..<inside.range.count).trimmed
            }
        }
        var (number, libelle) = NumberedTitle.split(rest, words: ["bloc", "domaine"], needsNumber: true)
        var printedNumero = number.flatMap { Int($0.text) }
        if code == nil, let coded = Self.leadingCode(of: libelle) {
            (code, libelle) = (coded.code, coded.libelle)
            printedNumero = printedNumero ?? coded.numero
        }
        guard !libelle.text.isEmpty else { return nil }
        numero = printedNumero
        self.libelle = libelle
        self.code = code.flatMap { $0.text.isEmpty ? nil : $0.text }
        codeDerive = derive
        carried = [number, libelle, code].compactMap { $0 }
    }

    /// « RNCP31387BC01 - Accueillir les clients », as the register's pages print it.
    private static func leadingCode(of title: SourceLine) -> (code: SourceLine, libelle: SourceLine, numero: Int)? {
        let bytes = Array(title.text.utf8)
        let length = bytes.prefix { ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x41 && $0 <= 0x5A) }.count
        let code = title.part(0..<length)
        guard Repertoire.allCases.contains(where: { code.text.hasPrefix($0.rawValue) }),
            let mark = code.text.range(of: "BC"), let numero = Int(code.text[mark.upperBound...]),
            (1..<1_000_000).contains(numero)
        else { return nil }
        let rest = title.part(length..<bytes.count).trimmed
        guard let sign = rest.text.unicodeScalars.first, "-–—:.".unicodeScalars.contains(sign) else { return nil }
        return (code, rest.part(UTF8.width(sign)..<rest.range.count).trimmed, numero)
    }
}

/// The heading of an unité de compétences: « Unité 1 : libellé ».
struct UniteTitle {
    let numero: Int?
    let libelle: SourceLine
    let carried: [SourceLine]

    init(_ title: SourceLine) {
        let (rest, _) = Braces.split(title)
        let (number, libelle) = NumberedTitle.split(rest, words: ["unité", "unite"], needsNumber: false)
        numero = number.flatMap { Int($0.text) }
        self.libelle = libelle
        carried = [number, libelle].compactMap { $0 }
    }
}

/// A heading that begins with a word, a number or both, and a sign.
enum NumberedTitle {
    /// The number and what follows it. A number counts only when `.`, `)`, `:` or a dash follows; without one the word
    /// is taken off only when such a sign follows it and `needsNumber` is false.
    static func split(
        _ title: SourceLine, words: [String], needsNumber: Bool
    ) -> (number: SourceLine?, libelle: SourceLine) {
        let text = title.text
        var start = 0
        let lower = text.lowercased()
        for word in words where lower.hasPrefix(word) && lower.utf8.count == text.utf8.count {
            start = word.utf8.count
            break
        }
        let bytes = Array(text.utf8)
        func skipBlanks(_ index: inout Int) {
            while index < bytes.count {
                if bytes[index] == 0x20 || bytes[index] == 0x09 {
                    index += 1
                } else if index + 1 < bytes.count, bytes[index] == 0xC2, bytes[index + 1] == 0xA0 {
                    index += 2
                } else if index + 2 < bytes.count, bytes[index...(index + 2)].elementsEqual([0xE2, 0x80, 0xAF]) {
                    index += 3
                } else {
                    return
                }
            }
        }
        var index = start
        skipBlanks(&index)
        // « n° »
        if index + 2 < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "n"), bytes[index + 1] == 0xC2,
            bytes[index + 2] == 0xB0
        {
            index += 3
            skipBlanks(&index)
        }
        let digits = index
        while index < bytes.count, (0x30...0x39).contains(bytes[index]), index - digits < 6 { index += 1 }
        let number = digits..<index
        skipBlanks(&index)
        guard index < bytes.count, !number.isEmpty || (!needsNumber && start > 0) else { return (nil, title.trimmed) }
        let sign = bytes[index...]
        let width: Int
        if [UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: ":"), UInt8(ascii: "-")].contains(sign.first) {
            width = 1
        } else if sign.starts(with: [0xE2, 0x80, 0x93]) || sign.starts(with: [0xE2, 0x80, 0x94]) {
            width = 3
        } else {
            return (nil, title.trimmed)
        }
        let libelle = title.part((index + width)..<bytes.count).trimmed
        return (number.isEmpty ? nil : title.part(number), libelle)
    }
}

/// What an author states in braces at the end of a line.
enum Braces {
    /// The line without its braces, and what stands in them; nil when the line ends with none.
    static func split(_ line: SourceLine) -> (rest: SourceLine, inside: SourceLine?) {
        let whole = line.trimmedAtEnd
        let bytes = Array(whole.text.utf8)
        guard bytes.last == UInt8(ascii: "}"), let open = bytes.lastIndex(of: UInt8(ascii: "{")) else {
            return (whole, nil)
        }
        let escaped = open > 0 && bytes[open - 1] == UInt8(ascii: "\\")
        if escaped { return (whole, nil) }
        return (whole.part(0..<open).trimmedAtEnd, whole.part((open + 1)..<(bytes.count - 1)).trimmed)
    }
}

extension SourceLine {
    /// The part between the blanks at both ends.
    var trimmed: SourceLine {
        let start = text.utf8.prefix { $0 <= 0x20 }.count
        return start == 0 ? trimmedAtEnd : part(start..<text.utf8.count).trimmedAtEnd
    }

    /// The part before the blanks at the end.
    var trimmedAtEnd: SourceLine {
        let blanks = text.utf8.reversed().prefix { $0 <= 0x20 }.count
        return blanks == 0 ? self : part(0..<(text.utf8.count - blanks))
    }
}
