import FicheDocument
import FicheModel
import TestSupport
import Testing

/// The pages of a fiche hand their templates what the documentation says, and nothing else.
struct ThemeVariablesTests {
    private let context = FicheContext(
        demonstration: "Essai", titreSite: "Catalogue", adresseAbsolue: "https://exemple.test/fiches/rncp4242/",
        pagesDeBlocs: true, comparer: "comparer/?f=rncp4242", versions: { "versions/?avant=\($0)&apres=\($1)" },
        adresse: { _, _ in "niveaux/5/" },
        fiche: { numero in
            FicheContext.FicheConnue(
                titre: "Connue", adresse: "fiches/x/",
                etat: CalendarDate("2026-11-21").map {
                    EtatDeValidite(etatFiche: nil, actif: true, dateFin: nil, dateLimiteDelivrance: nil, at: $0)
                }, identifiant: "x")
        }, lineage: { _ in (["RNCP7"], ["RNCP8"]) }, lointaines: { _ in ([["RNCP6"]], [["RNCP9"]]) },
        correspondancesRecues: { _ in
            (1...12).map {
                CorrespondanceRecue(fiche: "RNCP\($0)", blocsDeLAutre: ["RNCP1BC01"], blocsIci: ["RNCP4242BC01"])
            }
        })

    private func fiche() -> Fiche {
        var fiche = FicheEssai.complete
        fiche.source.couverture.passages = []
        fiche.correspondances += (0..<10).map {
            Correspondance(blocs: ["RNCP4242BC01"], ficheCible: "RNCP\($0)", blocsCibles: [])
        }
        return fiche
    }

    private func etat(_ fiche: Fiche) throws -> EtatDeValidite {
        EtatDeValidite(of: fiche, at: try #require(CalendarDate("2023-08-08")))
    }

    @Test func everyVariableOfAFicheIsDocumented() throws {
        let documented = try DocumentedVariables()
        let fiche = fiche()
        let data = FichePage.data(fiche, etat: try etat(fiche), context: context)
        let undocumented = DocumentedVariables.keys(of: data).subtracting(documented.names)
        #expect(undocumented.isEmpty, "\(undocumented.sorted())")
    }

    @Test func everyDocumentedVariableOfAFicheIsHandedOver() throws {
        let documented = try #require(try DocumentedVariables().tables["fiche"])
        #expect(documented.count > 60)
        let fiche = fiche()
        let given = DocumentedVariables.keys(of: FichePage.data(fiche, etat: try etat(fiche), context: context))
        // Sections are named by their anchors; the rest needs words that this fiche has none of.
        let missing = documented.subtracting(given).subtracting([
            "section_", "ancre", "autres_informations", "rubriques_absentes",
        ])
        #expect(missing.isEmpty, "\(missing.sorted())")
    }

    @Test func everyVariableOfABlocAndOfADocumentIsDocumented() throws {
        let documented = try DocumentedVariables()
        let fiche = fiche()
        let bloc = try #require(BlocPage.data(fiche, numero: 1, etat: try etat(fiche), context: context))
        let middle = try #require(BlocPage.data(fiche, numero: 3, etat: try etat(fiche), context: context))
        let document = DocumentReference(
            identifiant: "d", titre: "Cahier", nature: "Cahier des charges", couverture: ["Page"],
            elements: [
                .titre(niveau: 1, numero: "1", texte: "Objet", ancre: "objet"), .texte("Texte[^1]"),
                .tableau(entete: ["A"], lignes: [["b"]]),
            ], notes: [.init(numero: 1, texte: "Note")])
        let page = DocumentPage.data(document, fiche: fiche, context: context)
        let keys = [bloc, middle, page].map(DocumentedVariables.keys).reduce(Set()) { $0.union($1) }
        #expect(keys.contains("correspondances_recues") && keys.contains("retours"))
        #expect(keys.subtracting(documented.names).isEmpty, "\(keys.subtracting(documented.names).sorted())")
    }
}
