import FicheDocument
import FicheModel
import FrenchText

/// The page of one booklet: cover, contents, index. The fiches themselves are rendered by whoever has them whole.
public struct LivretData {
    private let model: CatalogueModel
    private let livret: Livret

    public init(_ livret: Livret, model: CatalogueModel) {
        self.livret = livret
        self.model = model
    }

    /// What the frame must know.
    public var page: CommonData.Page {
        CommonData.Page(
            titre: livret.titre,
            description: "Livret de \(FrenchCount.fiches(livret.fiches.count)), à imprimer ou à enregistrer en PDF.",
            classe: "livret", fil: [("Accueil", ""), ("Livrets", LivretAddress.folder), (livret.titre, nil)])
    }

    /// `titre`, `sous_titre?`, `feuille_pages`, `recto_verso`, `chiffres`, `sommaire`, `index`.
    public var data: PageData {
        var data: PageData = [
            "titre": Typography.spaced(livret.titre), "feuille_pages": livret.feuille, "recto_verso": livret.rectoVerso,
            "chiffres": chiffres, "sommaire": sommaire, "index": index,
            "ancre_sommaire": LivretAnchors.sommaire, "ancre_index": LivretAnchors.index,
        ]
        data["sous_titre"] = livret.sousTitre.map(Typography.spaced)
        data["surtitre"] =
            livret.titre == model.configuration.titre ? nil : Typography.spaced(model.configuration.titre)
        return data
    }

    /// What a fiche of the booklet is told of its place: `ancre`, `classe_page`, `dans_le_catalogue`.
    public func place(_ rank: Int) -> PageData {
        let fiche = model.fiches[livret.fiches[rank]]
        return [
            "ancre": LivretAnchors.fiche(fiche), "classe_page": LivretFeuille.classe(rank),
            "dans_le_catalogue": fiche.adresse,
        ]
    }

    private var chiffres: [PageData] {
        let fiches = livret.fiches.map { model.fiches[$0] }
        let blocs = fiches.reduce(0) { $0 + $1.nombreDeBlocs }
        let names = CertifierNames(model.fiches)
        let certificateurs = Set(fiches.flatMap(\.certificateurs).map { names.identity(of: $0).id })
        let counts = [
            (fiches.count, "certification", "certifications"), (blocs, "bloc de compétences", "blocs de compétences"),
            (certificateurs.count, "certificateur", "certificateurs"),
        ]
        return counts.filter { $0.0 > 0 }.map { number, one, many in
            ["valeur": Typography.grouped(number), "libelle": number >= 2 ? many : one]
        }
    }

    private var sommaire: [PageData] {
        livret.fiches.map { index in
            let fiche = model.fiches[index]
            var row = RowData.data(fiche, etat: model.etats[index])
            row["ancre"] = LivretAnchors.fiche(fiche)
            row["numero"] = fiche.numeroFiche.map(RowData.numero)
            return row
        }
    }

    /// `[{titre, entrees: [{code?, titre, fiches: [{ancre, texte}]}]}]`: jobs, specialities, agreements, certifiers.
    private var index: [PageData] {
        let rank = Dictionary(uniqueKeysWithValues: livret.fiches.enumerated().map { ($1, $0) })
        let kinds: [(Taxonomy.Kind, String)] = [
            (.rome, "Métiers, codes ROME"), (.nsf, "Spécialités de formation, codes NSF"),
            (.convention, "Conventions collectives"), (.certificateur, "Certificateurs"),
        ]
        return kinds.compactMap { kind, titre in
            let entrees = (model.taxonomies[kind]?.values ?? []).compactMap { value -> PageData? in
                let places = value.fiches.filter { rank[$0] != nil }.sorted { (rank[$0] ?? 0) < (rank[$1] ?? 0) }
                guard !places.isEmpty else { return nil }
                var entry: PageData = ["titre": Typography.spaced(value.titre), "fiches": places.map(renvoi)]
                if value.code != value.titre { entry["code"] = value.code }
                return entry
            }
            return entrees.isEmpty ? nil : ["titre": titre, "entrees": entrees]
        }
    }

    private func renvoi(_ index: Int) -> PageData {
        let fiche = model.fiches[index]
        return [
            "ancre": LivretAnchors.fiche(fiche),
            "texte": fiche.numeroFiche.map(RowData.numero) ?? Typography.spaced(fiche.intitule),
        ]
    }
}

/// The page that lists the booklets.
struct LivretsData {
    private let model: CatalogueModel

    init(_ model: CatalogueModel) { self.model = model }

    /// `livrets: [{titre, sous_titre?, adresse, nombre_en_clair}]`
    var data: PageData {
        [
            "titre": "Livrets",
            "livrets": model.livrets.map { livret -> PageData in
                var row: PageData = [
                    "titre": Typography.spaced(livret.titre), "adresse": livret.adresse, "nom": livret.nom,
                    "nombre_en_clair": FrenchCount.fiches(livret.fiches.count),
                ]
                row["sous_titre"] = livret.sousTitre.map(Typography.spaced)
                return row
            },
        ]
    }
}
