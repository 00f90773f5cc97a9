/// Refuses the YAML that a fiche never needs and that can exhaust a machine: aliases, and nesting without end.
enum YAMLGuard {
    static let deepest = 24

    /// Why the text is refused, with the line from 0; nil when it may be parsed.
    static func refusal(of text: String) -> (line: Int, message: String, hint: String)? {
        var anchor: Int?
        var alias: Int?
        var line = 0
        var depth = 0
        var dashes = 0
        var previous = UInt8(ascii: "\n")
        /// True where a value may begin: after the start of a line, `- `, `: `, `[`, `{` or `,`.
        var begins = true
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\n"):
                line += 1
                dashes = 0
                begins = true
            case UInt8(ascii: " "): break
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                begins = true
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                depth = max(0, depth - 1)
                begins = false
            case UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "?"):
                if byte == UInt8(ascii: "-"), begins { dashes += 1 }
                begins = byte != UInt8(ascii: "-") || begins
            default:
                if begins, previous != UInt8(ascii: "&"), previous != UInt8(ascii: "*") {
                    if byte == UInt8(ascii: "&") { anchor = anchor ?? line }
                    if byte == UInt8(ascii: "*") { alias = alias ?? line }
                }
                begins = false
            }
            previous = byte
            if depth > deepest || dashes > deepest {
                return (line, "L’en-tête imbrique trop de listes", "Fermez les crochets et les accolades")
            }
        }
        guard anchor != nil, let alias else { return nil }
        return (
            alias, "Les renvois YAML (« &nom » et « *nom ») ne sont pas acceptés",
            "Répétez la valeur, ou mettez-la entre guillemets"
        )
    }
}

/// What the YAML parser complains of, in French.
enum YAMLProblem {
    static func french(_ problem: String) -> (message: String, hint: String?) {
        for (part, message, hint) in table where problem.contains(part) { return (message, hint) }
        return ("L’en-tête n’est pas du YAML valide à cet endroit", "Mettez la valeur entre guillemets doubles")
    }

    private static let table: [(String, String, String)] = [
        (
            "mapping values are not allowed", "Deux-points inattendus dans une valeur",
            "Mettez entre guillemets doubles une valeur qui contient « : »"
        ),
        (
            "could not find expected ':'", "Il manque les deux-points après une clé",
            "Écrivez « clé: valeur », avec une espace après les deux-points"
        ),
        (
            "did not find expected key", "Le retrait de cette ligne ne s’accorde pas avec les précédentes",
            "Alignez les clés d’un même niveau ; mettez entre guillemets doubles une valeur qui contient « : »"
        ),
        (
            "did not find expected '-' indicator",
            "Cette ligne devrait commencer par « - », comme le reste de la liste",
            "Alignez les tirets d’une même liste"
        ),
        (
            "did not find expected ',' or", "Il manque une virgule, un crochet ou une accolade",
            "Fermez « [ » par « ] » et « { » par « } » ; mettez entre guillemets une valeur qui contient une virgule"
        ),
        (
            "cannot start any token", "Ce signe ne peut pas commencer une valeur",
            "Mettez la valeur entre guillemets doubles ; n’employez pas de tabulation pour le retrait"
        ),
        (
            "unexpected end of stream", "Un guillemet ouvert n’est pas fermé",
            "Fermez le guillemet à la fin de la valeur"
        ),
        (
            "unexpected document indicator", "Un guillemet ouvert n’est pas fermé",
            "Fermez le guillemet à la fin de la valeur"
        ),
        (
            "unknown escape character", "Barre oblique inverse inattendue entre guillemets doubles",
            "Doublez-la, ou employez des guillemets simples"
        ),
        ("undefined alias", "Une valeur ne peut pas commencer par « * »", "Mettez la valeur entre guillemets doubles"),
        (
            "block sequence entries are not allowed", "Un tiret de liste est inattendu ici",
            "Mettez la liste à la ligne sous sa clé"
        ),
        ("found another document", "L’en-tête ne peut contenir de ligne « --- »", "Supprimez cette ligne"),
        ("tab character", "Une tabulation sert de retrait", "Remplacez-la par des espaces"),
    ]
}
