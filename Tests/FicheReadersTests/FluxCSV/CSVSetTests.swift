import Diagnostics
import FicheModel
import Testing

@testable import FicheReaders

@Suite struct CSVSetTests {
    @Test func tenFilesGiveOneFicheEach() throws {
        let result = CSVFixture.read()
        #expect(result.diagnostics == [])
        #expect(result.fiches.map(\.fiche.identifiant) == ["rncp99001", "rs9902"])
        let fiche = try #require(result.fiches.first?.fiche)
        #expect(fiche.intitule == "Facteur de \"cerfs-volants\"")
        #expect(fiche.abrege == CodeLibelle(code: "TP", libelle: "Titre professionnel"))
        #expect(fiche.niveau == Niveau(europe: 4))
        #expect(fiche.actif == true)
        #expect(fiche.accessibleNouvelleCaledonie == true)
        #expect(fiche.accessiblePolynesieFrancaise == false)
        #expect(fiche.enregistrement.dateFin == CalendarDate(year: 2029, month: 8, day: 31))
        #expect(fiche.enregistrement.type == "Enregistrement sur demande")
        #expect(fiche.blocsCompetences.map(\.code) == ["RNCP99001BC02", "RNCP99001BC01"])
        #expect(fiche.blocsCompetences.map(\.numero) == [1, 2])
        #expect(fiche.conventions.map(\.code) == ["3105", "3117"])
        #expect(fiche.certificateurs == [Certificateur(nom: "ATELIER DES VENTS", siret: "01234567890123")])
        #expect(fiche.formacodes == [CodeLibelle(code: "45012", libelle: "Toile")])
        #expect(fiche.codesNSF == [CodeLibelle(code: "251w", libelle: "Mécanique ; voiles")])
        #expect(fiche.codesROME == [CodeLibelle(code: "H1102", libelle: "Ingénierie d'affaires")])
        #expect(fiche.voiesAcces.ouvertes == [.fi, .ca, .vae])
        #expect(fiche.voiesAcces[.fc].ouverte == nil)
        #expect(fiche.source.format == .csv)
        #expect(fiche.source.idFiche == "7")
        #expect(fiche.source.dateDesDonnees == CalendarDate(year: 2026, month: 8, day: 16))
    }

    @Test func linksAreKnownFromBothEnds() throws {
        let result = CSVFixture.read()
        let (first, second) = (result.fiches[0].fiche, result.fiches[1].fiche)
        #expect(first.anciennesCertifications.map(\.numeroFiche) == ["RNCP98001"])
        #expect(first.nouvellesCertifications.map(\.numeroFiche) == ["RS9902"])
        #expect(second.anciennesCertifications.map(\.numeroFiche) == ["RNCP99001"])
        let fromAfar = CSVFixture.read([
            "Ancienne_Nouvelle_Certification": [
                ["Numero_Fiche", "Ancienne_Certification", "Nouvelle_Certification"], ["RNCP97", "RNCP99001", ""],
            ]
        ])
        #expect(fromAfar.diagnostics == [])
        #expect(fromAfar.fiches[0].fiche.nouvellesCertifications.map(\.numeroFiche) == ["RNCP97"])
    }

    @Test func eachPartHasTheLineOfItsRow() throws {
        let read = try #require(CSVFixture.read().fiches.first)
        let blocs = DetailedProvenance.parts(of: .blocsCompetences, in: read, text: nil)
        #expect(blocs.map(\.cle) == ["1", "2"])
        #expect(blocs.map(\.libelle) == ["Régler la bride", "Couper la toile"])
        #expect(blocs.map(\.lignes) == [[2], [3]])
        #expect(DetailedProvenance.parts(of: .certificateurs, in: read, text: nil).map(\.lignes) == [[2]])
        let voies = DetailedProvenance.parts(of: .voiesAcces, in: read, text: nil)
        #expect(voies.map(\.cle) == ["VAE", "CA", "FI"])
        #expect(voies.map(\.lignes) == [[2], [3], [4]])
        #expect(read.files[.blocsCompetences]?.hasSuffix("Blocs_De_Compétences_2026_08_16.csv") == true)
        #expect(read.files[.intitule]?.hasSuffix("Standard_2026_08_16.csv") == true)
    }

