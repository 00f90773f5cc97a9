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
    public internal(set) var identifiant: String
    public internal(set) var numeroFiche: String?
    public internal(set) var intitule: String
    public internal(set) var abrege: CodeLibelle?
    public internal(set) var niveau: Niveau?
    public internal(set) var codesNSF: [CodeLibelle]
    public internal(set) var codesROME: [CodeLibelle]
    public internal(set) var conventions: [CodeLibelle]
    public internal(set) var codesIDCC: [CodeLibelle]
    public internal(set) var certificateurs: [Certifier]
    public internal(set) var voiesOuvertes: [CodeVoieAcces]
    public internal(set) var blocs: [String]
    /// The numbers of its blocs, by which their pages are addressed: each once, in their order.
    public internal(set) var numerosDeBlocs: [Int]
    public internal(set) var emplois: [String]
    public internal(set) var etatFiche: String?
    public internal(set) var actif: Bool?
    public internal(set) var dateFin: CalendarDate?
    public internal(set) var dateLimiteDelivrance: CalendarDate?
    /// The latest date that the fiche states about itself.
    public internal(set) var dateDesDonnees: CalendarDate?
    /// Numbers of the certifications that it declares to come before and after it.
    public internal(set) var anciennes: [String]
    public internal(set) var nouvelles: [String]
    /// The correspondances that it declares.
    public internal(set) var correspondances: [Correspondance]
    public internal(set) var documents: [Document]
    /// The shape of its source.
    public internal(set) var format: SourceFormat
    /// The date of the national data that it comes from.
    public internal(set) var dateDuFlux: CalendarDate?
    /// "Enregistrement de droit" or "Enregistrement sur demande".
    public internal(set) var typeEnregistrement: String?
    public internal(set) var alias: [String]
    public internal(set) var brouillon: Bool

    public init(_ fiche: Fiche, origin: Origin) {
        self.origin = origin
        identifiant = fiche.identifiant
        numeroFiche = fiche.numeroFiche
        intitule = fiche.intitule
        abrege = fiche.abrege
        niveau = fiche.niveau
        codesNSF = fiche.codesNSF
        codesROME = fiche.codesROME
        conventions = fiche.conventions
        codesIDCC = fiche.codesIDCC
        certificateurs = fiche.certificateurs.map { Certifier(nom: $0.nom, siret: $0.siret) }
        voiesOuvertes = fiche.voiesAcces.ouvertes
        blocs = fiche.blocsCompetences.map(\.libelle)
        var numeros: Set<Int> = []
        numerosDeBlocs = fiche.blocsCompetences.map(\.numero).filter { numeros.insert($0).inserted }
        emplois = fiche.typeEmploiAccessibles.map(PlainItems.items) ?? []
        etatFiche = fiche.etatFiche
        actif = fiche.actif
        dateFin = fiche.enregistrement.dateFin
        dateLimiteDelivrance = fiche.enregistrement.dateLimiteDelivrance
        dateDesDonnees = fiche.source.dateDesDonnees ?? fiche.enregistrement.dateDePublication
        anciennes = fiche.anciennesCertifications.compactMap(\.numeroFiche)
        nouvelles = fiche.nouvellesCertifications.compactMap(\.numeroFiche)
        correspondances = fiche.correspondances
        documents = fiche.documents.compactMap { lie in
            lie.contenu.map { Document(identifiant: $0.identifiant, titre: $0.titre, nature: $0.nature) }
        }
        format = fiche.source.format
        dateDuFlux = fiche.source.format.isNationalOpenData ? fiche.source.dateDesDonnees : nil
        typeEnregistrement = fiche.enregistrement.type
        alias = fiche.alias
        brouillon = fiche.brouillon
    }

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
