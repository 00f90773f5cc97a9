import FicheModel
import FrenchText

/// Which fiches of the catalogue a booklet holds. Each criterion that is given must be met; one of its values is enough.
public struct SelectionDeLivret: Equatable, Sendable {
    /// Identifiants or numbers of fiches.
    public var fiches: [String] = []
    /// ROME, NSF, SIRET and IDCC codes, as for a source.
    public var codes = SelectionDeFiches()
    /// Levels of the national framework; nil stands for fiches that declare none.
    public var niveaux: [Int?] = []
    /// Short names of types: `CQP`, `TP`.
    public var types: [String] = []
    /// Names of certificateurs, or words of them.
    public var certificateurs: [String] = []
    /// Brochure numbers of conventions collectives.
    public var conventions: [String] = []
    /// Only fiches in force on the day of the build.
    public var enVigueur = false

    public init() {}

    /// True when the fiche meets every criterion.
    public func contains(_ fiche: FicheSummary, etat: EtatDeValidite) -> Bool {
        guard fiches.isEmpty || fiches.contains(where: { Self.names($0, fiche) }), codes.contains(fiche.facettes),
            niveaux.isEmpty || niveaux.contains(fiche.niveau?.europe),
            conventions.isEmpty || fiche.conventions.contains(where: { conventions.contains($0.code) }),
            !enVigueur || Self.isInForce(etat)
        else { return false }
        let type = fiche.abrege.map { Folding.key($0.code) }
        guard types.isEmpty || types.contains(where: { Folding.key($0) == type }) else { return false }
        let names = fiche.certificateurs.map { Folding.key($0.nom) }
        return certificateurs.isEmpty
            || certificateurs.contains { wanted in names.contains { $0.contains(Folding.key(wanted)) } }
    }

    /// Whether a text of the settings or of a command line names the fiche, by its identifiant or by its number.
    static func names(_ text: String, _ fiche: FicheSummary) -> Bool {
        if fiche.identifiant == text { return true }
        guard let numero = fiche.numeroFiche else { return false }
        return Repertoire.parse(text)?.numero == numero || text == numero
    }

    private static func isInForce(_ etat: EtatDeValidite) -> Bool {
        switch etat.nature {
        case .enVigueur, .echeanceProche, .declareeActive: true
        case .depubliee, .echue, .declareeInactive, .nonPrecisee: false
        }
    }
}

extension FicheSummary {
    fileprivate var facettes: SelectionDeFiches.Facettes {
        SelectionDeFiches.Facettes(
            actif: actif, numeroFiche: numeroFiche, rome: codesROME.map(\.code), nsf: codesNSF.map(\.code),
            sirets: certificateurs.compactMap(\.siret), idcc: codesIDCC.map(\.code))
    }
}