    @Test func everyWordIsAccountedFor() {
        for read in CSVFixture.read().fiches {
            let couverture = read.fiche.source.couverture
            #expect(couverture.nonReconnus == 0)
            #expect(couverture.repris > 10)
        }
        let odd = CSVFixture.read([
            "Rome": [
                ["Numero_Fiche", "Codes_Rome_Code", "Codes_Rome_Libellé", "Remarque"],
                ["RNCP99001", "H1102", "Affaires", "à revoir", "encore"],
            ]
        ])
        #expect(odd.fiches[0].fiche.source.couverture.passages.map(\.texte) == ["à revoir\";\"encore"])
        #expect(odd.fiches[0].fiche.source.couverture.nonReconnus == 3)
        #expect(odd.fiches[0].fiche.source.couverture.passages.allSatisfy { $0.ligne == 2 })
        #expect(odd.diagnostics.contains { $0.identifier == .csvColonneInconnue && $0.message.contains("Remarque") })
        #expect(odd.diagnostics.contains { $0.identifier == .texteNonReconnu && $0.position?.line == 2 })
    }

    @Test func fileNamesAreMatchedByTheirASCIIPart() {
        let names = [
            "export_fiches_CSV_Blocs_De_Compe\u{301}tences_2024_02_22.csv",
            "export_fiches_CSV_Blocs_De_Comp├иtences_2024_02_22.csv",
            "a/EXPORT_FICHES_CSV_BLOCS_DE_COMP\u{FFFD}TENCES_2024_02_22.CSV",
        ]
        for name in names { #expect(CSVTableName.named(by: name) == .blocs) }
        #expect(CSVTableName.named(by: "export_fiches_CSV_VoixdAcc\u{FFFD}s_2024_02_22.csv") == .voies)
        #expect(CSVTableName.named(by: "export_fiches_CSV_Nsf_2024_02_22.csv") == .nsf)
        #expect(CSVTableName.named(by: "export_fiches_CSV_CCN_2024_02_22.csv") == .ccn)
        #expect(CSVTableName.named(by: "rome.csv") == nil)
        #expect(CSVSet.groups(["b/" + names[0], "b/x.md", "c/" + names[0]]) == [["b/" + names[0]], ["c/" + names[0]]])
    }

    @Test(arguments: ["\n", "\r", "\r\n"]) func encodingsAndLineEnds(_ end: String) {
        let expected = CSVFixture.read().fiches.map(\.fiche.intitule)
        #expect(CSVSet(path: "csv").read(CSVFixture.files(end: end)).fiches.map(\.fiche.intitule) == expected)
        let marked = CSVFixture.files(end: end).map {
            CSVSet.File(path: $0.path, bytes: [0xEF, 0xBB, 0xBF] + $0.bytes)
        }
        #expect(CSVSet(path: "csv").read(marked).diagnostics == [])
        let old = CSVFixture.files(["Certificateurs": []], end: end).map { file in
            CSVSet.File(
                path: file.path,
                bytes: String(decoding: file.bytes, as: UTF8.self).unicodeScalars.map { scalar in
                    scalar.value == 0x2019 ? 0x92 : UInt8(truncatingIfNeeded: scalar.value)
                })
        }
        let read = CSVSet(path: "csv").read(old)
        #expect(read.fiches.first?.fiche.voiesAcces.ouvertes == [.fi, .ca, .vae])
        #expect(read.fiches.first?.fiche.blocsCompetences.first?.libelle == "Régler la bride")
        #expect(read.diagnostics.contains { $0.identifier == .encodageSuppose })
    }

    @Test func rowsWithoutAFicheAreToldOnce() {
        let rows = [
            ["Numero_Fiche", "Codes_Rome_Code", "Codes_Rome_Libelle"], ["", "H1102", "Affaires"],
            ["", "H1103", "Affaires"], ["RNCP5", "H1104", "Affaires"],
        ]
        let result = CSVFixture.read(["Rome": rows])
        let told = result.diagnostics.filter { $0.identifier == .csvLigneSansFiche }
        #expect(told.map { $0.position?.line } == [2, 4])
        #expect(told.map(\.message).first?.hasPrefix("2 lignes") == true)
        #expect(told.map(\.message).last == "Une ligne de ce fichier a un numéro que les fiches n’ont pas")
    }

    @Test func whatIsWrongIsSaid() {
        #expect(CSVFixture.read(["Standard": []]).diagnostics.map(\.identifier) == [.csvTableAbsente])
        #expect(CSVFixture.read(["Standard": []]).fiches.isEmpty)
        let partial = CSVFixture.read(["Nsf": [], "CCN": []])
        #expect(partial.diagnostics.map(\.identifier) == [.csvTableAbsente])
        #expect(partial.diagnostics.first?.severity == .warning)
        #expect(partial.fiches.count == 2)
        var rows = CSVFixture.tables["Standard"] ?? []
        rows.append(rows[1])
        let double = CSVFixture.read(["Standard": rows])
        #expect(double.diagnostics.map(\.identifier) == [.csvFicheRepetee])
        #expect(double.diagnostics.first?.position?.line == 5)
        #expect(double.fiches.count == 2)
        let values = CSVFixture.read([
            "VoixdAccès": [["Numero_Fiche", "Si_Jury"], ["RS9902", "Par hasard"]],
            "Certificateurs": [
                ["Numero_Fiche", "Siret_Certificateur", "Nom_Certificateur"], ["RS9902", "1234", "LIGUE"],
            ],
        ])
        #expect(Set(values.diagnostics.map(\.identifier)) == [.valeurIllisible, .siretInvalide, .texteNonReconnu])
    }

    @Test func aQuoteThatNeverClosesCostsItsLineOnly() throws {
        let text = "\"Numero_Fiche\";\"Si_Jury\"\r\n\"RS9902;\"Par expérience\r\nRS9902;Par candidature\r\n"
        let table = CSVTable(Array(text.utf8), file: "a.csv")
        #expect(table.rows.map(\.line) == [2, 3])
        #expect(table.rows.map { table.cells(of: $0).last?.text } == ["RS9902;Par expérience", "Par candidature"])
        let open = CSVTable(Array("a;b\r\n\"1;2\r\n3;4".utf8), file: "a.csv")
        #expect(open.diagnostics.map(\.identifier) == [.csvGuillemet])
        #expect(open.diagnostics.first?.position?.line == 2)
        #expect(open.rows.count == 2)
        #expect(open.cells(of: try #require(open.rows.last)).map(\.text) == ["3", "4"])
    }

    @Test func aSelectionTakesSome() {
        var selection = SelectionDeFiches()
        selection.actives = true
        #expect(CSVSet(path: "csv", selection: selection).read(CSVFixture.files()).fiches.count == 1)
        selection.codes = ["RS9902"]
        #expect(CSVSet(path: "csv", selection: selection).read(CSVFixture.files()).fiches.isEmpty)
    }

    @Test func oneFileAloneIsRecognised() {
        let catalogue = ReaderCatalogue()
        let standard = CSVFixture.text(CSVFixture.tables["Standard"] ?? [])
        let alone = catalogue.read(Array(standard.utf8), path: "fiches.csv")
        #expect(alone.fiches.count == 2)
        let rome = catalogue.read(Array(CSVFixture.text(CSVFixture.tables["Rome"] ?? []).utf8), path: "rome.csv")
        #expect(rome.fiches.isEmpty)
        #expect(rome.diagnostics.map(\.identifier) == [.csvTableAbsente])
    }
}
