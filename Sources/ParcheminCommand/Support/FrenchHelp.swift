/// Puts the fixed words of the argument parser into French: it has no catalogue of messages of its own.
enum FrenchHelp {
    static func translated(_ message: String) -> String {
        var lines: [String] = []
        for line in message.split(separator: "\n", omittingEmptySubsequences: false) {
            lines.append(phrases.reduce(String(line)) { replacing($1.0, by: $1.1, in: $0) })
        }
        return lines.joined(separator: "\n")
    }

    private static let phrases: [(String, String)] = [
        ("OVERVIEW: ", ""), ("USAGE:", "UTILISATION :"), ("Usage:", "Utilisation :"), ("ARGUMENTS:", "ARGUMENTS :"),
        ("OPTIONS:", "OPTIONS :"), ("SUBCOMMANDS:", "COMMANDES :"), ("<subcommand>", "<commande>"),
        ("Show subcommand help information.", "Affiche l’aide d’une commande."),
        ("Show help information.", "Affiche cette aide."), ("Show the version.", "Affiche la version."),
        ("  See '", "  Voir « "), ("' for more information.", " »."), ("' for detailed help.", " » pour le détail."),
        ("(default: ", "(par défaut : "), ("(values: ", "(valeurs : "), ("Error: ", "Erreur : "),
        ("Missing expected argument ", "Il manque l’argument "),
        ("Missing value for ", "Il manque une valeur pour "), ("Unknown option ", "Option inconnue : "),
        ("Unexpected argument ", "Argument de trop : "), (" unexpected arguments: ", " arguments de trop : "),
        ("Did you mean ", "Vouliez-vous dire "), ("Help:", "Aide :"),
        ("The value '", "La valeur « "), ("' is invalid for '", " » ne convient pas pour « "),
    ]

    private static func replacing(_ phrase: String, by french: String, in line: String) -> String {
        guard line.contains(phrase) else { return line }
        return line.split(separator: phrase, omittingEmptySubsequences: false).joined(separator: french)
    }
}
