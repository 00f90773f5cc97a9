import Catalogue
import FicheDocument
import FicheModel
import Theme

/// Makes the page of a booklet: its fiches one after the other between cover and index.
struct LivretRenderer {
    let site: PreparedSite
    let common: CommonData
    let livret: Livret

    /// - Parameter path: where the page will be.
    func data(path: String) throws(RenderFailure) -> PageData {
        let livretData = LivretData(livret, model: site.model)
        var data = common.data(path: path, page: livretData.page)
        data.merge(livretData.data) { _, own in own }
        let racine = CommonData.racine(of: path)
        let anchors = anchors(racine: racine)
        var fiches = ""
        for (rank, index) in livret.fiches.enumerated() {
            let summary = site.model.fiches[index]
            guard let fiche = site.fiche(summary) else {
                throw RenderFailure(path, "une fiche n’a pas été retrouvée dans son document")
            }
            var own = FichePage.data(
                fiche, etat: site.model.etats[index],
                context: FicheContexts.embedded(site.model, path: path, fiche: summary))
            // The booklet is what a reader holds; the page that a citation names is another.
            own["citation"] = nil
            own.merge(livretData.place(rank)) { _, place in place }
            let embedded = EmbeddedFiche(prefix: LivretAnchors.prefix(of: summary), anchors: anchors)
            fiches += embedded.html(try fragment(own))
        }
        data["fiches"] = fiches
        return data
    }

    private func fragment(_ data: PageData) throws(RenderFailure) -> String {
        do {
            return try site.theme.fragment(template: "livret-fiche", data: data)
        } catch {
            throw RenderFailure(diagnostics: error.diagnostics)
        }
    }

    private func anchors(racine: String) -> [String: (fiche: String, prefix: String)] {
        var anchors: [String: (fiche: String, prefix: String)] = [:]
        for index in livret.fiches {
            let fiche = site.model.fiches[index]
            anchors[racine + fiche.adresse] = (LivretAnchors.fiche(fiche), LivretAnchors.prefix(of: fiche))
        }
        return anchors
    }
}
