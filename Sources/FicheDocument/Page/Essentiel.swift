import FicheModel
import FrenchText
import Markdown
import MarkupText

/// The facts that a reader looks for first. One that the source does not give is said to be missing.
struct Essentiel {
    let fiche: Fiche
    let context: FicheContext

    /// `[{titre, precision?, valeur (HTML), absent: bool}]`.
    var data: [PageData] {
        var items: [PageData] = []
        func add(_ titre: String, _ precision: String? = nil, _ valeur: String?, absent: String? = nil) {
            guard let shown = valeur ?? absent.map(TexteHTML.echappe) else { return }
            var item: PageData = ["titre": titre, "valeur": shown, "absent": valeur == nil]
            item.set("precision", precision)
            items.append(item)
        }
        add(
            fiche.certificateurs.count > 1 ? "Certificateurs" : "Certificateur", nil, certificateurs,
            absent: "Non communiqué")
        add("Niveau de qualification", nil, niveau, absent: "Aucun niveau déclaré")
        add(
            "Spécialités de formation", "NSF, nomenclature des spécialités de formation", codes(fiche.codesNSF, .nsf),
            absent: "Non communiquées")
        add(
            "Métiers", "ROME, répertoire opérationnel des métiers et des emplois", codes(fiche.codesROME, .rome),
            absent: "Non communiqués")
        add(
            fiche.conventions.count > 1 ? "Conventions collectives" : "Convention collective",
            "numéro de brochure du Journal officiel", codes(fiche.conventions, .convention))
        add("Conventions collectives", "IDCC, identifiant de convention collective", codes(fiche.codesIDCC, .idcc))
        add("Formacodes", "thésaurus de l’offre de formation", codes(fiche.formacodes, .formacode))
        add("Blocs de compétences", nil, blocs, absent: fiche.repertoire == .rs ? nil : "Aucun bloc décrit")
        add("Voies d’accès ouvertes", nil, voies, absent: "Non précisées")
        add("Validité du certificat", nil, fiche.dureeValidite.map(TexteHTML.echappe))
        add("Répertoire", nil, repertoire, absent: "Sans numéro de répertoire dans la source")
        return items
    }

    private var certificateurs: String? {
        guard !fiche.certificateurs.isEmpty else { return nil }
        // One body may stand there several times, once for each of its SIRET.
        var names = Set<String>()
        let bodies = fiche.certificateurs.filter { names.insert($0.nom).inserted }
        let shown = bodies.prefix(Self.shownCertificateurs).map { certificateur -> String in
            let name = TexteHTML.echappe(certificateur.nom)
            let key = certificateur.siret ?? certificateur.nom
            guard let adresse = context.lien(.certificateur, key) else { return name }
            return "<a href=\"\(HTMLText.escaped(adresse))\">\(name)</a>"
        }
        let more = bodies.count - shown.count
        let rest =
            more > 0 ? "<li><a href=\"#certificateurs\">et \(Phrases.count(more, "autre", "autres"))</a></li>" : ""
        if shown.count == 1, more == 0 { return shown[0] }
        return "<ul>" + shown.map { "<li>\($0)</li>" }.joined() + rest + "</ul>"
    }

    private static let shownCertificateurs = 5

    private var niveau: String? {
        guard let niveau = fiche.niveau else { return nil }
        let old = niveau.nomenclature1969.map { "\($0) (nomenclature de 1969)" }
        guard let europe = niveau.europe else {
            guard let numeral = niveau.nomenclature1969 else { return nil }
            let meaning = numeral.uppercased() == "I" ? ", aujourd’hui niveau 7 ou 8" : ""
            return TexteHTML.echappe("Niveau \(numeral) (nomenclature de 1969)\(meaning)")
        }
        var html = "Niveau\u{A0}\(europe)"
        if let adresse = context.lien(.niveau, String(europe)) { html = "<a href=\"\(adresse)\">\(html)</a>" }
        if let old {
            let words = niveau.deriveDe == nil ? "(nomenclature Europe), \(old)" : "déduit du niveau \(old)"
            html += " <span class=\"precision\">\(TexteHTML.echappe(words))</span>"
        }
        return html
    }

    private func codes(_ codes: [CodeLibelle], _ taxonomie: FicheContext.Taxonomie) -> String? {
        guard !codes.isEmpty else { return nil }
        let items = codes.map { item -> String in
            let code = HTMLText.escaped(item.code)
            let linked =
                context.lien(taxonomie, item.code).map { "<a href=\"\(HTMLText.escaped($0))\">\(code)</a>" } ?? code
            return "<span class=\"code\">\(linked)</span> " + TexteHTML.echappe(item.libelle ?? "")
        }
        return items.count == 1 ? items[0] : "<ul>" + items.map { "<li>\($0)</li>" }.joined() + "</ul>"
    }

    private var blocs: String? {
        guard !fiche.blocsCompetences.isEmpty else { return nil }
        var html = "<a href=\"#blocs\">\(Phrases.count(fiche.blocsCompetences.count, "bloc", "blocs"))</a>"
        // A sentence stands under "Évaluation et validation"; only a short fact has its place here.
        if let validite = fiche.validiteComposantes, validite.texte.utf8.count <= 40 {
            html += ", validité des composantes acquises\u{A0}: " + TexteHTML.echappe(validite.texte)
        }
        return html
    }

    private var voies: String? {
        let open = fiche.voiesAcces.ouvertes
        guard !open.isEmpty else { return nil }
        let items = open.map { code -> String in
            let words = VoiesPage.libelleCourt(code)
            guard let adresse = context.lien(.voieAcces, code.rawValue) else { return words }
            return "<a href=\"\(HTMLText.escaped(adresse))\">\(words)</a>"
        }
        return items.count == 1 ? items[0] : "<ul>" + items.map { "<li>\($0)</li>" }.joined() + "</ul>"
    }

    private var repertoire: String? {
        guard let repertoire = fiche.repertoire else { return nil }
        let name = Sigles.significations[repertoire.rawValue] ?? repertoire.rawValue
        let number = fiche.numeroFiche.map { " (code \(Phrases.numero($0)))" } ?? " (\(repertoire.rawValue))"
        return TexteHTML.echappe(name + number)
    }
}
