import Diagnostics
import FicheModel
import FileStore

/// What a build did.
public struct BuildReport: Sendable {
    /// How it ended.
    public enum Outcome: String, Sendable {
        /// The site is in its place.
        case published = "publié"
        /// Nothing was to be written (`--dry-run`).
        case planned = "vérifié"
        /// Content folder, settings or theme could not be read.
        case unreadable = "illisible"
        /// What would be published is not right: the last site stands.
        case refused = "refusé"
        /// The output could not be written: the last site stands.
        case cannotWrite = "non écrit"
    }

    public var outcome: Outcome
    /// In the order of files and lines.
    public var diagnostics: [Diagnostic] = []
    /// Others of the same kinds, none of them an error, where the request asks for a brief report.
    public internal(set) var rest: [DiagnosticDigest.Rest] = []
    /// The date for which states were computed.
    public var date: CalendarDate?
    /// How that date was chosen.
    public var dateOrigin: BuildDate.Origin?
    public var documents = 0
    public var fiches = 0
    /// The paths of all outputs in order.
    public var outputs: [String] = []
    /// The pages of the site.
    public var pages = 0
    /// Outputs that were made; the others are those of the last site.
    public var made = 0
    public var files = Staging.Count()
    /// What became of the outputs that the request asks about.
    public var explanations: [OutputExplanation] = []
    /// What it cost; nil unless the request asks.
    public var measures: BuildMeasures?

    /// The report of a build that could not begin.
    init(unreadable diagnostics: [Diagnostic]) {
        outcome = .unreadable
        self.diagnostics = diagnostics
    }

    /// The report of a build that could not begin to write.
    init(_ gathered: GatheredInputs, unwritten problem: Diagnostic) {
        outcome = .cannotWrite
        diagnostics = (gathered.diagnostics + [problem]).sorted()
        (date, dateOrigin) = (gathered.date.date, gathered.date.origin)
    }

    /// Puts the diagnostics in order, with the remarks of documents that have a file of their own.
    mutating func addKept(_ site: PreparedSite, isBrief: Bool) {
        diagnostics.sort()
        for document in site.documents where document.remarks.place != nil {
            if isBrief { add(document.remarks.digest) } else { add(document.diagnostics) }
        }
    }

    /// Adds remarks about a document, which are in order as the others are.
    mutating func add(_ remarks: [Diagnostic]) { diagnostics = remarks.merged(with: diagnostics, by: <) }

    /// The same in short.
    mutating func add(_ digest: DiagnosticDigest) {
        add(digest.shown)
        rest += digest.rest
    }

    /// How many diagnostics there are of a severity.
    public func count(of severity: Diagnostic.Severity) -> Int {
        diagnostics.count { $0.severity == severity }
            + rest.filter { $0.severity == severity }.reduce(0) { $0 + $1.count }
    }

    /// Adds outputs whose names are known only once they are made.
    mutating func add(_ paths: [String]) {
        guard !paths.isEmpty else { return }
        outputs = outputs.merged(with: paths.sorted(by: FileTree.bytesPrecede), by: FileTree.bytesPrecede)
    }

    /// Adds what became of the outputs at these paths.
    mutating func explain(_ paths: [String], _ explainer: @autoclosure () -> OutputExplainer) {
        guard !paths.isEmpty else { return }
        let (explanations, problems) = explainer().explain(paths)
        self.explanations += explanations
        diagnostics += problems
    }

    /// The report of a build that has come to its plan.
    ///
    /// - Parameter apart: whether the remarks are left out that have a file of their own, for `addKept`.
    init(_ site: PreparedSite, apart: Bool = false) {
        outcome = .planned
        diagnostics = apart ? site.ownDiagnostics : site.diagnostics
        date = site.model.date
        dateOrigin = site.dateOrigin
        documents = site.documents.count
        fiches = site.model.fiches.count
        outputs = site.plan.outputs.map(\.path)
    }
}
