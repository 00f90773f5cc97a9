import Diagnostics
import FicheModel
import Testing

@testable import FicheReaders

@Suite("Codes tenus contre les listes")
struct CodeChecksTests {
    private let text = SourceText("ligne une\nRome : X9999 et D1214\nNSF 251w\nSIRET 12345678901234\n")

    /// What is said of a fiche that `change` fills, and the fiche.
    private func check(_ change: (inout Fiche) -> Void) -> (said: [Diagnostic], fiche: Fiche) {
        var fiche = Fiche(
            identifiant: "a", intitule: "A", source: SourceFiche(fichier: "a.txt", format: .ancienneFiche))
        change(&fiche)
        var read = ReadFiche(fiche, provenance: [.codesROME: [1, 2], .codesNSF: [3], .certificateurs: [1, 4]])
        let said = CodeChecks().check(&read, in: SourceDocument(path: "a.txt", text: text))
        return (said, read.fiche)
    }

    @Test("Un code inconnu est dit avec le plus proche et sa ligne")
    func unknownCodes() throws {
        let (said, fiche) = check {
            $0.codesROME = [
                CodeLibelle(code: "D1214", libelle: "Vente"), CodeLibelle(code: "X9999", libelle: "Rien"),
                CodeLibelle(code: "D1299", libelle: "Vente"),
            ]
        }
        #expect(said.map(\.identifier) == [.codeInconnu, .codeInconnu])
        #expect(said.first?.position?.line == 2)
        #expect(said.first?.severity == .warning)
        #expect(said.last?.hint?.hasPrefix("Le plus proche est « D12") == true)
        #expect(fiche.codesROME.map(\.libelle) == ["Vente", "Rien", "Vente"])
    }

    @Test("Au-delà d’un nombre, les codes inconnus sont comptés, avec la ligne du premier", arguments: [1, 2])
    func countedCodes(_ more: Int) {
        let (said, _) = check {
            $0.codesROME = (0..<CodeChecks.mostSaid + more).map { CodeLibelle(code: "Z\(9000 + $0)", libelle: "x") }
        }
        #expect(said.count == CodeChecks.mostSaid + 1)
        #expect(said.last?.position?.line == 1)
        #expect(
            said.last?.message
                == (more == 1
                    ? "1 autre code de cette fiche n’a pas la forme voulue ou n’est pas dans sa liste"
                    : "2 autres codes de cette fiche n’ont pas la forme voulue ou ne sont pas dans leur liste"))
    }

    @Test("Un libellé qui manque est complété et marqué ; celui de la source n’est pas touché")
    func completion() {
        let (said, fiche) = check {
            $0.codesROME = [CodeLibelle(code: "D1214", libelle: nil)]
            $0.codesNSF = [CodeLibelle(code: "251w", libelle: nil), CodeLibelle(code: "312t", libelle: "À moi")]
            $0.formacodes = [CodeLibelle(code: "34566", libelle: nil)]
        }
        #expect(said.isEmpty)
        #expect(fiche.codesROME.first?.libelle == CodeLists().rome("D1214"))
        #expect(fiche.codesROME.first?.libelleDerive == true)
        #expect(fiche.codesNSF.map(\.libelleDerive) == [true, false])
        #expect(fiche.codesNSF.last?.libelle == "À moi")
        #expect(fiche.formacodes.first?.libelle == nil)
    }

    @Test("Ce que d’anciennes fiches portent à bon droit ne fait pas de bruit")
    func leftInPeace() {
        let (said, _) = check {
            $0.codesNSF = ["3", "31", "251", "251w"].map { CodeLibelle(code: $0, libelle: "x") }
            $0.codesROME = ["K", "K24", "44316", "A1500", "D1401"].map { CodeLibelle(code: $0, libelle: "x") }
            $0.conventions = ["3152", "573"].map { CodeLibelle(code: $0, libelle: "x") }
            $0.codesIDCC = [CodeLibelle(code: "1044", libelle: "x"), CodeLibelle(code: "0573", libelle: "x")]
        }
        #expect(said == [])
    }

    @Test("Formes : Formacode, brochure, IDCC pris pour une brochure, SIRET")
    func forms() {
        let (said, _) = check {
            $0.formacodes = [CodeLibelle(code: "3456", libelle: "x")]
            $0.conventions = [CodeLibelle(code: "IDCC 12", libelle: "x")]
            $0.codesIDCC = [CodeLibelle(code: "3999", libelle: "x")]
            $0.certificateurs = [
                Certificateur(nom: "A", siret: "12345"), Certificateur(nom: "B", siret: "12345678901234"),
                Certificateur(nom: "Exemple", siret: "00000000100017"),
                Certificateur(nom: "C", siret: "73282932000074"),
                Certificateur(nom: "La Poste", siret: "35600000000001"),
            ]
        }
        #expect(
            said.map(\.identifier.rawValue) == [
                "code-invalide", "code-invalide", "code-inconnu", "siret-invalide", "siret-douteux",
            ])
        #expect(said[2].hint?.contains("conventions") == true)
        #expect(said[4].severity == .note)
        #expect(said[4].position?.line == 4)
    }

    @Test("Deux niveaux qui ne vont pas ensemble sont dits")
    func levels() {
        #expect(
            check { $0.niveau = Niveau(europe: 4, nomenclature1969: "III") }.said.map(\.identifier) == [
                .niveauxDiscordants
            ])
        for niveau in [
            Niveau(europe: 5, nomenclature1969: "III"), Niveau(europe: 7, nomenclature1969: "I"),
            Niveau(europe: 5, nomenclature1969: "III", deriveDe: "III"), Niveau(europe: nil, nomenclature1969: "I"),
        ] {
            #expect(check { $0.niveau = niveau }.said == [])
        }
    }

    @Test("Une fiche faite de codes faux n’est ni lente ni bavarde")
    func flood() {
        let (said, _) = check {
            $0.codesROME = (0..<20_000).map { CodeLibelle(code: "Z\($0)99", libelle: "x") }
        }
        #expect(said.count == 41)
        #expect(said.last?.message.contains("19960") == true)
    }

    @Test("Une fiche rédigée dit ses codes à leur place, et un libellé voulu absent le reste")
    func authored() throws {
        let lu = lire(
            rediger(
                "codes_rome: [{code: X1, libelle: Rien}, {code: D1401, libelle: null}]\nformacodes: [{code: 12, libelle: A}]\nabrege: {code: XYZ, libelle: Titre}\ncertificateurs: [{nom: A, siret: 12345678901234}]"
            ))
        #expect(
            lu.resume == ["3:21 warning code-inconnu", "4:21 warning code-invalide", "6:34 note siret-douteux"])
        #expect(lu.fiches.first?.fiche.codesROME.last?.libelle == nil)
    }
}
