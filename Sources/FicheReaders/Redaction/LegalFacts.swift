import FicheModel

/// The facts of a legal text that an author states, in the front matter or in braces after the text.
enum LegalFacts {
    static let keys = ["date_texte", "date_publication_jo", "date_effet", "date_fin", "annees"]

    /// The text with the facts that are stated; where none is, those that its prose gives.
    static func texte(
        _ texte: String, categories: [TexteLegal.Categorie], facts: [String: FrontMatterNode],
        _ decoder: inout FieldDecoder
    ) -> TexteLegal {
        let champ = Champ.baseLegale
        guard !facts.isEmpty else { return LegalProse.read(texte, categories: categories) }
        return TexteLegal(
            categories: categories, texte: texte, dateTexte: facts["date_texte"].flatMap { decoder.date($0, champ) },
            datePublicationJO: facts["date_publication_jo"].flatMap { decoder.date($0, champ) },
            dateEffet: facts["date_effet"].flatMap { decoder.date($0, champ) },
            dateFin: facts["date_fin"].flatMap { decoder.date($0, champ) },
            annees: facts["annees"].flatMap { decoder.int($0, champ, in: 1...99, what: "un nombre d’années") })
    }
}
