import Diagnostics
import FicheDocument

/// Every file that a site will have, before any is written.
public struct BuildPlan: Sendable {
    /// In the order of the bytes of their paths.
    public let outputs: [PlannedOutput]
    public let diagnostics: [Diagnostic]

    /// A plan of these outputs, which are in order.
    init(outputs: [PlannedOutput]) { (self.outputs, diagnostics) = (outputs, []) }

    /// The plan of all outputs of a catalogue.
    public init(_ model: CatalogueModel) {
        var collector = PlanCollector()
        collector.addFiches(model)
        collector.addLists(model)
        collector.addPages(model)
        collector.addFiles(model)
        collector.addEcheances(model)
        collector.addDonnees(model)
        collector.addLivrets(model)
        var (outputs, diagnostics) = collector.finish()
        if model.configuration.outputs.sitemap, model.configuration.url != nil {
            let parts = Sitemap.parts(outputs)
            for part in 0..<parts {
                outputs.append(
                    PlannedOutput(path: Sitemap.path(part: part + 1), content: .sitemapPartie(part + 1), inputs: []))
            }
            if parts > 0 { outputs.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) } }
        }
        self.outputs = outputs
        self.diagnostics = diagnostics + model.livretDiagnostics
    }

    /// The output at a path; nil when none is planned there.
    public func output(at path: String) -> PlannedOutput? { place(at: path).map { outputs[$0] } }

    /// The place of the output at a path; nil when none is planned there.
    public func place(at path: String) -> Int? {
        var (low, high) = (0, outputs.count)
        while low < high {
            let middle = (low + high) / 2
            if outputs[middle].path.utf8.lexicographicallyPrecedes(path.utf8) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return outputs.indices.contains(low) && outputs[low].path == path ? low : nil
    }
}

/// One file of the site: where it will be, what it will hold, from which inputs.
public struct PlannedOutput: Equatable, Sendable {
    /// From the root of the site: `fiches/rncp1/index.html`.
    public let path: String
    public let content: Content
    /// Paths of the inputs of its own; what all pages share (settings, theme, the list of fiches) is not repeated.
    public let inputs: [String]

    public init(path: String, content: Content, inputs: [String]) {
        self.path = path
        self.content = content
        self.inputs = inputs
    }

    /// What a file holds. Numbers are places in the model's lists.
    public enum Content: Equatable, Sendable {
        case accueil
        case toutesLesFiches(page: Int)
        case listes(Taxonomy.Kind)
        /// One heading of an index that is too long for one page.
        case listesGroupe(Taxonomy.Kind, groupe: Int, page: Int)
        case liste(Taxonomy.Kind, valeur: Int, page: Int)
        case fiche(Int)
        case ficheJSON(Int)
        case ficheMarkdown(Int)
        case bloc(fiche: Int, numero: Int)
        case document(fiche: Int, identifiant: String)
        case documentJSON(fiche: Int, identifiant: String)
        case page(Int)
        case legale(LegalPage)
        case recherche
        case comparer
        case versions
        case planDuSite
        case erreur404
        case index
        case sitemap
        /// Where there are too many pages for one file; the first is 1.
        case sitemapPartie(Int)
        case robots
        case echeances
        /// A month, `2026-12`.
        case echeancesMois(String, page: Int)
        case echeancesCalendrier
        case echeancesFlux
        case donnees
        case csv(TableCSV)
        case schema(PublishedSchema)
        case openSearch
        /// The list of the booklets.
        case livrets
        case livret(Int)
        /// The style sheet that gives the pages of a booklet their running titles.
        case livretPages(Int)
        /// To an address from the root of the site.
        case redirection(String)
        case media(Int)
        case actif(Int)
    }

    /// True for a page that people read.
    public var isPage: Bool { path.hasSuffix(".html") }

    /// The address that a page is reached by, from the root of the site.
    public var adresse: String {
        path == "index.html" ? "" : path.hasSuffix("/index.html") ? String(path.dropLast("index.html".count)) : path
    }
}

extension Diagnostic.Identifier {
    public static let sortieEnDouble: Self = "sortie-en-double"
}
