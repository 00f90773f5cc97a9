import Catalogue
import Diagnostics
import FicheModel

/// Summaries and models for the tests.
enum Summaries {
    static func fiche(
        _ intitule: String, numero: String? = nil, identifiant: String? = nil, source: Int = 0, file: String = "a.md",
        change: (inout Fiche) -> Void = { _ in }
    ) -> FicheSummary {
        var fiche = Fiche(
            identifiant: identifiant ?? numero?.lowercased() ?? intitule.lowercased(), intitule: intitule,
            source: SourceFiche(fichier: file, format: .markdown))
        fiche.numeroFiche = numero
        change(&fiche)
        return FicheSummary(
            fiche,
            origin: .init(source: source, document: 0, rank: 0, file: file, position: SourcePosition(line: 2)))
    }

    static func model(
        _ fiches: [FicheSummary], configuration: Configuration = Configuration(), pages: [ContentPage] = []
    ) throws -> CatalogueModel {
        CatalogueModel(
            configuration: configuration, date: try day("2026-11-21"), version: "essai",
            assembly: Assembly(fiches, drafts: false), pages: pages, medias: [], actifs: [], codes: CodeLists())
    }

    static func day(_ text: String) throws -> CalendarDate {
        guard let date = CalendarDate(text) else { throw NoSuchDay() }
        return date
    }

    struct NoSuchDay: Error {}
}
