import FicheModel

/// One further source of fiches, and which of them are wanted.
public struct SourceSetting: Equatable, Sendable {
    /// A folder or a file, from the content folder.
    public var chemin: String
    public var selection: SelectionDeFiches

    public init(chemin: String, selection: SelectionDeFiches = SelectionDeFiches()) {
        self.chemin = chemin
        self.selection = selection
    }
}

/// Reads `sources`: paths, or mappings with a path and what to take of it.
enum SourceSettingReader {
    private static let keys = ["chemin", "codes", "rome", "nsf", "siret", "idcc", "actives"]

    static func read(_ node: SettingNode, _ reader: inout SettingReader) -> [SourceSetting] {
        if case .mapping = node.value { return source(node, &reader).map { [$0] } ?? [] }
        return node.elements.compactMap { source($0, &reader) }
    }

    private static func source(_ node: SettingNode, _ reader: inout SettingReader) -> SourceSetting? {
        guard case .mapping = node.value else { return reader.text(node).map { SourceSetting(chemin: $0) } }
        reader.checkKeys(of: node, among: keys)
        guard let chemin = reader.text(node["chemin"]) else {
            reader.reject(
                node, "Cette source n’a pas de chemin",
                hint: "Écrivez « chemin: exports/export-fiches-rncp-v4-1-2026-08-16.zip »")
            return nil
        }
        var selection = SelectionDeFiches()
        for (code, node) in values("codes", node, &reader) {
            if let numero = Repertoire.parse(code)?.numero {
                selection.codes.insert(numero)
            } else {
                reader.reject(
                    node, "« \(code) » n’est pas un numéro de fiche", hint: "Un numéro s’écrit RNCP34762 ou RS6232")
            }
        }
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
        selection.actives = reader.truth(node["actives"]) ?? false
        return SourceSetting(chemin: chemin, selection: selection)
    }

    /// The values of a key that have the form of its codes; the others are rejected.
    private static func checked(
        _ key: String, _ source: SettingNode, _ reader: inout SettingReader, hint: String,
        _ isCode: ([UInt8]) -> Bool
    ) -> [String] {
        values(key, source, &reader).compactMap { text, node in
            if isCode(Array(text.utf8)) { return text }
            reader.reject(node, "« \(text) » ne convient pas pour « \(key) »", hint: hint)
            return nil
        }
    }

    /// The texts of a list, or a lone text, without the blanks inside of a SIRET.
    private static func values(_ key: String, _ source: SettingNode, _ reader: inout SettingReader)
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
