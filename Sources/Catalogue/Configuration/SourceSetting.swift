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
    private static let keys = ["chemin", "codes"] + SelectionReader.keys + ["actives"]

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
        var codes: Set<String> = []
        for (code, node) in SelectionReader.values("codes", node, &reader) {
            if let numero = Repertoire.parse(code)?.numero {
                codes.insert(numero)
            } else {
                reader.reject(
                    node, "« \(code) » n’est pas un numéro de fiche", hint: "Un numéro s’écrit RNCP34762 ou RS6232")
            }
        }
        var selection = SelectionReader.read(node, &reader)
        selection.codes = codes
        selection.actives = reader.truth(node["actives"]) ?? false
        return SourceSetting(chemin: chemin, selection: selection)
    }
}
