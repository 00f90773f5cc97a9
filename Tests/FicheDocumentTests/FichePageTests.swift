import FicheDocument
import FicheModel
import FrenchText
import JSONText
import Testing

@Suite("The page of a fiche")
struct FichePageTests {
    @Test("Every word of the fiche stands on its page")
    func conservation() throws {
        let fiche = FicheEssai.complete
        let page = try PageProbe(fiche)
        let shown = Set(WordScanner.words(in: page.text).map(Folding.key))
        for text in Self.strings(fiche.json) {
            for word in WordScanner.words(in: text) {
                // The page writes "RNCP 4242" for RNCP4242.
                let key = Folding.key(word)
                let found =
                    shown.contains(key)
                    || Repertoire.parse(word).map { shown.contains(String($0.numero.drop { !$0.isNumber })) } == true
                #expect(found, "« \(word) » of « \(text) »")
            }
        }
    }

    /// The strings of a fiche's JSON as a page shows them: dates in full; without what only programs read.
    private static func strings(_ value: JSONValue, key: String = "") -> [String] {
        let unread: Set<String> = ["habilitation", "format", "categories", "alias", "identifiant", "url"]
        if unread.contains(key) { return [] }
        switch value {
        case .string(let text): return [CalendarDate(text).flatMap { $0.iso == text ? $0.inFull : nil } ?? text]
        case .array(let items): return items.flatMap { strings($0, key: key) }
        case .object(let members): return members.flatMap { strings($0.value, key: $0.key) }
        case .int(let number): return [String(number)]
        default: return []
        }
    }

    @Test("Texts are on the page as cmark gives them, words in order")
    func textsInOrder() throws {
        let fiche = FicheEssai.complete
        let page = try PageProbe(fiche)
        for texte in Fiche.champsTexte {
            let source = try #require(fiche[keyPath: texte.chemin])
            #expect(page.html.contains(TexteHTML.html(source)), "\(texte.champ.rawValue)")
        }
    }

