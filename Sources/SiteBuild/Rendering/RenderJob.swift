import Catalogue
import FicheDocument

/// Outputs that are rendered together: all that need one fiche, so that it is taken out of its pack once; or a single other.
struct RenderJob: Sendable {
    /// The place of the fiche in the model; nil where none is needed.
    let fiche: Int?
    /// Places in the plan, in its order.
    var outputs: [Int]
}

/// The work of rendering a plan, in the order in which it is to be done.
struct RenderJobs: Sendable {
    /// The fiches in the order of the model, which is that of the tables; then everything else.
    let jobs: [RenderJob]
    /// The tables of open data, to which every fiche adds its rows.
    let tables: [TableCSV]

    init(_ plan: BuildPlan, model: CatalogueModel) {
        var fiches = model.fiches.indices.map { RenderJob(fiche: $0, outputs: []) }
        var others: [RenderJob] = []
        var tables: [TableCSV] = []
        for (place, output) in plan.outputs.enumerated() {
            if let fiche = output.content.fiche {
                fiches[fiche].outputs.append(place)
            } else if case .csv(let table) = output.content {
                tables.append(table)
            } else {
                others.append(RenderJob(fiche: nil, outputs: [place]))
            }
        }
        jobs = fiches + others
        self.tables = tables
    }
}

extension PlannedOutput.Content {
    /// The place in the model of the fiche without which the output cannot be made.
    var fiche: Int? {
        switch self {
        case .fiche(let index), .ficheJSON(let index), .ficheMarkdown(let index), .bloc(let index, _),
            .document(let index, _), .documentJSON(let index, _):
            index
        default: nil
        }
    }
}
