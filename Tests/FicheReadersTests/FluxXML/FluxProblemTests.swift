import Diagnostics
import FicheModel
import Testing

@testable import FicheReaders

@Suite struct FluxProblemTests {
    private func places(_ result: ReadResult) -> [String] {
        result.diagnostics.map { "\($0.position?.line ?? 0) \($0.severity.rawValue) \($0.identifier.rawValue)" }
    }

    @Test func aMalformedFicheLeavesTheOthers() {
        let result = FluxFixture.read(
            FluxFixture.flux(
                FluxFixture.fiche(numero: "RNCP1"),
                FluxFixture.fiche(numero: "RNCP2", "<SECTEURS_ACTIVITE>a & b</SECTEURS_ACTIVITE>"),
                FluxFixture.fiche(numero: "RNCP3", "<ACTIF>Oui</ATCIF>"), FluxFixture.fiche(numero: "RNCP4")))
        #expect(result.fiches.map(\.fiche.identifiant) == ["rncp1", "rncp4"])
        #expect(places(result) == ["12 error xml-mal-forme", "17 error xml-mal-forme"])
        #expect(result.diagnostics[0].message.contains("RNCP2"))
        #expect(result.diagnostics[0].position?.column == 23)
    }

    @Test func aTruncatedFileKeepsWhatComesBefore() {
        let whole = FluxFixture.flux(FluxFixture.fiche(numero: "RNCP1"), FluxFixture.fiche(numero: "RNCP2"))
        let cut = String(whole.prefix(whole.count - 40))
        let result = FluxFixture.read(cut)
        #expect(result.fiches.map(\.fiche.identifiant) == ["rncp1"])
        #expect(places(result) == ["9 error fiche-tronquee"])
        #expect(result.diagnostics[0].message.contains("RNCP2"))
        let footless = FluxFixture.read(whole.replacing("</FICHES>\n", with: ""))
        #expect(footless.fiches.count == 2)
        #expect(footless.diagnostics.map(\.identifier) == [.fluxTronque])
    }

    @Test func aFicheThatDoesNotEndLeavesTheNext() {
        let result = FluxFixture.read(
            FluxFixture.flux("<FICHE><NUMERO_FICHE>RNCP1</NUMERO_FICHE>\n", FluxFixture.fiche(numero: "RNCP2")))
        #expect(result.fiches.map(\.fiche.identifiant) == ["rncp2"])
        #expect(places(result) == ["4 error fiche-tronquee"])
    }

