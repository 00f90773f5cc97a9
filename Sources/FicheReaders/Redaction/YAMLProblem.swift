/// What the YAML parser complains of, in French.
enum YAMLProblem {
    /// The sentence and the advice; `isUnclosed` where something was opened and never closed.
    static func french(_ problem: String) -> (message: String, hint: String?, isUnclosed: Bool) {
        let isUnclosed = unclosed.contains { problem.contains($0) }
        for (part, message, hint) in table where problem.contains(part) { return (message, hint, isUnclosed) }
        return (
            "L’en-tête n’est pas du YAML valide à cet endroit", "Mettez la valeur entre guillemets doubles", isUnclosed
        )
    }

    private static let unclosed = [
        "did not find expected ',' or", "unexpected end of stream", "unexpected document indicator",
    ]

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
