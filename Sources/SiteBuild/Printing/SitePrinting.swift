import Catalogue
import Diagnostics
import FicheDocument
import FicheModel
import JSONText

extension SiteBuilder {
    /// The page of a fiche or of a booklet, alone.
    ///
    /// - Parameter name: an identifiant, a number or an old address of a fiche, or the name of a booklet (`livrets/nom` where a
    ///   fiche has the same); nil for what a single document holds: its fiche, or the booklet of all its fiches.
    public static func printable(_ request: BuildRequest, named name: String?) -> PrintChoice {
        let site: PreparedSite
        do {
            site = try PreparedSite.prepare(request)
        } catch {
            return .unreadable(error.diagnostics)
        }
        guard let output = site.printed(name) else {
            return .unknown(nearest: name.flatMap(site.nearest), site.diagnostics)
        }
        do {
            return .page(try site.printable(output, request: request))
        } catch {
            return .unreadable(site.diagnostics + error.diagnostics)
        }
    }
}

extension PreparedSite {
    /// The output that a name asks for.
    fileprivate func printed(_ name: String?) -> PlannedOutput? {
        guard let path = path(name) else { return nil }
        return plan.outputs.first { $0.path == path }
    }

    private func path(_ name: String?) -> String? {
        guard let name else {
            return model.fiches.count == 1
                ? model.fiches[0].adresse + "index.html" : model.livrets.first.map { $0.adresse + "index.html" }
        }
        let folder = "livrets/"
        if !name.hasPrefix(folder), let fiche = model.fiches.first(where: { Self.names(name, $0) }) {
            return fiche.adresse + "index.html"
        }
        let livret = name.hasPrefix(folder) ? String(name.dropFirst(folder.count)) : name
        return model.livrets.first { $0.nom == livret }.map { $0.adresse + "index.html" }
    }

    private static func names(_ name: String, _ fiche: FicheSummary) -> Bool {
        fiche.identifiant == name || fiche.alias.contains(name)
            || (fiche.numeroFiche != nil && Repertoire.parse(name)?.numero == fiche.numeroFiche)
    }

    fileprivate func nearest(to name: String) -> String? {
        let names =
            model.fiches.map(\.identifiant) + model.livrets.map(\.nom) + model.livrets.map { "livrets/\($0.nom)" }
        return NearestMatch.nearest(to: name, in: names)
    }

    fileprivate func printable(_ output: PlannedOutput, request: BuildRequest) throws(RenderFailure) -> PrintablePage {
        let renderer = OutputRenderer(self)
        let fiche = output.content.fiche.flatMap { self.fiche(model.fiches[$0]) }
        let html = try renderer.bytes(of: output, fiche: fiche)
        let links = PageLinks(html)
        let check = LinkTargets(plan.outputs.map(\.path), basePath: model.configuration.url?.basePath ?? "/")
        let needed = Set(links.targets.compactMap { check.resolve($0, on: output.path)?.file })
        let printed = PrintedLinks(path: output.path, url: model.configuration.url, resolve: check.resolve)
        var page = PrintablePage(
            name: "", page: output.path, files: [output.path: printed.html(html)], attachments: [:], date: model.date,
            diagnostics: diagnostics.filter { problem in problem.file.map(output.inputs.contains) ?? true })
        for other in plan.outputs where other.path != output.path {
            switch other.content {
            case .actif where other.path.hasSuffix(".js"): continue
            case .actif: break
            case .media, .livretPages: if !needed.contains(other.path) { continue }
            default: continue
            }
            page.files[other.path] = try renderer.bytes(of: other, fiche: nil)
        }
        switch output.content {
        case .livret(let index):
            page.name = model.livrets[index].nom
            for fiche in model.livrets[index].fiches { attach(model.fiches[fiche], to: &page) }
        case .fiche(let index):
            page.name = model.fiches[index].identifiant
            attach(model.fiches[index], to: &page)
        default: break
        }
        return page
    }

    private func attach(_ summary: FicheSummary, to page: inout PrintablePage) {
        guard let fiche = fiche(summary) else { return }
        page.attachments[summary.identifiant + ".json"] = JSONWriter.bytes(of: fiche.json, indent: 2)
    }
}
