import FicheModel
import FrenchText

/// All that the search keeps of one fiche: its line in the results, the values of its facets, its words.
///
/// It does not depend on the date of a build, so that it can be kept from one build to the next (`bytes`, `init(bytes:)`).
public struct SearchDocument: Equatable, Sendable {
    /// One value of a facet: what addresses name, and what is shown.
    public struct Valeur: Hashable, Sendable {
        public var valeur: String
        public var libelle: String
    }

    public var identifiant: String
    public var repertoire: Repertoire?
    /// The number without its prefix; 0 for a fiche without one.
    public var numero: Int
    public var intitule: String
    public var type: Valeur?
    public var niveau: Int
    public var etatFiche: String?
    public var actif: Bool?
    public var dateFin: CalendarDate?
    public var dateLimiteDelivrance: CalendarDate?
    public var certificateurs: [String]
    public var suites: [CertificationLiee]
    public var voies: [CodeVoieAcces]
    public var nsf: [Valeur]
    public var rome: [Valeur]
    public var conventions: [Valeur]
    /// How many words the title has, stop words left out.
    var titleLength: Int
    /// The words of title, abrégé, labels and certifiers: for each a byte for its field, the forme, a space, the spelling (empty where
    /// it is the forme), a line feed.
    var core: [UInt8]
    /// Formes of the jobs, and codes, each ended by a space.
    var emplois: [UInt8]
    /// Formes of blocs, competences and activities that are not among those of the jobs.
    var competences: [UInt8]
}

extension SearchDocument {
    /// Takes from a fiche what the search needs.
    public init(_ fiche: Fiche) {
        identifiant = fiche.identifiant
        let parsed = fiche.numeroFiche.flatMap(Repertoire.parse)
        repertoire = parsed?.repertoire
        numero = parsed.flatMap { Int($0.numero.dropFirst($0.repertoire.rawValue.count)) } ?? 0
        intitule = fiche.intitule
        type = fiche.abrege.map { Valeur(valeur: $0.code, libelle: $0.libelle ?? $0.code) }
        niveau = fiche.niveau?.europe ?? 0
        etatFiche = fiche.etatFiche
        actif = fiche.actif
        dateFin = fiche.enregistrement.dateFin
        dateLimiteDelivrance = fiche.enregistrement.dateLimiteDelivrance
        certificateurs = Self.distinct(fiche.certificateurs.map { Folding.squeezed($0.nom) }.filter { !$0.isEmpty })
        suites = fiche.nouvellesCertifications
        voies = fiche.voiesAcces.ouvertes
        nsf = Self.valeurs(fiche.codesNSF)
        rome = Self.valeurs(fiche.codesROME)
        conventions = Self.valeurs(fiche.conventions + fiche.codesIDCC)
        let words = DocumentWords(fiche)
        titleLength = words.titleLength
        core = words.core
        emplois = words.emplois
        competences = words.competences
    }

    /// How many bytes its words take.
    var wordLength: Int { core.count + emplois.count + competences.count }

    /// The same without any word.
    var withoutWords: SearchDocument {
        var document = self
        (document.core, document.emplois, document.competences) = ([], [], [])
        return document
    }

    private static func valeurs(_ codes: [CodeLibelle]) -> [Valeur] {
        var seen: Set<String> = []
        return codes.filter { seen.insert($0.code).inserted }.map {
            Valeur(valeur: $0.code, libelle: Folding.squeezed($0.libelle ?? $0.code))
        }
    }

    private static func distinct(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
