import Catalogue
import Diagnostics
import FicheDocument
import FicheModel
import FileStore
import JSONText
import Theme

/// Makes the bytes of one planned output. A value: outputs may be rendered in any order, on any thread.
struct OutputRenderer: Sendable {
    private let site: PreparedSite
    private let common: CommonData

    init(_ site: PreparedSite) {
        self.site = site
        common = CommonData(site.model)
    }

    /// The bytes, or why there are none.
    func bytes(of output: PlannedOutput) throws(RenderFailure) -> [UInt8] {
        switch output.content {
        case .fiche(let index): return try fichePage(index, output)
        case .ficheJSON(let index): return JSONWriter.bytes(of: try fiche(index, output).json, indent: 2)
        case .ficheMarkdown(let index): return Array(FicheMarkdown.text(of: try fiche(index, output)).utf8)
        case .bloc(let index, let numero): return try blocPage(index, numero, output)
        case .document(let index, let identifiant): return try documentPage(index, identifiant, output)
        case .documentJSON(let index, let identifiant):
            return JSONWriter.bytes(of: try document(index, identifiant, output).json, indent: 2)
        case .index: return JSONWriter.bytes(of: CatalogueIndex.json(site.model))
        case .sitemap: return Array(RobotFiles.sitemap(site.plan, model: site.model).utf8)
        case .robots: return Array(RobotFiles.robots(site.model).utf8)
        case .echeancesCalendrier: return EcheancesCalendrier.bytes(site.model)
        case .echeancesFlux: return Array(EcheancesFlux.xml(site.model).utf8)
        case .csv(let table): return csv(table)
        case .schema(let schema): return JSONWriter.bytes(of: schema.json(site.model), indent: 2)
        case .openSearch: return Array(OpenSearch.xml(site.model).utf8)
        case .livret(let index):
            let livret = LivretRenderer(site: site, common: common, livret: site.model.livrets[index])
            return try page("livret", try livret.data(path: output.path), output)
        case .livretPages(let index):
            return Array(LivretFeuille.text(site.model.livrets[index], model: site.model).utf8)
        case .redirection(let target): return redirection(to: target, output)
        case .media(let index): return try media(site.model.medias[index])
        case .actif(let index): return site.theme.assets[index].bytes
        default:
            guard let content = PageContent(output, model: site.model, common: common) else {
                throw RenderFailure(output.path, "aucun contenu n’est prévu pour ce fichier")
            }
            return try page(content.template, content.data, output)
        }
    }

    private func page(_ template: String, _ data: PageData, _ output: PlannedOutput) throws(RenderFailure) -> [UInt8] {
        do {
            let page = Array(try site.theme.page(template: template, data: data).utf8)
            // The page for lost addresses is shown at any depth: only there do links begin at the root.
            guard output.content != .erreur404 else { return page }
            let relative = RootedLinks.relative(page, racine: CommonData.racine(of: output.path))
            return site.model.configuration.portable ? PortableLinks.explicit(relative) : relative
        } catch {
            throw RenderFailure(diagnostics: error.diagnostics)
        }
    }

    private func fiche(_ index: Int, _ output: PlannedOutput) throws(RenderFailure) -> Fiche {
        guard let fiche = site.fiche(site.model.fiches[index]) else {
            throw RenderFailure(output.path, "la fiche n’a pas été retrouvée dans son document")
        }
        return fiche
    }

    private func fichePage(_ index: Int, _ output: PlannedOutput) throws(RenderFailure) -> [UInt8] {
        var fiche = try fiche(index, output)
        if !site.model.configuration.outputs.documents { fiche.documents.removeAll { $0.contenu != nil } }
        let context = FicheContexts.context(site.model, path: output.path, identifiant: fiche.identifiant)
        let data = FichePage.data(fiche, etat: site.model.etats[index], context: context)
        return try page("fiche", merged(data, output), output)
    }

    private func blocPage(_ index: Int, _ numero: Int, _ output: PlannedOutput) throws(RenderFailure) -> [UInt8] {
        let context = FicheContexts.context(site.model, path: output.path)
        guard
            let data = BlocPage.data(
                try fiche(index, output), numero: numero, etat: site.model.etats[index], context: context)
        else {
            throw RenderFailure(output.path, "le bloc n’a pas été retrouvé dans sa fiche")
        }
        return try page("bloc", merged(data, output), output)
    }

    private func document(_ index: Int, _ identifiant: String, _ output: PlannedOutput) throws(RenderFailure)
        -> DocumentReference
    {
        let documents = try fiche(index, output).documents.compactMap(\.contenu)
        guard let document = documents.first(where: { $0.identifiant == identifiant }) else {
            throw RenderFailure(output.path, "le document n’a pas été retrouvé avec sa fiche")
        }
        return document
    }

    private func documentPage(_ index: Int, _ identifiant: String, _ output: PlannedOutput) throws(RenderFailure)
        -> [UInt8]
    {
        let document = try document(index, identifiant, output)
        let context = FicheContexts.context(site.model, path: output.path)
        let data = DocumentPage.data(document, fiche: try fiche(index, output), context: context)
        return try page("document", merged(data, output), output)
    }

    /// The page's own data over what all pages share.
    private func merged(_ data: PageData, _ output: PlannedOutput) -> PageData {
        var merged = common.data(path: output.path, merging: data["page"] as? PageData ?? [:])
        merged.merge(data) { shared, _ in shared }
        return merged
    }

    private func redirection(to target: String, _ output: PlannedOutput) -> [UInt8] {
        let titre = site.model.fiches.first { $0.adresse == target }?.intitule ?? target
        return Array(RedirectPage.html(path: output.path, target: target, titre: titre, model: site.model).utf8)
    }

    private func csv(_ table: TableCSV) -> [UInt8] {
        var text = CSVText(columns: table.colonnes.map(\.nom))
        for (index, summary) in site.model.fiches.enumerated() {
            guard let fiche = site.fiche(summary) else { continue }
            let etat = site.model.etats[index]
            for row in table.rows(of: fiche, etat: etat, adresse: DonneesAddress.adresse(of: summary, in: site.model)) {
                text.add(row)
            }
        }
        return text.bytes
    }

    private func media(_ path: String) throws(RenderFailure) -> [UInt8] {
        do {
            return try FileBytes.read(site.medias[path] ?? path)
        } catch {
            throw RenderFailure(diagnostics: [error.diagnostic()])
        }
    }
}

/// An output that could not be made.
struct RenderFailure: Error {
    let diagnostics: [Diagnostic]

    init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

    init(_ path: String, _ reason: String) {
        diagnostics = [Diagnostic(.error, "rendu-impossible", "« \(path) » ne peut pas être rendu : \(reason)")]
    }
}
