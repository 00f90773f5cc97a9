import Diagnostics
import FileStore

/// What came of one job.
struct RenderedJob: Sendable {
    var diagnostics: [Diagnostic] = []
    var outputs: [RenderedOutput] = []
    /// The page of the fiche, for a job about one.
    var fichePath: String?
    /// What the fiche adds to each table; nil for what the tables of the last site have of it.
    var rows: [[UInt8]]?
    /// What the search keeps of the fiche.
    var search: SearchOutputs.Document?
    var problem: FileProblem?
}

/// One output, made or kept.
struct RenderedOutput: Sendable {
    /// Its place in the plan.
    let place: Int
    var record: RenderRecord
    /// What it asked of the catalogue.
    var queries: [CatalogueQuery]
    /// Of a page.
    var audit: PageAudit?
    var isMade = true
    /// What making it took, where that is measured.
    var nanoseconds = 0
}
