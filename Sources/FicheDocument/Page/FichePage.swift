import FicheModel
import FrenchText
import JSONText
import Markdown
import MarkupText

/// The page of a fiche as data for its template. Keys are the contract's names; what is derived has a name of its own.
public enum FichePage {
    /// The data of the template `fiche`. A key is absent when there is nothing to show.
    ///
    /// - Parameters:
    ///   - etat: the state of the fiche at the date of the build.
    ///   - context: the catalogue around the page.
    public static func data(_ fiche: Fiche, etat: EtatDeValidite, context: FicheContext) -> PageData {
        var data: PageData = ["racine": context.racine, "page": page(fiche, context: context)]
        addHead(fiche, etat: etat, context: context, to: &data)
        addTexts(fiche, to: &data)
        addLists(fiche, context: context, to: &data)
        data["source"] = SourcePage.data(
            fiche.source,
            fictif: context.demonstration != nil || fiche.numeroFiche.map(context.numerosFictifs.contains) ?? false)
        data.set("autres_informations", SourcePage.autresInformations(fiche.source))
        data["mentions"] = MentionsPage.data(fiche, context: context)
        data["citation"] = SourcePage.citation(fiche, etat: etat, context: context)
        data.set("donnees", context.donnees.map { ["titre": $0.titre, "adresse": $0.adresse] })
        Sections.addHeadings(to: &data)
        Sections.addAbsences(to: &data)
        return data
    }

    private static func page(_ fiche: Fiche, context: FicheContext) -> PageData {
        let number = fiche.numeroFiche.map(Phrases.numero)
        let titre = Typography.spaced(fiche.intitule)
        var facts = [fiche.abrege.map { $0.libelle ?? $0.code }, number.map { "fiche \($0)" }].compactMap { $0 }
        if let niveau = fiche.niveau?.europe { facts.append("niveau\u{A0}\(niveau)") }
        if let certificateur = fiche.certificateurs.first { facts.append(certificateur.nom) }
        var data: PageData = [
            "titre": titre,
            "titre_complet": [titre, number, context.titreSite].compactMap { $0 }.joined(separator: " – "),
            "classe": "fiche",
            "description": ([titre] + facts).joined(separator: ", ") + ".",
            "fil": [
                ["titre": "Accueil", "adresse": ""], ["titre": "Fiches", "adresse": "fiches/"],
                ["titre": number ?? titre],
            ] as [PageData],
        ]
        if context.jsonLD { data["json_ld"] = JSONWriter.text(of: FicheJSONLD.json(fiche, context: context)) }
        return data
    }

    private static func addHead(_ fiche: Fiche, etat: EtatDeValidite, context: FicheContext, to data: inout PageData) {
        data["identifiant"] = fiche.identifiant
        data["intitule"] = Typography.spaced(fiche.intitule)
        data.set("numero_fiche", fiche.numeroFiche)
        data.set("numero", fiche.numeroFiche.map(Phrases.numero))
        data.set("repertoire", fiche.repertoire?.rawValue)
        if let abrege = fiche.abrege {
            var type: PageData = ["code": abrege.code]
            type.set("libelle", abrege.libelle.map(Typography.spaced))
            data["abrege"] = type
        }
        data["surtitre"] = surtitre(fiche, context: context)
        addState(fiche, etat: etat, context: context, to: &data)
        data.set("comparer", context.comparer.map { context.racine + $0 })
        data.set("avis_demonstration", context.demonstration.map(TexteHTML.enLigne))
        data["brouillon"] = fiche.brouillon
        data["essentiel"] = Essentiel(fiche: fiche, context: context).data
        data.set("dates", Chronologie.data(fiche, etat: etat))
    }

    /// What the template `fiche-etat` shows, on every page about a fiche.
    static func addState(_ fiche: Fiche, etat: EtatDeValidite, context: FicheContext, to data: inout PageData) {
        var state = EtatPage.data(etat, of: fiche)
        let over: Set<String> = ["echue", "depubliee", "declaree-inactive"]
        data["suite"] = over.contains(etat.code) ? "Remplacée par" : "Suivie de"
        let apres = LigneePage(context: context).data(context.lignee(of: fiche).apres)
        state.set("remplacee_par", apres)
        if let label = LigneePage.label(ofFolded: apres) { state["remplacee_par_repliees"] = label }
        data["etat"] = state
        data.set("adresse_officielle", fiche.numeroFiche.flatMap(context.adresseOfficielle))
        data["numero_fictif"] = fiche.numeroFiche.map(context.numerosFictifs.contains) ?? false
    }

