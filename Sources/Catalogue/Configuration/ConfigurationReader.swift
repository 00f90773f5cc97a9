import Diagnostics
import FicheModel

/// Reads `catalogue.yaml`.
public enum ConfigurationReader {
    /// The settings in `text`. An unknown key is a warning, a value that cannot be meant an error.
    public static func read(_ text: String, file: String = Configuration.fileName) -> (Configuration, [Diagnostic]) {
        let (root, problems) = SettingText.read(text, file: file)
        var configuration = Configuration()
        guard let root else { return (configuration, problems) }
        var reader = SettingReader(file: file)
        guard case .mapping = root.value else {
            reader.reject(root, "Les réglages s’écrivent « clé: valeur », une par ligne")
            return (configuration, problems + reader.diagnostics)
        }
        reader.checkKeys(of: root, among: keys)
        readNames(root, &reader, &configuration)
        readDemonstration(root, &reader, &configuration)
        configuration.date = reader.date(root["date"])
        configuration.theme = path(root["theme"], &reader)
        if let sources = root["sources"] { configuration.sources = SourceSettingReader.read(sources, &reader) }
        if let livrets = root["livrets"] { configuration.livrets = LivretSettingReader.read(livrets, &reader) }
        if let maximum = reader.number(root["livrets_maximum"]) { configuration.livretsMaximum = maximum }
        if let menu = root["menu"] { configuration.menu = entries(menu, &reader) }
        if let outputs = root["outputs"] { configuration.outputs = kinds(outputs, &reader) }
        configuration.portable = reader.truth(root["portable"]) ?? false
        if let audit = root["accessibilite"] { configuration.audit = AuditAccessibiliteReader.read(audit, &reader) }
        return (configuration, problems + reader.diagnostics)
    }

    private static let keys = [
        "titre", "sous_titre", "url", "langue", "editeur", "couleur", "logo", "demonstration", "texte_demonstration",
        "numeros_fictifs", "indexation", "date", "theme", "sources", "livrets", "livrets_maximum",
        "menu", "outputs", "portable", "accessibilite",
    ]

    private static func readNames(_ root: SettingNode, _ reader: inout SettingReader, _ result: inout Configuration) {
        if let titre = reader.text(root["titre"]) { result.titre = titre }
        result.sousTitre = reader.text(root["sous_titre"])
        if let node = root["url"], let text = reader.text(node) {
            result.url = SiteAddress(text)
            if result.url == nil {
                reader.reject(
                    node, "« \(text) » n’est pas une adresse de site",
                    hint: "Écrivez-la en entier : https://exemple.fr/certifications/")
            }
        }
        if let langue = reader.text(root["langue"]) { result.langue = langue }
        if let node = root["couleur"], let text = reader.text(node) {
            if isColour(text) {
                result.couleur = text.lowercased()
            } else {
                reader.reject(
                    node, "« \(text) » n’est pas une couleur", hint: "Six chiffres hexadécimaux : \"#7b2233\"")
            }
        }
        result.logo = path(root["logo"], &reader)
        guard let editeur = root["editeur"] else { return }
        if case .scalar = editeur.value {
            result.editeur.nom = editeur.text
            return
        }
        reader.checkKeys(of: editeur, among: ["nom", "adresse", "courriel", "site_internet", "directeur", "hebergeur"])
        result.editeur.nom = reader.text(editeur["nom"])
        result.editeur.adresse = reader.text(editeur["adresse"])
        result.editeur.courriel = reader.text(editeur["courriel"])
        result.editeur.siteInternet = reader.text(editeur["site_internet"])
        result.editeur.directeur = reader.text(editeur["directeur"])
        result.editeur.hebergeur = reader.text(editeur["hebergeur"])
    }

    private static func readDemonstration(
        _ root: SettingNode, _ reader: inout SettingReader, _ result: inout Configuration
    ) {
        if reader.truth(root["demonstration"]) == true {
            result.demonstration =
                reader.text(root["texte_demonstration"])
                    ?? """
                    Catalogue de démonstration. Seule la fiche publiée par \
                    [France compétences](https://www.francecompetences.fr/recherche_certificationprofessionnelle/) fait foi.
                    """
        }
        for node in root["numeros_fictifs"]?.elements ?? [] {
            guard let text = reader.text(node) else { continue }
            if let parsed = Repertoire.parse(text) {
                result.numerosFictifs.append(parsed.numero)
            } else {
                reader.reject(node, "« \(text) » n’est pas un numéro de fiche", hint: "Par exemple RNCP99901")
            }
        }
        result.indexation = reader.truth(root["indexation"]) ?? true
    }

    private static func entries(_ menu: SettingNode, _ reader: inout SettingReader) -> [Configuration.MenuEntry] {
        menu.elements.compactMap { node in
            reader.checkKeys(of: node, among: ["texte", "adresse"])
            guard let texte = reader.text(node["texte"]), var adresse = reader.text(node["adresse"]) else {
                reader.reject(node, "Une entrée de menu a un texte et une adresse")
                return nil
            }
            if adresse.hasPrefix("//") || adresse.contains(":") {
                reader.reject(node, "« \(adresse) » n’est pas une adresse de ce site", hint: "Par exemple « /fiches/ »")
                return nil
            }
            while adresse.hasPrefix("/") { adresse.removeFirst() }
            return Configuration.MenuEntry(texte: texte, adresse: adresse)
        }
    }

    private static func kinds(_ node: SettingNode, _ reader: inout SettingReader) -> OutputKinds {
        var kinds = OutputKinds()
        let switches: [(String, WritableKeyPath<OutputKinds, Bool>)] = [
            ("markdown", \.markdown), ("json", \.json), ("listes", \.listes), ("recherche", \.recherche),
            ("documents", \.documents), ("sitemap", \.sitemap),
            ("blocs", \.blocs), ("comparaison", \.comparaison),
            ("echeances", \.echeances), ("donnees", \.donnees), ("csv", \.csv), ("json_ld", \.jsonLD),
            ("opensearch", \.openSearch), ("livrets", \.livrets),
        ]
        reader.checkKeys(of: node, among: switches.map(\.0))
        for (key, path) in switches {
            if let truth = reader.truth(node[key]) { kinds[keyPath: path] = truth }
        }
        return kinds
    }

    /// A path inside the content folder: relative, and not leading out of it.
    private static func path(_ node: SettingNode?, _ reader: inout SettingReader) -> String? {
        guard let node, let text = reader.text(node) else { return nil }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        if text.hasPrefix("/") || parts.contains("..") {
            reader.reject(
                node, "« \(text) » sort du dossier du catalogue", hint: "Donnez un chemin à partir de ce dossier")
            return nil
        }
        return parts.filter { !$0.isEmpty && $0 != "." }.joined(separator: "/")
    }

    private static func isColour(_ text: String) -> Bool {
        text.utf8.count == 7 && text.hasPrefix("#")
            && text.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) }
    }
}
