import FicheModel

/// The form of codes whose list the program does not carry.
enum CodeForm {
    /// What is wrong with the form of a code; nil when nothing is.
    static func finding(_ code: String, _ champ: Champ) -> CodeFinding? {
        let digits = Array(code.utf8)
        let isNumber = digits.allSatisfy { (0x30...0x39).contains($0) }
        switch champ {
        case .formacodes where !(isNumber && digits.count == 5):
            return CodeFinding(
                .warning, .codeInvalide, code, champ, message: "« \(code) » n’a pas la forme d’un Formacode",
                hint: "Un Formacode compte cinq chiffres")
        case .conventions where !(isNumber && (3...5).contains(digits.count)):
            return CodeFinding(
                .warning, .codeInvalide, code, champ,
                message: "« \(code) » n’a pas la forme d’un numéro de brochure de convention collective",
                hint: "Ce numéro, celui de la brochure au Journal officiel, compte trois à cinq chiffres")
        default: return nil
        }
    }
}

/// The number of an establishment (INSEE): 14 digits, the last a check digit.
enum Siret {
    /// What is wrong with a SIRET; a check digit that does not fit is only noted, for real ones break the rule.
    static func finding(_ siret: String, _ champ: Champ) -> CodeFinding? {
        let digits = siret.utf8.map { Int($0) - 0x30 }
        guard digits.count == 14, digits.allSatisfy({ (0...9).contains($0) }) else {
            return CodeFinding(
                .warning, .siretInvalide, siret, champ,
                message: "« \(siret) » n’est pas un SIRET : il en faut 14 chiffres",
                hint: "Un SIRET compte 14 chiffres (le SIREN en compte 9)")
        }
        // A number that begins with six zeros is an invented one, of an example.
        guard !hasFittingCheckDigit(digits), !digits.starts(with: [0, 0, 0, 0, 0, 0]) else { return nil }
        return CodeFinding(
            .note, .siretDouteux, siret, champ,
            message: "Le SIRET « \(siret) » a une clé de contrôle qui ne convient pas",
            hint: "Comparez-le à celui de l’annuaire des entreprises ; il est gardé tel quel")
    }

    /// The rule of Luhn, or, for the establishments of La Poste (SIREN 356 000 000), a sum that 5 divides.
    private static func hasFittingCheckDigit(_ digits: [Int]) -> Bool {
        var sum = 0
        for (index, digit) in digits.reversed().enumerated() {
            let value = index % 2 == 1 ? digit * 2 : digit
            sum += value > 9 ? value - 9 : value
        }
        if sum % 10 == 0 { return true }
        return digits.starts(with: [3, 5, 6, 0, 0, 0, 0, 0, 0]) && digits.reduce(0, +) % 5 == 0
    }
}

/// Finds the line on which a code stands, among those that its field came from.
struct CodePlaces {
    private let text: SourceText
    private let provenance: [Champ: [Int]]

    init(_ text: SourceText, provenance: [Champ: [Int]]) {
        self.text = text
        self.provenance = provenance
    }

    /// The first line of the field that shows the code; else the first line of the field.
    func line(of code: String, _ champ: Champ) -> SourceLine? {
        var code = code
        let found = code.withUTF8 { code in
            (provenance[champ] ?? []).first { number in
                let index = number - text.firstLine
                return text.lines.indices.contains(index) && !code.isEmpty && shows(code, index)
            }
        }
        let number = found ?? provenance[champ]?.first { text.lines.indices.contains($0 - text.firstLine) }
        return number.map { line in
            let line = text.lines[line - text.firstLine]
            return text.hasLineTexts
                ? line : SourceLine(number: line.number, range: line.range, text: text.text(line.range))
        }
    }

    private func shows(_ code: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        guard text.hasLineTexts else {
            return text.bytes.withUnsafeBufferPointer { bytes in
                ByteSearch.first(code, in: UnsafeBufferPointer(rebasing: bytes[text.lines[index].range])) != nil
            }
        }
        var line = text.lines[index].text
        return line.withUTF8 { ByteSearch.first(code, in: $0) != nil }
    }
}