    /// The line above the title: register, number, type.
    private static func surtitre(_ fiche: Fiche, context: FicheContext) -> String {
        var parts: [String] = []
        if let numero = fiche.numeroFiche {
            if let parsed = Repertoire.parse(numero) {
                let prefix = parsed.repertoire.rawValue
                parts.append(
                    "\(Sigles.abbr(prefix)) \(HTMLText.escaped(String(parsed.numero.dropFirst(prefix.count))))")
            } else {
                parts.append(TexteHTML.echappe(numero))
            }
        }
        if let abrege = fiche.abrege {
            let libelle = abrege.libelle.map(TexteHTML.echappe)
            let code = HTMLText.escaped(abrege.code)
            let words = libelle.map { $0 == code ? $0 : "\(code)\u{A0}: \($0)" } ?? Sigles.abbr(code)
            let list = context.lien(.type, abrege.code)
            parts.append(list.map { "<a href=\"\(HTMLText.escaped($0))\">\(words)</a>" } ?? words)
        }
        return parts.isEmpty ? "Certification professionnelle" : parts.joined(separator: " · ")
    }

    private static func addTexts(_ fiche: Fiche, to data: inout PageData) {
        for champ in Fiche.champsTexte where champ.champ != .modalitesRenouvellement {
            let titres = Sections.isAlone(champ.champ) ? 3 : 4
            data.set(texte: champ.champ.rawValue, fiche[keyPath: champ.chemin], titres: titres)
        }
        data.set("faits_enregistrement", FaitsPage.enregistrement(fiche))
        data["dates_derivees"] = fiche.enregistrement.deriveDeLaBaseLegale
        data.set("faits_validite", FaitsPage.validite(fiche))
        data.set("base_legale", BaseLegalePage.data(fiche.baseLegale))
    }

    private static func addLists(_ fiche: Fiche, context: FicheContext, to data: inout PageData) {
        data.set("blocs_competences", BlocsPage.data(fiche.blocsCompetences, pages: context.pagesDeBlocs))
        data["voies_acces"] = VoiesPage.data(fiche.voiesAcces) ?? []
        data.set("territoires", VoiesPage.territoires(fiche))
        let lignee = LigneePage(context: context)
        let (avant, apres) = context.lignee(of: fiche)
        let own = fiche.identifiant
        let anciennes = lignee.data(avant) { context.versions($0, own) }
        let nouvelles = lignee.data(apres) { context.versions(own, $0) }
        data.set("anciennes_certifications", anciennes)
        data.set("nouvelles_certifications", nouvelles)
        data.set("generations", lignee.generations(of: fiche, avant: anciennes, apres: nouvelles))
        data.set("correspondances", lignee.correspondances(fiche.correspondances))
        let recues = context.correspondancesRecues(of: fiche)
        data.set("correspondances_recues", lignee.recues(recues))
        for (key, count) in [
            ("correspondances_repliees", fiche.correspondances.count),
            ("correspondances_recues_repliees", recues.count),
        ] where count > Self.unfoldedRows {
            data[key] = Phrases.count(count, "correspondance", "correspondances")
        }
        data.set("statistiques_promotions", StatistiquesPage.data(fiche.statistiquesPromotions))
        data.set("statistiques_phrases", StatistiquesPage.phrases(fiche.statistiquesPromotions))
        data.set("statistiques_graphiques", GraphiquesPage.data(fiche.statistiquesPromotions))
        let organismes = OrganismesPage(context: context)
        data.set("certificateurs", organismes.certificateurs(fiche.certificateurs))
        if let partenaires = organismes.partenaires(fiche.partenaires) {
            let label = Phrases.count(fiche.partenaires.count, "organisme habilité", "organismes habilités")
            data["partenaires"] = ["nombre": label, "liste": partenaires] as PageData
        }
        var sites: [String] = []
        if let site = fiche.siteInternetAutorite { sites.append(OrganismesPage.site(site)) }
        data.set("sites_autorite", sites)
        data.set("lien_url_description", fiche.lienURLDescription.map(OrganismesPage.site))
        data.set("documents", fiche.documents.map { document($0, racine: context.racine) })
    }

    /// A longer table is folded to one line.
    private static let unfoldedRows = 8

    private static func document(_ document: DocumentLie, racine: String) -> PageData {
        var data: PageData = ["titre": Typography.spaced(document.titre)]
        data.set("nature", document.nature)
        if LinkScheme.isWeb(document.url) {
            data["adresse"] = document.url
        } else if LinkScheme.isAllowed(document.url) {
            data["adresse"] = racine + document.url
        } else {
            data["sans_lien"] = document.url
        }
        return data
    }
}
