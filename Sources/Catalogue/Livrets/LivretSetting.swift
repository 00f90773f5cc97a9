import Diagnostics
import FicheModel
import FrenchText

/// A booklet as the settings ask for it.
public struct LivretSetting: Equatable, Sendable {
    /// In which order its fiches stand.
    public enum Ordre: String, CaseIterable, Sendable {
        case titre, numero, niveau, echeance
        /// That of the key `fiches`.
        case liste
    }

    /// The last part of its address.
    public var nom: String
    public var titre: String?
    public var sousTitre: String?
    public var selection = SelectionDeLivret()
    public var ordre = Ordre.titre
    /// Whether each fiche begins on a right-hand page, for printing on both sides; a page before it may then be blank.
    public var rectoVerso = false
    /// Where the settings speak of it.
    public var position: SourcePosition?

    public init(nom: String) { self.nom = nom }

    /// The name of the booklet of the whole catalogue.
    public static let catalogue = "catalogue"
    /// How many fiches a booklet holds at most, where the settings do not say.
    public static let maximum = 100
}

/// Reads `livrets`.
enum LivretSettingReader {
    private static let keys =
        ["nom", "titre", "sous_titre", "fiches"] + SelectionReader.keys
        + ["niveau", "type", "certificateur", "convention", "en_vigueur", "ordre", "recto_verso"]

    static func read(_ node: SettingNode, _ reader: inout SettingReader) -> [LivretSetting] {
        var livrets: [LivretSetting] = []
        let nodes: [SettingNode] = if case .mapping = node.value { [node] } else { node.elements }
        for node in nodes {
            guard let livret = livret(node, &reader) else { continue }
            if livrets.contains(where: { $0.nom == livret.nom }) {
                reader.reject(node, "Deux livrets s’appellent « \(livret.nom) »", hint: "Donnez à chacun son nom")
            } else {
                livrets.append(livret)
            }
        }
        return livrets
    }

    private static func livret(_ node: SettingNode, _ reader: inout SettingReader) -> LivretSetting? {
        guard case .mapping = node.value, let nom = reader.text(node["nom"]) else {
            reader.reject(node, "Ce livret n’a pas de nom", hint: "Écrivez « nom: horlogerie »")
            return nil
        }
        reader.checkKeys(of: node, among: keys)
        guard Slug.make(nom) == nom, !nom.isEmpty else {
            reader.reject(
                node["nom"] ?? node, "« \(nom) » ne peut pas être une adresse",
                hint: "Des lettres sans accent, des chiffres et des traits d’union, par exemple « \(Slug.make(nom)) »")
            return nil
        }
        var livret = LivretSetting(nom: nom)
        livret.titre = reader.text(node["titre"])
        livret.sousTitre = reader.text(node["sous_titre"])
        livret.position = node.position
        livret.rectoVerso = reader.truth(node["recto_verso"]) ?? false
        livret.selection = selection(node, &reader)
        if let ordre = node["ordre"], let text = reader.text(ordre) {
            if let known = LivretSetting.Ordre(rawValue: Folding.key(text)) {
                livret.ordre = known
            } else {
                let names = LivretSetting.Ordre.allCases.map(\.rawValue)
                reader.reject(
                    ordre, "« \(text) » n’est pas un ordre",
                    hint: NearestMatch.nearest(to: text, in: names).map { "Vouliez-vous dire « \($0) » ?" }
                        ?? "Les ordres sont : \(names.joined(separator: ", "))")
            }
        }
        return livret
    }

    private static func selection(_ node: SettingNode, _ reader: inout SettingReader) -> SelectionDeLivret {
        var selection = SelectionDeLivret()
        selection.codes = SelectionReader.read(node, &reader)
        selection.fiches = texts("fiches", node, &reader)
        selection.types = texts("type", node, &reader)
        selection.certificateurs = texts("certificateur", node, &reader)
        selection.conventions = texts("convention", node, &reader)
        selection.enVigueur = reader.truth(node["en_vigueur"]) ?? false
        for element in node["niveau"]?.elements ?? [] {
            guard let text = reader.text(element) else { continue }
            if Folding.key(text) == "sans" {
                selection.niveaux.append(nil)
            } else if let niveau = Int(text), (1...8).contains(niveau) {
                selection.niveaux.append(niveau)
            } else {
                reader.reject(
                    element, "« \(text) » n’est pas un niveau",
                    hint: "Les niveaux vont de 1 à 8 ; « sans » prend les fiches qui n’en déclarent pas")
            }
        }
        return selection
    }

    private static func texts(_ key: String, _ node: SettingNode, _ reader: inout SettingReader) -> [String] {
        guard let node = node[key] else { return [] }
        if case .mapping = node.value { reader.reject(node, "Il faut ici un texte ou une liste de textes") }
        return node.elements.compactMap { reader.text($0) }
    }
}
