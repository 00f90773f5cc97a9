import FicheModel
import FicheReaders
import Testing

@Suite("Provenance détaillée")
struct DetailedProvenanceTests {
    private let texte = """
        Bloc un
        Plier les feuilles et coudre
        Préparer la colle
        Bloc deux
        Coudre les cahiers
        et plier la couverture
        Oui
        """

    private func lue(_ blocs: [BlocDeCompetences]) -> ReadFiche {
        var fiche = Fiche(identifiant: "a", intitule: "A", source: SourceFiche(fichier: "a", format: .ancienneFiche))
        fiche.blocsCompetences = blocs
        fiche.voiesAcces[.fc].compositionJury = "Préparer la colle"
        fiche.voiesAcces[.vae].compositionJury = "Préparer la colle"
        fiche.voiesAcces[.fi].ouverte = true
        return ReadFiche(fiche, provenance: [.blocsCompetences: [1, 2, 3, 4, 5, 6, 7], .voiesAcces: [3, 7]])
    }

    @Test("Chaque ligne va au bloc dont elle a les mots, par suites ; aucune n’est devinée")
    func blocs() {
        let read = lue([
            BlocDeCompetences(
                numero: 1, libelle: "Bloc un", listeCompetences: "- Plier les feuilles et coudre\n- Préparer la colle"),
            BlocDeCompetences(
                numero: 2, libelle: "Bloc deux", listeCompetences: "Coudre les cahiers et plier la couverture"),
        ])
        let parts = DetailedProvenance.parts(of: .blocsCompetences, in: read, text: SourceText(texte))
        #expect(parts.map(\.cle) == ["1", "2"])
        #expect(parts.map(\.lignes) == [[1, 2, 3], [4, 5, 6]])
    }

    @Test("Des voies qui ont le même jury ont les mêmes lignes ; une croix seule n’en a pas")
    func voies() {
        let parts = DetailedProvenance.parts(of: .voiesAcces, in: lue([]), text: SourceText(texte))
        let lines = Dictionary(uniqueKeysWithValues: parts.map { ($0.cle, $0.lignes) })
        #expect(lines == ["FI": [], "CA": [], "FC": [3], "CQ": [], "CL": [], "VAE": [3]])
    }

    @Test("Un champ sans partie n’en a pas")
    func none() {
        #expect(DetailedProvenance.parts(of: .intitule, in: lue([]), text: SourceText(texte)) == [])
        #expect(DetailedProvenance.parts(of: .baseLegale, in: lue([]), text: SourceText(texte)) == [])
    }

    @Test("Dix mille lignes et cent blocs : chacun a ses parties")
    func long() {
        let blocs = (1...100).map { BlocDeCompetences(numero: $0, libelle: "Bloc \($0)", listeCompetences: "mot\($0)") }
        var read = lue(blocs)
        read.provenance[.blocsCompetences] = Array(1...10_000)
        let text = SourceText((1...10_000).map { "mot\($0 / 100 + 1) suite\n" }.joined())
        let parts = DetailedProvenance.parts(of: .blocsCompetences, in: read, text: text)
        #expect(parts.count == 100)
    }
}
