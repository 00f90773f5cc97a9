import FicheModel

/// The sections of the page of a fiche, in their order: one table for the contents list and for the template.
enum Sections {
    struct Section {
        let ancre: String
        let titre: String
        /// The keys of the page data of which one at least must be there for the section to be shown.
        let cles: [String]
        /// Under which its heading stands in the page data.
        let cle: String

        init(ancre: String, titre: String, cles: [String]) {
            self.ancre = ancre
            self.titre = titre
            self.cles = cles
            cle = Sections.key(ancre)
        }
    }

    static let all: [Section] = [
        Section(ancre: "dates", titre: "Dates", cles: ["dates"]),
        Section(ancre: "objectifs", titre: "Objectifs et contexte", cles: [Champ.objectifsContexte.rawValue]),
        Section(ancre: "activites", titre: "Activités visées", cles: [Champ.activitesVisees.rawValue]),
        Section(ancre: "competences", titre: "Compétences attestées", cles: [Champ.capacitesAttestees.rawValue]),
        Section(
            ancre: "emplois", titre: "Secteurs et emplois",
            cles: [
                Champ.secteursActivite.rawValue, Champ.typeEmploiAccessibles.rawValue,
                Champ.reglementationsActivites.rawValue,
            ]),
        Section(ancre: "blocs", titre: "Blocs de compétences", cles: [Champ.blocsCompetences.rawValue]),
        Section(
            ancre: "evaluation", titre: "Évaluation et validation",
            cles: [
                Champ.modalitesEvaluation.rawValue, Champ.composantes.rawValue,
                Champ.niveauMaitriseCompetences.rawValue, "faits_validite",
            ]),
        Section(
            ancre: "prerequis", titre: "Prérequis",
            cles: [Champ.prerequisEntreeFormation.rawValue, Champ.prerequisValidationCertification.rawValue]),
        Section(ancre: "voies", titre: "Voies d’accès et jury", cles: [Champ.voiesAcces.rawValue]),
        Section(
            ancre: "liens", titre: "Liens et accords",
            cles: [Champ.liensAutresCertifications.rawValue, Champ.accordsEuropeensInternationaux.rawValue]),
        Section(ancre: "base-legale", titre: "Base légale", cles: [Champ.baseLegale.rawValue]),
        Section(ancre: "enregistrement", titre: "Enregistrement", cles: ["faits_enregistrement"]),
        Section(
            ancre: "lignee", titre: "Avant et après",
            cles: ["generations", Champ.historique.rawValue]),
        Section(
            ancre: "correspondances", titre: "Correspondances",
            cles: [Champ.correspondances.rawValue, "correspondances_recues"]),
        Section(
            ancre: "statistiques", titre: "Statistiques",
            cles: [Champ.statistiques.rawValue, Champ.statistiquesPromotions.rawValue]),
        Section(
            ancre: "certificateurs", titre: "Certificateur et partenaires",
            cles: [Champ.certificateurs.rawValue, Champ.partenaires.rawValue]),
        Section(
            ancre: "en-savoir-plus", titre: "Pour en savoir plus",
            cles: [
                Champ.documents.rawValue, Champ.lienURLDescription.rawValue, "sites_autorite",
                Champ.autresSources.rawValue, Champ.lieuxCertification.rawValue, Champ.lieuxPreparation.rawValue,
            ]),
        Section(ancre: "mentions", titre: "Pour communiquer", cles: ["mentions"]),
        Section(ancre: "autres-informations", titre: "Autres informations", cles: ["autres_informations"]),
        Section(ancre: "source", titre: "Source", cles: [Champ.source.rawValue]),
    ]

    /// True when the text is all of its section: its own headings then come right under the section's.
    static func isAlone(_ champ: Champ) -> Bool {
        seuls.contains(champ)
    }

    private static let seuls = Set(Champ.allCases.filter { champ in all.contains { $0.cles == [champ.rawValue] } })

    /// What a reader looks for on every fiche, with the words that say that the source does not have it.
    private static let attendues: [(cle: String, absence: String)] = [
        ("dates", "dates d’enregistrement"), ("objectifs", "objectifs"), ("activites", "activités visées"),
        ("emplois", "secteurs et emplois"), ("blocs", "blocs de compétences"), ("evaluation", "modalités d’évaluation"),
        ("prerequis", "prérequis"), ("base-legale", "base légale"), ("correspondances", "correspondances"),
        ("statistiques", "statistiques d’insertion"),
    ].map { (key($0.0), $0.1) }

    /// Adds `rubriques_absentes`: in words, the sections that the source has nothing for. After `addHeadings`.
    static func addAbsences(to data: inout PageData) {
        let absent = attendues.filter { data[$0.cle] == nil }.map(\.absence)
        data.set("rubriques_absentes", Phrases.list(absent))
    }

    private static func key(_ ancre: String) -> String { "section_" + ancre.replacing("-", with: "_") }

    /// Adds `sommaire: [{titre, ancre}]` and `section_<ancre>: {titre}` for each section that has something to show.
    static func addHeadings(to data: inout PageData) {
        var contents: [PageData] = []
        for section in all where section.cles.contains(where: { data[$0] != nil }) {
            contents.append(["titre": section.titre, "ancre": section.ancre])
            data[section.cle] = ["titre": section.titre] as PageData
        }
        data["sommaire"] = contents
    }
}
