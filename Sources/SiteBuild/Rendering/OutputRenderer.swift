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
    let common: CommonData
    /// The rows of lists. What they hold is let go when all lists are made.
    let rows: ListRows

    /// - Parameter common: what all pages share, where it is known already.
    init(_ site: PreparedSite, common: CommonData? = nil) {
        self.site = site
        self.common = common ?? CommonData(site.model)
        rows = ListRows(site.model, theme: site.theme)
    }

    /// The bytes, or why there are none.
    ///
    /// - Parameters:
    ///   - fiche: the fiche that the output is about, where there is one.
    ///   - log: told of what the page of a fiche asks of the catalogue.
    func bytes(of output: PlannedOutput, fiche: Fiche?, log: QueryLog? = nil) throws(RenderFailure) -> [UInt8] {
        if let index = output.content.fiche {
            guard let fiche else {
                throw RenderFailure(diagnostics: [
                    Diagnostic(
                        .error, .ficheIntrouvable,
                        "« \(output.path) » ne peut pas être rendu : la fiche n’a pas été retrouvée dans son document")
                ])
            }
            return try bytes(of: output, fiche, at: index, log)
        }
        switch output.content {
        case .index: return CatalogueIndex.bytes(site.model)
        case .sitemap: return Array(Sitemap(site.plan.outputs, model: site.model).xml.utf8)
        case .sitemapPartie(let part):
            return Array(Sitemap(site.plan.outputs, model: site.model).xml(part: part).utf8)
        case .robots: return Array(RobotFiles.robots(site.model).utf8)
        case .echeancesCalendrier: return EcheancesCalendrier.bytes(site.model)
        case .echeancesFlux: return Array(EcheancesFlux.xml(site.model).utf8)
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
        case .toutesLesFiches, .liste:
            guard rows.areShared else { return try page(output) }
            return try list(output)
        default: return try page(output)
        }
    }

    private func page(_ output: PlannedOutput) throws(RenderFailure) -> [UInt8] {
        guard let content = PageContent(output, model: site.model, common: common) else {
            throw RenderFailure(output.path, "aucun contenu n’est prévu pour ce fichier")
        }
        return try page(content.template, content.data, output)
    }

    private func list(_ output: PlannedOutput) throws(RenderFailure) -> [UInt8] {
        guard let content = PageContent(output, model: site.model, common: common, rowsApart: true) else {
            throw RenderFailure(output.path, "aucun contenu n’est prévu pour ce fichier")
        }
        let html: RenderedText?
        do throws(ThemeFailure) {
            html = try rows.html(of: content.fiches, racine: CommonData.racine(of: output.path))
        } catch {
            throw RenderFailure(diagnostics: error.diagnostics)
        }
        guard let html else { return try page(output) }
        var data = content.data
        data[ListRows.rows] = html
        return try page(content.template, data, output)
    }

    private func bytes(
        of output: PlannedOutput, _ fiche: Fiche, at index: Int, _ log: QueryLog?
    ) throws(RenderFailure) -> [UInt8] {
        switch output.content {
        case .ficheJSON: return JSONWriter.bytes(of: fiche.json, indent: 2)
        case .ficheMarkdown: return Array(FicheMarkdown.text(of: fiche).utf8)
        case .bloc(_, let numero): return try blocPage(fiche, index, numero, output, log)
        case .document(_, let identifiant): return try documentPage(fiche, identifiant, output, log)
        case .documentJSON(_, let identifiant):
            return JSONWriter.bytes(of: try document(fiche, identifiant, output).json, indent: 2)
        default: return try fichePage(fiche, index, output, log)
        }
    }

    /// The rows of one fiche in a table of the open data.
    func rows(of fiche: Fiche, at index: Int, in table: TableCSV) -> [UInt8] {
        let summary = site.model.fiches[index]
        return CSVText.rows(
            table.rows(
                of: fiche, etat: site.model.etats[index], adresse: DonneesAddress.adresse(of: summary, in: site.model)))
    }

    private func page(_ template: String, _ data: PageData, _ output: PlannedOutput) throws(RenderFailure) -> [UInt8] {
        do {
            let page = try site.theme.pageBytes(template: template, data: data)
            // The page for lost addresses is shown at any depth: only there do links begin at the root.
            guard output.content != .erreur404 else { return page }
            let relative = RootedLinks.relative(page, racine: CommonData.racine(of: output.path))
            return site.model.configuration.portable ? PortableLinks.explicit(relative) : relative
        } catch {
            throw RenderFailure(diagnostics: error.diagnostics)
        }
    }

    private func fichePage(
        _ fiche: Fiche, _ index: Int, _ output: PlannedOutput, _ log: QueryLog?
    ) throws(RenderFailure) -> [UInt8] {
        var fiche = fiche
        if !site.model.configuration.outputs.documents { fiche.documents.removeAll { $0.contenu != nil } }
        let context = FicheContexts.context(site.model, path: output.path, identifiant: fiche.identifiant, log: log)
        let data = FichePage.data(fiche, etat: site.model.etats[index], context: context)
        return try page("fiche", merged(data, output), output)
    }

    private func blocPage(
        _ fiche: Fiche, _ index: Int, _ numero: Int, _ output: PlannedOutput, _ log: QueryLog?
    ) throws(RenderFailure) -> [UInt8] {
        let context = FicheContexts.context(site.model, path: output.path, log: log)
        guard
            let data = BlocPage.data(fiche, numero: numero, etat: site.model.etats[index], context: context)
        else {
            throw RenderFailure(output.path, "le bloc n’a pas été retrouvé dans sa fiche")
        }
        return try page("bloc", merged(data, output), output)
    }

    private func document(_ fiche: Fiche, _ identifiant: String, _ output: PlannedOutput) throws(RenderFailure)
        -> DocumentReference
    {
        let documents = fiche.documents.compactMap(\.contenu)
        guard let document = documents.first(where: { $0.identifiant == identifiant }) else {
            throw RenderFailure(output.path, "le document n’a pas été retrouvé avec sa fiche")
        }
        return document
    }

    private func documentPage(
        _ fiche: Fiche, _ identifiant: String, _ output: PlannedOutput, _ log: QueryLog?
    ) throws(RenderFailure) -> [UInt8] {
        let context = FicheContexts.context(site.model, path: output.path, log: log)
        let data = DocumentPage.data(try document(fiche, identifiant, output), fiche: fiche, context: context)
        return try page("document", merged(data, output), output)
    }

    /// The page's own data with what all pages share.
    private func merged(_ data: PageData, _ output: PlannedOutput) -> PageData {
        var merged = data
        for (key, value) in common.data(path: output.path, merging: data["page"] as? PageData ?? [:]) {
            merged[key] = value
        }
        return merged
    }

    private func redirection(to target: String, _ output: PlannedOutput) -> [UInt8] {
        let titre = site.model.fiches.first { $0.adresse == target }?.intitule ?? target
        return Array(RedirectPage.html(path: output.path, target: target, titre: titre, model: site.model).utf8)
    }

    private func media(_ path: String) throws(RenderFailure) -> [UInt8] {
        do {
            return try FileBytes.read(site.medias[path] ?? path)
        } catch {
            throw RenderFailure(diagnostics: [error.diagnostic()])
        }
    }
}

extension Diagnostic.Identifier {
    static let ficheIntrouvable: Self = "fiche-introuvable"
}

/// An output that could not be made.
struct RenderFailure: Error {
    let diagnostics: [Diagnostic]

    init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

    init(_ path: String, _ reason: String) {
        diagnostics = [Diagnostic(.error, "rendu-impossible", "« \(path) » ne peut pas être rendu : \(reason)")]
    }
}