    @Test func theFrameIsChecked() {
        #expect(
            FluxFixture.read("<?xml version=\"1.0\"?>\n<catalogue><FICHE/></catalogue>").diagnostics.map(\.identifier)
                == [.racineInconnue])
        #expect(FluxFixture.read(FluxFixture.flux()).diagnostics.map(\.identifier) == [.fluxSansFiche])
        #expect(FluxFixture.read("<?xml version=\"1.0\"?>\n").diagnostics.map(\.identifier) == [.racineInconnue])
        for version in ["9.9", nil] {
            let result = FluxFixture.read(FluxFixture.flux(version: version, FluxFixture.fiche()))
            #expect(result.diagnostics.map(\.identifier) == [.versionFluxInconnue])
            #expect(result.fiches.count == 1)
            #expect(result.fiches.first?.fiche.source.versionFlux == version)
        }
    }

    @Test func entityBombsAndExternalEntitiesAreRefused() {
        let levels = (1...9).map { "<!ENTITY a\($0) \"\(String(repeating: "&a\($0 - 1);", count: 10))\">" }.joined()
        let bomb =
            "<?xml version=\"1.0\"?><!DOCTYPE FICHES [<!ENTITY a0 \"ha\">\(levels)]><FICHES><FICHE><INTITULE>&a9;</INTITULE></FICHE></FICHES>"
        let external =
            "<?xml version=\"1.0\"?>\n<!DOCTYPE FICHES [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>\n<FICHES><FICHE><INTITULE>&x;</INTITULE></FICHE></FICHES>"
        for text in [bomb, external] {
            let result = FluxFixture.read(text)
            #expect(result.fiches.isEmpty)
            #expect(result.diagnostics.map(\.identifier) == [.doctypeInterdit])
        }
        // Without a declaration an entity is unknown, and says nothing.
        let unknown = FluxFixture.read(
            FluxFixture.flux(FluxFixture.fiche("<SECTEURS_ACTIVITE>&x;</SECTEURS_ACTIVITE>")))
        #expect(unknown.fiches.isEmpty)
        #expect(places(unknown) == ["7 error xml-mal-forme"])
        let inside = FluxFixture.read(FluxFixture.flux(FluxFixture.fiche("<!DOCTYPE x [<!ENTITY y \"z\">]>")))
        #expect(inside.fiches.isEmpty)
        #expect(inside.diagnostics.hasErrors)
    }

    @Test func deepNestingAndHugeFichesAreRefused() {
        let deep = String(repeating: "<A>", count: 20_000) + String(repeating: "</A>", count: 20_000)
        let result = FluxFixture.read(FluxFixture.flux(FluxFixture.fiche(deep), FluxFixture.fiche(numero: "RNCP2")))
        #expect(result.fiches.map(\.fiche.identifiant) == ["rncp2"])
        #expect(places(result) == ["7 error fiche-trop-grande"])
        let wide = String(repeating: "<A/>", count: 110_000)
        #expect(
            FluxFixture.read(FluxFixture.flux(FluxFixture.fiche(wide))).diagnostics.map(\.identifier) == [
                .ficheTropGrande
            ])
    }

    @Test func aFicheWithoutTitleOrNumberIsLeftOut() {
        let result = FluxFixture.read(
            FluxFixture.flux(
                "<FICHE><NUMERO_FICHE>RNCP7</NUMERO_FICHE><INTITULE> - </INTITULE></FICHE>\n",
                "<FICHE><INTITULE>Sans numéro</INTITULE></FICHE>\n",
                "<FICHE><NUMERO_FICHE>n° sept</NUMERO_FICHE><INTITULE>Numéro faux</INTITULE></FICHE>\n"))
        #expect(result.fiches.isEmpty)
        #expect(places(result) == ["4 error fiche-sans-titre", "5 error numero-illisible", "6 error numero-illisible"])
        #expect(result.diagnostics[0].position?.column == 42)
    }

    @Test func unreadableValuesAreKeptAndReported() throws {
        let result = FluxFixture.read(
            FluxFixture.flux(
                FluxFixture.fiche(
                    """
                    <DATE_DECISION>31/02/2024</DATE_DECISION>
                    <ACTIF>Peut-être</ACTIF>
                    <DUREE_ENREGISTREMENT>cinq</DUREE_ENREGISTREMENT>
                    <CERTIFICATEURS><CERTIFICATEUR><SIRET_CERTIFICATEUR>1234</SIRET_CERTIFICATEUR><NOM_CERTIFICATEUR>X</NOM_CERTIFICATEUR></CERTIFICATEUR></CERTIFICATEURS>
                    """)))
        let fiche = try #require(result.fiches.first?.fiche)
        #expect(fiche.actif == nil)
        #expect(fiche.enregistrement.dateDecision == nil)
        #expect(fiche.certificateurs.first?.siret == "1234")
        #expect(fiche.source.couverture.passages.map(\.texte) == ["31/02/2024", "Peut-être", "cinq"])
        let warned = Set(places(result))
        for expected in ["7", "8", "9"].map({ "\($0) warning valeur-illisible" }) + ["10 warning siret-invalide"] {
            #expect(warned.contains(expected))
        }
        #expect(!result.diagnostics.hasErrors)
    }

    @Test func rowsWithoutTheirKeyAreReportedOnce() {
        let result = FluxFixture.read(
            FluxFixture.flux(
                FluxFixture.fiche(
                    """
                    <CERTIFICATEURS><CERTIFICATEUR><ETAT_CERTIFICATEUR>Actif</ETAT_CERTIFICATEUR></CERTIFICATEUR></CERTIFICATEURS>
                    <STATISTIQUES_PROMOTIONS>
                    <STATISTIQUES_PROMOTION><ANNEE/><NOMBRE_CERTIFIES></NOMBRE_CERTIFIES></STATISTIQUES_PROMOTION>
                    <STATISTIQUES_PROMOTION><ANNEE/><NOMBRE_CERTIFIES>14</NOMBRE_CERTIFIES></STATISTIQUES_PROMOTION>
                    </STATISTIQUES_PROMOTIONS>
                    <CORRESPONDANCES><CORRESPONDANCE><DESTINATION/></CORRESPONDANCE></CORRESPONDANCES>
                    """)))
        #expect(places(result) == ["7 warning valeur-illisible", "10 warning valeur-illisible"])
        #expect(result.fiches.first?.fiche.source.couverture.passages.map(\.texte) == ["Actif", "14"])
    }

    /// A fiche that is wrong everywhere says so a hundred times, then once more; its words are all kept.
    @Test func problemsAreNotReportedWithoutEnd() {
        let unknown = (0..<3000).map { "<INCONNU>mot\($0)</INCONNU> perdu\($0)\n" }.joined()
        let result = FluxFixture.read(FluxFixture.flux(FluxFixture.fiche(unknown)))
        #expect(result.diagnostics.count == 202)
        #expect(result.diagnostics.contains { $0.message.contains("2900") && $0.identifier == .elementInconnu })
        #expect(result.fiches.first?.fiche.source.couverture.nonReconnus == 6000)
        #expect(result.fiches.first?.fiche.source.couverture.passages.count == 6000)
    }

    /// Marks that never close, references and links without end: a reading that took the square of their length would not end.
    @Test(
        arguments: [
            "<FICHES>" + String(repeating: "<FICHE><!--", count: 60_000),
            "<FICHES><FICHE>" + String(repeating: "<![CDATA[<!--<?", count: 60_000),
            FluxFixture.flux(
                FluxFixture.fiche(
                    "<ACTIVITES_VISEES>\(String(repeating: "    o &amp; x", count: 60_000))</ACTIVITES_VISEES>")),
            FluxFixture.flux(
                FluxFixture.fiche(
                    "<LIEN_URL_DESCRIPTION>\(String(repeating: "https://v.example/?a&amp;b ", count: 40_000))</LIEN_URL_DESCRIPTION>"
                )),
            FluxFixture.flux(
                FluxFixture.fiche("<ACTIVITES_VISEES>\(String(repeating: "* ", count: 300_000))</ACTIVITES_VISEES>")),
            FluxFixture.flux(FluxFixture.fiche(String(repeating: "<A>b</A>", count: 40_000))),
        ])
    func hostileSizesEnd(_ text: String) {
        let result = FluxFixture.read(text)
        #expect(!result.fiches.isEmpty || result.diagnostics.hasErrors)
    }

    /// An export may stand on one line: places are counted in columns.
    @Test func anExportOnOneLineKeepsItsPlaces() {
        let text = FluxFixture.flux(
            FluxFixture.fiche(numero: "RNCP1"), FluxFixture.fiche(numero: "RNCP2", "<ACTIF>É</ACTIF><ACTIVE>é</ACTIVE>")
        )
        .replacing("\n", with: "")
        let result = FluxFixture.read(text)
        #expect(result.fiches.count == 2)
        let scalars = Array(text.unicodeScalars)
        func column(_ mark: String) -> Int? {
            scalars.indices.first { scalars[$0...].starts(with: mark.unicodeScalars) }.map { $0 + 1 }
        }
        #expect(result.diagnostics.map { $0.position?.column } == [column("<ACTIF>"), column("<ACTIVE>")])
        #expect(result.diagnostics.map { $0.position?.line } == [1, 1])
    }

    @Test func recognitionLooksAtTheDocument() {
        func score(_ text: String) -> Int {
            FluxReader().recognition(of: SourceDocument(path: "x", text: SourceText(text)))
        }
        #expect(score(FluxFixture.complete) > 10)
        #expect(score("<?xml version=\"1.0\"?><a/>") > 0)
        #expect(score("<FICHES><FICHE/></FICHES>") > 0)
        #expect(score("# Titre\n<FICHES>") == 0)
        #expect(score("<html><p>…</p></html>") == 0)
        #expect(score("") == 0)
    }
}
