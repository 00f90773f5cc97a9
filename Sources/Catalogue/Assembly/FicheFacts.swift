import FicheModel

/// What a fiche says in short: codes, titles, dates, names. What each field is, `FicheSummary` says.
struct FicheFacts: Equatable, Sendable {
    var identifiant: String
    var numeroFiche: String?
    var intitule: String
    var abrege: CodeLibelle?
    var niveau: Niveau?
    var codesNSF: [CodeLibelle]
    var codesROME: [CodeLibelle]
    var conventions: [CodeLibelle]
    var codesIDCC: [CodeLibelle]
    var certificateurs: [FicheSummary.Certifier]
    var voiesOuvertes: [CodeVoieAcces]
    var numerosDeBlocs: [Int]
    var etatFiche: String?
    var actif: Bool?
    var dateFin: CalendarDate?
    var dateLimiteDelivrance: CalendarDate?
    var dateDesDonnees: CalendarDate?
    var anciennes: [String]
    var nouvelles: [String]
    var correspondances: [Correspondance]
    var documents: [FicheSummary.Document]
    var format: SourceFormat
    var dateDuFlux: CalendarDate?
    var typeEnregistrement: String?
    var alias: [String]
    var brouillon: Bool
    var nombreDeBlocs: Int
    /// The names of its blocs and jobs, put together: dozens of texts, for which only the index of the catalogue asks.
    var libelles: ArraySlice<UInt8>

    var blocs: [String] { listes.blocs }
    var emplois: [String] { listes.emplois }

    private var listes: (blocs: [String], emplois: [String]) {
        Packing.read(libelles) { packing in
            var (blocs, emplois): ([String], [String]) = ([], [])
            packing.texts(&blocs)
            packing.texts(&emplois)
            return (blocs, emplois)
        } ?? ([], [])
    }

    init(_ fiche: Fiche) {
        identifiant = fiche.identifiant
        numeroFiche = fiche.numeroFiche
        intitule = fiche.intitule
        abrege = fiche.abrege
        niveau = fiche.niveau
        codesNSF = fiche.codesNSF
        codesROME = fiche.codesROME
        conventions = fiche.conventions
        codesIDCC = fiche.codesIDCC
        certificateurs = fiche.certificateurs.map { FicheSummary.Certifier(nom: $0.nom, siret: $0.siret) }
        voiesOuvertes = fiche.voiesAcces.ouvertes
        nombreDeBlocs = fiche.blocsCompetences.count
        libelles =
            Packing.bytes { packing in
                var blocs = fiche.blocsCompetences.map(\.libelle)
                var emplois = fiche.typeEmploiAccessibles.map(PlainItems.items) ?? []
                packing.texts(&blocs)
                packing.texts(&emplois)
            }[...]
        var numeros: Set<Int> = []
        numerosDeBlocs = fiche.blocsCompetences.map(\.numero).filter { numeros.insert($0).inserted }
        etatFiche = fiche.etatFiche
        actif = fiche.actif
        dateFin = fiche.enregistrement.dateFin
        dateLimiteDelivrance = fiche.enregistrement.dateLimiteDelivrance
        dateDesDonnees = fiche.source.dateDesDonnees ?? fiche.enregistrement.dateDePublication
        anciennes = fiche.anciennesCertifications.compactMap(\.numeroFiche)
        nouvelles = fiche.nouvellesCertifications.compactMap(\.numeroFiche)
        correspondances = fiche.correspondances
        documents = fiche.documents.compactMap { lie in
            lie.contenu.map { FicheSummary.Document(identifiant: $0.identifiant, titre: $0.titre, nature: $0.nature) }
        }
        format = fiche.source.format
        dateDuFlux = fiche.source.format.isNationalOpenData ? fiche.source.dateDesDonnees : nil
        typeEnregistrement = fiche.enregistrement.type
        alias = fiche.alias
        brouillon = fiche.brouillon
    }
}
