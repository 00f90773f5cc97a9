/// The whole text of a document that is published beside a fiche: sections, tables and notes in their order.
public struct DocumentReference: Equatable, Sendable {
    /// URL segment, `[a-z0-9-]`.
    public var identifiant: String
    public var titre: String
    /// "Cahier des charges", "Référentiel", …
    public var nature: String
    /// What stands before the first section: the cover, as CommonMark paragraphs.
    public var couverture: [String]
    public var elements: [Element]
    public var notes: [Note]

    /// One piece of the text.
    public enum Element: Equatable, Sendable {
        /// A heading; `niveau` from 1; `numero` as printed ("3.2.1"), nil for a heading without a number.
        case titre(niveau: Int, numero: String?, texte: String, ancre: String)
        /// Paragraphs and lists as CommonMark. A call of note is written `[^1]`.
        case texte(String)
        /// A table: each cell is CommonMark; the head may be empty.
        case tableau(entete: [String], lignes: [[String]])
    }

    /// A footnote.
    public struct Note: Equatable, Sendable {
        public var numero: Int
        /// CommonMark.
        public var texte: String

        public init(numero: Int, texte: String) {
            self.numero = numero
            self.texte = texte
        }
    }

    public init(
        identifiant: String, titre: String, nature: String, couverture: [String] = [], elements: [Element] = [],
        notes: [Note] = []
    ) {
        self.identifiant = identifiant
        self.titre = titre
        self.nature = nature
        self.couverture = couverture
        self.elements = elements
        self.notes = notes
    }
}
