import Diagnostics
import FicheModel

/// What the catalogue must know of each fiche to link them: codes, titles, dates, names. Not its texts.
public struct FicheSummary: Equatable, Sendable {
    /// Where the whole fiche is to be found again.
    public struct Origin: Equatable, Hashable, Sendable {
        /// The place of its source in the order of precedence; 0 is the content folder.
        public let source: Int
        /// The document among all documents, and the fiche in it.
        public let document: Int
        public let rank: Int
        /// The path of the document, for diagnostics.
        public let file: String
        public let position: SourcePosition?

        public init(source: Int, document: Int, rank: Int, file: String, position: SourcePosition?) {
            self.source = source
            self.document = document
            self.rank = rank
            self.file = file
            self.position = position
        }
    }

    /// The body that awards it, as far as lists need it.
    public struct Certifier: Equatable, Hashable, Sendable {
        public internal(set) var nom: String
        public internal(set) var siret: String?
    }

    /// A document published with it.
    public struct Document: Equatable, Sendable {
        public internal(set) var identifiant: String
        public internal(set) var titre: String
        public internal(set) var nature: String
    }

    public internal(set) var origin: Origin

    /// What it says, in one place for all copies of it: dozens of texts and lists, of which each copy would be counted.
    var facts: FicheFacts {
        get { box.facts }
        set { box = Box(newValue) }
    }

    private var box: Box

    private final class Box: Sendable {
        let facts: FicheFacts

        init(_ facts: FicheFacts) { self.facts = facts }
    }

    public init(_ fiche: Fiche, origin: Origin) { self.init(FicheFacts(fiche), origin: origin) }

    init(_ facts: FicheFacts, origin: Origin) {
        self.origin = origin
        box = Box(facts)
    }

    public static func == (one: FicheSummary, other: FicheSummary) -> Bool {
        one.origin == other.origin && (one.box === other.box || one.box.facts == other.box.facts)
    }

    public var identifiant: String { box.facts.identifiant }
    public var numeroFiche: String? { box.facts.numeroFiche }
    public var intitule: String { box.facts.intitule }
    public var abrege: CodeLibelle? { box.facts.abrege }
    public var niveau: Niveau? { box.facts.niveau }
    public var codesNSF: [CodeLibelle] { box.facts.codesNSF }
    public var codesROME: [CodeLibelle] { box.facts.codesROME }
    public var conventions: [CodeLibelle] { box.facts.conventions }
    public var codesIDCC: [CodeLibelle] { box.facts.codesIDCC }
    public var certificateurs: [Certifier] { box.facts.certificateurs }
    public var voiesOuvertes: [CodeVoieAcces] { box.facts.voiesOuvertes }
    /// The names of its blocs, put together each time they are asked for.
    public var blocs: [String] { box.facts.blocs }
    public var nombreDeBlocs: Int { box.facts.nombreDeBlocs }
    /// The numbers of its blocs, by which their pages are addressed: each once, in their order.
    public var numerosDeBlocs: [Int] { box.facts.numerosDeBlocs }
    /// Put together each time they are asked for.
    public var emplois: [String] { box.facts.emplois }
    public var etatFiche: String? { box.facts.etatFiche }
    public var actif: Bool? { box.facts.actif }
    public var dateFin: CalendarDate? { box.facts.dateFin }
    public var dateLimiteDelivrance: CalendarDate? { box.facts.dateLimiteDelivrance }
    /// The latest date that the fiche states about itself.
    public var dateDesDonnees: CalendarDate? { box.facts.dateDesDonnees }
    /// Numbers of the certifications that it declares to come before and after it.
    public var anciennes: [String] { box.facts.anciennes }
    public var nouvelles: [String] { box.facts.nouvelles }
    /// The correspondances that it declares.
    public var correspondances: [Correspondance] { box.facts.correspondances }
    public var documents: [Document] { box.facts.documents }
    /// The shape of its source.
    public var format: SourceFormat { box.facts.format }
    /// The date of the national data that it comes from.
    public var dateDuFlux: CalendarDate? { box.facts.dateDuFlux }
    /// "Enregistrement de droit" or "Enregistrement sur demande".
    public var typeEnregistrement: String? { box.facts.typeEnregistrement }
    public var alias: [String] { box.facts.alias }
    public var brouillon: Bool { box.facts.brouillon }

    /// Places the fiche in its document behind so many others.
    public mutating func moveBehind(_ count: Int) {
        origin = Origin(
            source: origin.source, document: origin.document, rank: origin.rank + count, file: origin.file,
            position: origin.position)
    }

    /// The same, of a document that stands at another place among all documents.
    public func inDocument(_ place: Int) -> FicheSummary {
        var copy = self
        copy.origin = Origin(
            source: origin.source, document: place, rank: origin.rank, file: origin.file, position: origin.position)
        return copy
    }

    /// The address of its page, from the root of the site.
    public var adresse: String { "fiches/\(identifiant)/" }

    /// Its state at a date.
    public func etat(at date: CalendarDate) -> EtatDeValidite {
        EtatDeValidite(
            etatFiche: etatFiche, actif: actif, dateFin: dateFin, dateLimiteDelivrance: dateLimiteDelivrance, at: date)
    }
}
