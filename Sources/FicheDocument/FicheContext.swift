import FicheModel

/// A correspondance that another fiche of the catalogue declares towards this one.
public struct CorrespondanceRecue: Equatable, Sendable {
    /// The number of the fiche that declares it.
    public let fiche: String
    /// Codes of the blocs of that fiche; empty for the whole certification.
    public let blocsDeLAutre: [String]
    /// Codes of the blocs of this fiche; empty for the whole certification.
    public let blocsIci: [String]

    public init(fiche: String, blocsDeLAutre: [String], blocsIci: [String]) {
        self.fiche = fiche
        self.blocsDeLAutre = blocsDeLAutre
        self.blocsIci = blocsIci
    }
}

/// What a page of a fiche must know of the catalogue around it: which values have a page, which fiches are there.
public struct FicheContext: Sendable {
    /// The lists of a catalogue.
    public enum Taxonomie: String, CaseIterable, Sendable {
        case niveau, rome, nsf, certificateur, convention, idcc, voieAcces, type, formacode
    }

    /// Another fiche of the same catalogue.
    public struct FicheConnue: Sendable {
        public let titre: String
        /// From the root of the site: `fiches/rncp31387/`.
        public let adresse: String
        public let etat: EtatDeValidite?
        public let identifiant: String?

        public init(titre: String, adresse: String, etat: EtatDeValidite? = nil, identifiant: String? = nil) {
            self.identifiant = identifiant
            self.titre = titre
            self.adresse = adresse
            self.etat = etat
        }
    }

    /// The way from the page to the root: `../../`.
    public let racine: String
    /// The words by which every page says that it is a demonstration.
    public let demonstration: String?
    public let titreSite: String?
    /// The absolute address of the page, for citing it.
    public let adresseAbsolue: String?
    /// The same fiche in other forms, with addresses from the page.
    public let donnees: [(titre: String, adresse: String)]
    /// Numbers that the catalogue made up: no official fiche stands behind them.
    public let numerosFictifs: Set<String>
    /// Whether each bloc has a page of its own.
    public let pagesDeBlocs: Bool
    /// The address, from the root, at which this fiche is compared with others; nil where it cannot be.
    public let comparer: String?
    /// The address, from the root, at which two generations are compared, from their identifiants; nil as above.
    let versions: @Sendable (_ avant: String, _ apres: String) -> String?
    /// Whether the page says its facts to programs too.
    public let jsonLD: Bool
    private let lineage: @Sendable (String) -> (avant: [String], apres: [String])
    private let lointaines: @Sendable (String) -> (avant: [[String]], apres: [[String]])
    private let recues: @Sendable (String) -> [CorrespondanceRecue]
    private let adresse: @Sendable (Taxonomie, String) -> String?
    private let fiche: @Sendable (String) -> FicheConnue?

    /// - Parameters:
    ///   - adresse: the address, from the root, of the list of one value; the key is a code (`5`, `D1214`, `VAE`), for a
    ///     certifier its SIRET, or its name where it has none.
    ///   - pagesDeBlocs: whether each bloc has a page.
    ///   - comparer: where this fiche is compared, from the root.
    ///   - versions: where two generations are compared, from the root.
    ///   - fiche: the fiche that has a number (`RNCP31387`).
    ///   - lineage: for a number, the fiches of the catalogue that declare to come before and after it.
    ///   - lointaines: for a number, the generations beyond these, the nearest first.
    ///   - correspondancesRecues: for a number, what other fiches of the catalogue declare towards it.
    public init(
        racine: String = "../../", demonstration: String? = nil, titreSite: String? = nil,
        adresseAbsolue: String? = nil,
        numerosFictifs: Set<String> = [], jsonLD: Bool = true,
        donnees: [(titre: String, adresse: String)] = [("JSON", "index.json"), ("Markdown", "index.md")],
        pagesDeBlocs: Bool = false, comparer: String? = nil,
        versions: @escaping @Sendable (_ avant: String, _ apres: String) -> String? = { _, _ in nil },
        adresse: @escaping @Sendable (Taxonomie, String) -> String? = { _, _ in nil },
        fiche: @escaping @Sendable (String) -> FicheConnue? = { _ in nil },
        lineage: @escaping @Sendable (String) -> (avant: [String], apres: [String]) = { _ in ([], []) },
        lointaines: @escaping @Sendable (String) -> (avant: [[String]], apres: [[String]]) = { _ in ([], []) },
        correspondancesRecues: @escaping @Sendable (String) -> [CorrespondanceRecue] = { _ in [] }
    ) {
        self.racine = racine
        self.demonstration = demonstration
        self.titreSite = titreSite
        self.adresseAbsolue = adresseAbsolue
        self.donnees = donnees
        self.numerosFictifs = numerosFictifs
        self.pagesDeBlocs = pagesDeBlocs
        self.comparer = comparer
        self.versions = versions
        self.jsonLD = jsonLD
        self.adresse = adresse
        self.fiche = fiche
        self.lineage = lineage
        self.lointaines = lointaines
        recues = correspondancesRecues
    }

    /// The address of the official fiche; nil without a number, or with one that the catalogue made up.
    public func adresseOfficielle(numero: String) -> String? {
        guard !numerosFictifs.contains(numero), let parsed = Repertoire.parse(numero) else { return nil }
        return parsed.repertoire.adresseOfficielle(numero: parsed.numero)
    }

    /// The certifications before and after a fiche: those that it declares, then those that declare it.
    func lignee(of fiche: Fiche) -> (avant: [CertificationLiee], apres: [CertificationLiee]) {
        let known: (avant: [String], apres: [String]) = fiche.numeroFiche.map(lineage) ?? ([], [])
        func complete(_ declared: [CertificationLiee], _ numbers: [String]) -> [CertificationLiee] {
            let new = numbers.filter { numero in !declared.contains { $0.numeroFiche == numero } }
            return declared + new.map { CertificationLiee(numeroFiche: $0) }
        }
        return (
            complete(fiche.anciennesCertifications, known.avant), complete(fiche.nouvellesCertifications, known.apres)
        )
    }

    /// The generations beyond the immediate neighbours of a fiche, the nearest first.
    func lointaines(of fiche: Fiche) -> (avant: [[String]], apres: [[String]]) {
        fiche.numeroFiche.map(lointaines) ?? ([], [])
    }

    /// What others declare towards a fiche, without what it declares itself the other way round.
    func correspondancesRecues(of fiche: Fiche) -> [CorrespondanceRecue] {
        guard let numero = fiche.numeroFiche else { return [] }
        return recues(numero).filter { received in
            !fiche.correspondances.contains {
                $0.ficheCible == received.fiche && Set($0.blocs) == Set(received.blocsIci)
                    && Set($0.blocsCibles) == Set(received.blocsDeLAutre)
            }
        }
    }

    /// The address of the list of one value, from the root; nil when the catalogue has no such page.
    public func adresse(of taxonomie: Taxonomie, _ key: String) -> String? { adresse(taxonomie, key) }

    /// The fiche of the catalogue that has this number.
    public func fiche(numero: String) -> FicheConnue? { fiche(numero) }

    /// The same from the page.
    func lien(_ taxonomie: Taxonomie, _ key: String) -> String? { adresse(taxonomie, key).map { racine + $0 } }
}
