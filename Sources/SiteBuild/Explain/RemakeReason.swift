/// Why an output is not taken over from the last site.
enum RemakeReason: Equatable, Sendable {
    /// No earlier build left anything of use, or the last site did not have this output.
    case sansTrace
    /// What all pages share has changed, by name.
    case partage([String])
    /// What it is made from has changed: its documents, or the rows of a list.
    case source([String])
    /// Other answers to the questions that it asked of the catalogue.
    case reponses([String])
    /// Addresses to which it leads are gone.
    case adressesDisparues([String])
    /// One of its links was wrong.
    case lienFautif
    /// It is made by every build that does anything.
    case toujours
    /// The published file is not as it was written.
    case retouche
    /// Another output of the same fiche is made again.
    case memeFiche(String)
    /// It is put together from what each of these fiches has in it.
    case fiches([String])

    /// The reason in French, after a dash.
    var words: String {
        switch self {
        case .sansTrace: "le dernier site n’avait pas ce fichier, ou rien n’en a été retenu"
        case .partage(let names): "toutes les pages en dépendent, et cela a changé\u{A0}: \(Self.list(names))"
        case .source(let names):
            names.isEmpty ? "les lignes de cette liste ont changé" : "sa source a changé\u{A0}: \(Self.list(names))"
        case .reponses(let words): "le catalogue répond autrement pour \(Self.list(words))"
        case .adressesDisparues(let paths): "une adresse où elle mène n’existe plus\u{A0}: \(Self.list(paths))"
        case .lienFautif: "un de ses liens était fautif"
        case .toujours: "ce fichier dépend de tout le catalogue\u{A0}: il est refait dès que quelque chose a changé"
        case .retouche: "le fichier publié manque ou a été modifié à la main"
        case .memeFiche(let path): "un autre fichier de la même fiche est refait\u{A0}: \(path)"
        case .fiches(let paths):
            paths.isEmpty
                ? "il réunit ce que disent toutes les fiches"
                : "des fiches qu’il réunit ont changé\u{A0}: \(Self.list(paths))"
        }
    }

    private static let longest = 5

    private static func list(_ words: [String]) -> String {
        let shown = words.prefix(longest).joined(separator: ", ")
        return words.count > longest ? shown + ", … (\(words.count) en tout)" : shown
    }
}
