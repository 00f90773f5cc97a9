import Catalogue
import FicheModel
import Testing

struct TaxonomyTests {
    @Test func certifiersAreOneBySiretElseByName() throws {
        let siret = "12345678900011"
        let model = try Summaries.model([
            Summaries.fiche("A") { $0.certificateurs = [Certificateur(nom: "Maison des Pendules", siret: siret)] },
            Summaries.fiche("B") { $0.certificateurs = [Certificateur(nom: "MAISON DES PENDULES", siret: siret)] },
            Summaries.fiche("C") { $0.certificateurs = [Certificateur(nom: "Maison des pendules")] },
            Summaries.fiche("D") { $0.certificateurs = [Certificateur(nom: "Maison  des Pendules", siret: siret)] },
            Summaries.fiche("E") { $0.certificateurs = [Certificateur(nom: "Autre maison")] },
            Summaries.fiche("F") { $0.certificateurs = [Certificateur(nom: "AUTRE MAISON")] },
        ])
        let taxonomy = try #require(model.taxonomies[.certificateur])
        #expect(taxonomy.values.map(\.slug) == ["autre-maison", "maison-des-pendules"])
        #expect(taxonomy.values.map(\.fiches.count) == [2, 4])
        #expect(taxonomy.adresse(ofKey: siret) == "certificateurs/maison-des-pendules/")
        #expect(taxonomy.adresse(ofKey: "Autre maison") == "certificateurs/autre-maison/")
    }

    @Test func twoBodiesOfOneNameHaveTwoPages() throws {
        let model = try Summaries.model([
            Summaries.fiche("A") { $0.certificateurs = [Certificateur(nom: "Ministère", siret: "1")] },
            Summaries.fiche("B") { $0.certificateurs = [Certificateur(nom: "Ministère", siret: "2")] },
        ])
        let taxonomy = try #require(model.taxonomies[.certificateur])
        #expect(taxonomy.values.map(\.slug).sorted() == ["ministere", "ministere-2"])
        #expect(taxonomy.adresse(ofKey: "2") == "certificateurs/ministere-2/")
    }

    @Test func codesAreGroupedUnderTheirDomain() throws {
        let model = try Summaries.model([
            Summaries.fiche("A") {
                $0.codesROME = [
                    CodeLibelle(code: "D1214", libelle: nil), CodeLibelle(code: "B1604", libelle: "Pendules"),
                ]
                $0.codesNSF = [CodeLibelle(code: "251w", libelle: nil)]
            }
        ])
        let rome = try #require(model.taxonomies[.rome])
        #expect(rome.groups.map(\.code) == ["B16", "D12"])
        #expect(rome.groups.allSatisfy { $0.titre?.isEmpty == false })
        #expect(rome.values.map(\.titre).first == "Pendules")
        #expect(rome.values.last?.titre != "D1214")
        #expect(model.taxonomies[.nsf]?.adresse(ofKey: "251w") == "nsf/251w/")
    }

    @Test func levelsIncludeThoseWithoutOne() throws {
        let model = try Summaries.model([
            Summaries.fiche("A") { $0.niveau = Niveau(europe: 5) }, Summaries.fiche("B"),
            Summaries.fiche("C") { $0.niveau = Niveau(europe: 3) },
        ])
        #expect(model.taxonomies[.niveau]?.values.map(\.slug) == ["3", "5", "sans-niveau"])
    }

    @Test func aValueNamedTwiceByOneFicheCountsOnce() throws {
        let model = try Summaries.model([
            Summaries.fiche("A") {
                $0.codesROME = [CodeLibelle(code: "D1214", libelle: "X"), CodeLibelle(code: "d1214", libelle: "X")]
            }
        ])
        #expect(model.taxonomies[.rome]?.values.map(\.fiches) == [[0]])
    }
}
