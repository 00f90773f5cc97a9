import Diagnostics
import FrenchText

/// A page written by the publisher of the catalogue: `pages/*.md`.
public struct ContentPage: Equatable, Sendable {
    /// The address from the root, without slashes at its ends: `a-propos`.
    public let chemin: String
    public let titre: String
    public let description: String?
    /// Whether the usual menu shows it.
    public let menu: Bool
    /// Its place among pages; those without one come last.
    public let ordre: Int
    /// CommonMark.
    public let corps: String
    /// The path of its file in the content folder.
    public let file: String

    /// The address from the root of the site.
    public var adresse: String { chemin + "/" }

    /// The words on the home page are a page file too, without an address of their own.
    public static let accueil = "accueil"
}

/// Reads the pages of a catalogue.
public enum ContentPageReader {
    /// The page in `text`: an optional front matter (`titre`, `description`, `menu`, `ordre`) and CommonMark.
    ///
    /// - Parameter file: the path in the content folder, from which the address comes.
    public static func read(_ text: String, file: String) -> (ContentPage, [Diagnostic]) {
        let parts = FrontMatter.split(text)
        var reader = SettingReader(file: file)
        var problems: [Diagnostic] = []
        var root: SettingNode?
        if let matter = parts.matter {
            (root, problems) = SettingText.read(matter, file: file, firstLine: 2)
            if let root { reader.checkKeys(of: root, among: ["titre", "description", "menu", "ordre"]) }
        } else if parts.isOpen {
            problems.append(
                Diagnostic(
                    .error, .yamlIllisible, "L’en-tête ouvert par « --- » n’est pas fermé", file: file,
                    position: SourcePosition(line: 1), hint: "Ajoutez une ligne « --- » après le dernier réglage"))
        }
        let chemin = address(of: file)
        var body = parts.body
        var titre = reader.text(root?["titre"])
        if titre == nil, let heading = firstHeading(body) {
            titre = heading.titre
            body = heading.rest
        }
        if titre == nil {
            problems.append(
                Diagnostic(
                    .warning, .pageSansTitre, "Cette page n’a pas de titre", file: file,
                    position: SourcePosition(line: 1),
                    hint: "Ajoutez « titre: … » dans l’en-tête"))
        }
        let page = ContentPage(
            chemin: chemin, titre: titre ?? chemin, description: reader.text(root?["description"]),
            menu: reader.truth(root?["menu"]) ?? false, ordre: reader.number(root?["ordre"]) ?? Int.max, corps: body,
            file: file)
        return (page, problems + reader.diagnostics)
    }

    /// `pages/a propos.md` gives `a-propos`.
    private static func address(of file: String) -> String {
        var parts = file.split(separator: "/").map(String.init)
        if parts.first == "pages" { parts.removeFirst() }
        if let last = parts.popLast() { parts.append(String(last.prefix { $0 != "." })) }
        return parts.map { Slug.make($0) }.filter { !$0.isEmpty }.joined(separator: "/")
    }

    private static func firstHeading(_ body: String) -> (titre: String, rest: String)? {
        let trimmed = body.drop { $0.isNewline }
        guard trimmed.hasPrefix("# ") else { return nil }
        let line = trimmed.prefix { !$0.isNewline }
        return (Folding.squeezed(String(line.dropFirst(2))), String(trimmed.dropFirst(line.count)))
    }
}

extension Diagnostic.Identifier {
    public static let pageSansTitre: Self = "page-sans-titre"
}
