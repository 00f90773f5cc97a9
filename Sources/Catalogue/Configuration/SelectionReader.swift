import FicheModel

/// Reads the codes by which fiches are chosen: the same for a source and for a booklet.
enum SelectionReader {
    static let keys = ["rome", "nsf", "siret", "idcc"]

    /// The criteria among the entries of `node`; a value without the form of its code is rejected.
    static func read(_ node: SettingNode, _ reader: inout SettingReader) -> SelectionDeFiches {
        var selection = SelectionDeFiches()
        selection.rome = checked(
            "rome", node, &reader, hint: "Un code ROME s’écrit K1304 ; « K13 » ou « K » en prend plusieurs"
        ) {
            (1...5).contains($0.count) && isLetter($0[0]) && $0.dropFirst().allSatisfy(isDigit)
                || $0.count == 3 && isLetter($0[0]) && isDigit($0[1]) && isDigit($0[2])
        }
        selection.nsf = checked(
            "nsf", node, &reader, hint: "Un code NSF s’écrit 251 ou 251w ; « 25 » en prend plusieurs"
        ) {
            (1...4).contains($0.count) && isDigit($0[0])
                && $0.enumerated().allSatisfy { isDigit($0.element) || ($0.offset == 3 && isLetter($0.element)) }
        }
        selection.siret = checked(
            "siret", node, &reader,
            hint: "Un SIRET a 14 chiffres, un SIREN en a 9 ; entre guillemets s’il commence par 0"
        ) { ($0.count == 14 || $0.count == 9) && $0.allSatisfy(isDigit) }
        selection.idcc = checked("idcc", node, &reader, hint: "Un IDCC a un à quatre chiffres") {
            (1...4).contains($0.count) && $0.allSatisfy(isDigit)
        }
        return selection
    }

    /// The values of a key that have the form of its codes; the others are rejected.
    private static func checked(
        _ key: String, _ node: SettingNode, _ reader: inout SettingReader, hint: String,
        _ isCode: ([UInt8]) -> Bool
    ) -> [String] {
        values(key, node, &reader).compactMap { text, node in
            if isCode(Array(text.utf8)) { return text }
            reader.reject(node, "« \(text) » ne convient pas pour « \(key) »", hint: hint)
            return nil
        }
    }

    /// The texts of a list, or a lone text, without the blanks inside of a SIRET.
    static func values(_ key: String, _ source: SettingNode, _ reader: inout SettingReader)
        -> [(String, SettingNode)]
    {
        guard let node = source[key] else { return [] }
        if case .mapping = node.value {
            reader.reject(node, "Il faut ici une liste de codes", hint: "Par exemple « \(key): [A, B] »")
            return []
        }
        return node.elements.compactMap { element in
            guard let text = reader.text(element) else { return nil }
            return (String(decoding: text.utf8.filter { $0 != 0x20 }, as: UTF8.self), element)
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
