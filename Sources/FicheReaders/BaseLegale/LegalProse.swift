import FicheModel
import FrenchText

/// Reads the prose of arrêtés and décrets: "Arrêté du 30 juillet 2018 publié au Journal Officiel du 07 août 2018 portant
/// enregistrement […] pour cinq ans, […] avec effet du 07 août 2018, jusqu'au 07 août 2023."
public enum LegalProse {
    /// One legal text with the dates that its prose states. What it does not state is nil.
    ///
    /// - Parameter texte: the text as it is to be kept (CommonMark).
    public static func read(_ texte: String, categories: [TexteLegal.Categorie]) -> TexteLegal {
        let words = LegalWords(texte)
        return TexteLegal(
            categories: categories, texte: texte, dateTexte: words.dateTexte,
            datePublicationJO: words.datePublicationJO, dateEffet: words.dateEffet, dateFin: words.dateFin,
            annees: words.annees)
    }

    /// The registration that legal texts give: that of the arrêté (or décision) whose end is the latest.
    ///
    /// Everything is nil, and `deriveDeLaBaseLegale` false, when no arrêté states an end.
    public static func enregistrement(from textes: [TexteLegal]) -> Enregistrement {
        var enregistrement = Enregistrement()
        var latest: (fin: CalendarDate, texte: TexteLegal)?
        for texte in textes {
            guard let fin = texte.dateFin, LegalWords(texte.texte).isArrete else { continue }
            if let best = latest, best.fin >= fin { continue }
            latest = (fin, texte)
        }
        guard let texte = latest?.texte else { return enregistrement }
        enregistrement.dateDecision = texte.dateTexte
        enregistrement.dateEffet = texte.dateEffet
        enregistrement.dateFin = texte.dateFin
        enregistrement.datePublicationJO = texte.datePublicationJO
        enregistrement.annees = texte.annees
        enregistrement.deriveDeLaBaseLegale = true
        return enregistrement
    }

    /// True when a text begins as a legal text does: "Arrêté du …", "Décret n° …", "Art. D337-139 …".
    public static func opensText(_ texte: String) -> Bool {
        guard let first = WordScanner.words(in: Folding.folded(texte)).first else { return false }
        return openings.contains(first)
    }

    static let openings: Set<String> = LegalWords.natures.union([
        "code", "art", "article", "articles", "jo", "journal", "convention", "vu", "lettre", "note",
    ])
}