    @Test("Each entry of the contents leads to a section, identifiers are unique, headings skip no level")
    func structure() throws {
        for fiche in [FicheEssai.complete, Self.bare] {
            let page = try PageProbe(fiche)
            let ids = page.values(of: "id")
            #expect(Set(ids).count == ids.count)
            for target in page.values(of: "href") where target.hasPrefix("#") {
                #expect(ids.contains(String(target.dropFirst())), "\(target)")
            }
            for label in page.values(of: "aria-labelledby") { #expect(ids.contains(label)) }
            var previous = 0
            for level in page.headingLevels {
                #expect(level <= previous + 1, "h\(level) after h\(previous)")
                previous = level
            }
            #expect(page.headingLevels.filter { $0 == 1 }.count == 1)
        }
    }

    @Test("Nothing that the strict policy forbids is on the page")
    func policy() throws {
        let page = try PageProbe(FicheEssai.complete)
        for forbidden in [" style=", " onclick=", " onload=", "<style", "javascript:"] {
            #expect(!page.html.contains(forbidden))
        }
        for source in page.values(of: "src") { #expect(source.hasPrefix("../../assets/")) }
    }

    @Test("Missing essentials are said")
    func absentFacts() throws {
        let text = try PageProbe(Self.bare).text
        #expect(text.contains("Aucun niveau déclaré"))
        #expect(text.contains("Non communiqué"))
        #expect(text.contains("La source ne précise ni les voies d’accès ni les jurys"))
        #expect(text.contains("Validité non précisée"))
        #expect(!text.contains("Base légale") && !text.contains("Statistiques"))
    }

    @Test("A jury is written out once")
    func sameJury() throws {
        let page = try PageProbe(FicheEssai.complete)
        #expect(page.html.components(of: "deux doreurs") == 1)
        #expect(page.text.contains("Même jury que pour la formation continue"))
        #expect(page.text.contains("Voie non ouverte"))
    }

    @Test("The state is shown with its day and the dates that the script needs")
    func state() throws {
        let page = try PageProbe(FicheEssai.complete, date: "2026-11-21")
        #expect(page.text.contains("Échue depuis le 7\u{A0}août\u{A0}2023"))
        #expect(
            page.html.contains(
                "data-etat=\"echue\" data-calcul=\"2026-11-21\" data-fin=\"2023-08-07\" data-limite=\"2027-08-07\""))
        #expect(page.text.contains("Délivrance encore possible jusqu’au 7\u{A0}août\u{A0}2027"))
        #expect(page.text.contains("Échue depuis 3\u{A0}ans"))
        #expect(page.html.contains("https://www.francecompetences.fr/recherche/rncp/4242/"))
    }

    @Test("Each competence has an address")
    func anchors() throws {
        let ids = try PageProbe(FicheEssai.complete).values(of: "id")
        for id in ["bloc-1", "bloc-1-c1", "bloc-1-c2", "bloc-3", "bloc-4-u1", "bloc-4-u1-c1", "bloc-4-u1-c2"] {
            #expect(ids.contains(id), "\(id)")
        }
    }

    @Test("Competences are found in a cell that holds more than a list")
    func anchorsInProse() throws {
        var fiche = Self.bare
        fiche.blocsCompetences = [
            BlocDeCompetences(
                numero: 1, libelle: "Bloc", competences: ["Plier le papier", "Coudre *les* cahiers", "Rogner"],
                listeCompetences:
                    "Le candidat sait :\n\n- Plier le papier\n- Autre chose\n\nCoudre *les* cahiers\n\n- Rogner")
        ]
        let page = try PageProbe(fiche)
        #expect(page.html.contains("<li id=\"bloc-1-c1\">Plier le papier</li>"))
        #expect(page.html.contains("<p id=\"bloc-1-c2\">Coudre <em>les</em> cahiers</p>"))
        #expect(page.html.contains("<li id=\"bloc-1-c3\">Rogner</li>"))
    }

    @Test("Figures that are not given are said so, never 0")
    func statistics() throws {
        var fiche = Self.bare
        var old = StatistiquesPromotion(annee: 2019)
        old.nombreCertifies = 1200
        fiche.statistiquesPromotions = [old, StatistiquesPromotion(annee: 2021)]
        let page = try PageProbe(fiche)
        #expect(page.text.contains("1\u{202F}200"))
        #expect(page.html.components(of: "<td class=\"inconnu\">Non communiqué</td>") == 9)
        let first = try #require(page.html.firstRange(of: "scope=\"row\">2021"))
        let second = try #require(page.html.firstRange(of: "scope=\"row\">2019"))
        #expect(first.lowerBound < second.lowerBound)
    }

    @Test("Template syntax and markup in a source are words")
    func hostileContent() throws {
        var fiche = Self.bare
        fiche.intitule = "{{racine}} <img src=x onerror=alert(1)> {{{contenu}}}"
        fiche.activitesVisees = "{{#blocs}} <script>alert(1)</script>"
        fiche.certificateurs = [Certificateur(nom: "\"><script>", siteInternet: "javascript:alert(1)")]
        fiche.documents = [DocumentLie(nature: "N", titre: "T", url: "javascript:alert(1)")]
        fiche.source.couverture.passages = [.init(ligne: 12, texte: "<b>{{x}}</b>")]
        let page = try PageProbe(fiche)
        #expect(page.text.contains("{{racine}} <img src=x onerror=alert(1)> {{{contenu}}}"))
        #expect(page.text.contains("{{#blocs}} <script>alert(1)</script>"))
        #expect(page.text.contains("<b>{{x}}</b>") && page.text.contains("Ligne 12"))
        #expect(!page.html.contains("<img") && !page.html.contains("<script>"))
        #expect(!page.values(of: "href").contains { $0.hasPrefix("javascript") })
    }

    @Test("Lineage leads to the catalogue's own page where there is one, else to the official one")
    func lineage() throws {
        let context = FicheContext(fiche: { numero in
            numero == "RS2222" ? FicheContext.FicheConnue(titre: "Relieur nouveau", adresse: "fiches/rs2222/") : nil
        })
        let page = try PageProbe(FicheEssai.complete, context: context)
        #expect(page.values(of: "href").contains("../../fiches/rs2222/"))
        #expect(page.text.contains("Relieur nouveau"))
        #expect(page.values(of: "href").contains("https://www.francecompetences.fr/recherche/rncp/1111/"))
        #expect(!page.text.lowercased().contains("équivalence"))
    }

    @Test("A generation of many fiches is folded under their number, one of few stands open")
    func longLineage() throws {
        var fiche = Self.bare
        fiche.numeroFiche = "RNCP1"
        fiche.nouvellesCertifications = (2...14).map { CertificationLiee(numeroFiche: "RNCP\($0)") }
        fiche.anciennesCertifications = (20...31).map { CertificationLiee(numeroFiche: "RNCP\($0)") }
        let page = try PageProbe(fiche)
        #expect(page.html.contains("<summary>13\u{A0}certifications</summary>"))
        #expect(page.html.contains(" 13\u{A0}certifications</summary>\n<p class=\"etat-suite\">"))
        #expect(!page.html.contains("<summary>12"))
        #expect(page.html.ranges(of: "<details").count == page.html.ranges(of: "</details>").count)
    }

    @Test("Codes lead to their lists where these exist")
    func lists() throws {
        let context = FicheContext(adresse: { $0 == .rome ? "rome/\($1.lowercased())/" : nil })
        let page = try PageProbe(FicheEssai.complete, context: context)
        #expect(page.html.contains("<a href=\"../../rome/b1402/\">B1402</a>"))
        #expect(page.html.contains("<span class=\"code\">322t</span>"))
    }

    static var bare: Fiche {
        Fiche(identifiant: "cqp-vide", intitule: "Vide", source: SourceFiche(fichier: "a.md", format: .markdown))
    }
}

extension String {
    func components(of part: String) -> Int { ranges(of: part).count }
}
