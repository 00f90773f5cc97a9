import Catalogue
import Diagnostics
import FileStore

/// A site of which nothing is rendered before it is asked for. A value: what is asked of it always answers for one state of
/// the catalogue, while the next one is being made.
public struct LiveSite: Sendable {
    let request: BuildRequest
    /// Where earlier builds left what they read, and where fiches are put aside; nil where neither is worth it.
    let folder: String?
    /// The documents as last read. They may be ahead of what is shown.
    var documents = LiveDocuments()
    /// What is shown; nil until settings and theme could be read once.
    var prepared: PreparedSite?
    var renderer: OutputRenderer?
    /// Why settings or theme cannot be read now: what they gave before stays.
    var failure: [Diagnostic] = []
    /// True while the page of an edited fiche is ahead of lists, neighbours and search.
    public internal(set) var isPartial = false
    /// Grows with each change of what is shown.
    public internal(set) var revision = 0
    /// Grows each time the catalogue is put together: between two, only the texts of fiches change.
    var assembled = 0
    /// What is wrong with links, once they were followed.
    var links: [Diagnostic] = []
    /// The state whose links were followed.
    public internal(set) var linksRevision = -1

    /// Every state of the preview that a reader can tell from another has another one.
    public var appearance: Appearance { Appearance(revision: revision, isPartial: isPartial, errors: errors) }

    /// What of a state shows on its pages.
    public struct Appearance: Equatable, Sendable {
        let revision: Int
        let isPartial: Bool
        let errors: [Diagnostic]
    }

    /// What keeps something from being published.
    public private(set) var errors: [Diagnostic] = []

    /// Warnings about the documents that have errors: the slip that a warning names is often the cause of the error.
    public private(set) var warningsNearErrors: [Diagnostic] = []

    /// All that is to be said, in the order of files and lines.
    public var diagnostics: [Diagnostic] { (failure + (prepared?.diagnostics ?? []) + links).sorted() }

    /// Finds the errors among what is to be said.
    mutating func noteErrors() {
        var errors = failure.filter { $0.severity == .error }
        var warnings: [Diagnostic] = []
        for document in prepared?.documents ?? [] where document.diagnostics.hasErrors {
            errors += document.diagnostics.filter { $0.severity == .error }
            warnings += document.diagnostics.filter { $0.severity == .warning }.prefix(Self.fewWarnings)
        }
        errors += prepared?.catalogueDiagnostics.filter { $0.severity == .error } ?? []
        self.errors = (errors + links.filter { $0.severity == .error }).sorted()
        warningsNearErrors = warnings.sorted()
    }

    private static let fewWarnings = 20

    /// The path of the site in its public address: `/`, `/certifications/`.
    public var basePath: String { prepared?.model.configuration.url?.basePath ?? "/" }

    /// The address to open first, from the root: that of the fiche, when a single document is shown; else empty.
    public var entry: String { request.document == nil ? "" : prepared?.model.fiches.first?.adresse ?? "" }

    /// How many pages there are.
    public var pages: Int { prepared?.plan.outputs.count(where: \.isPage) ?? 0 }

    /// How many fiches there are.
    public var fiches: Int { prepared?.model.fiches.count ?? 0 }

    /// The paths of all outputs but those of the search, whose names are known only once they are made.
    public var paths: [String] { prepared?.plan.outputs.map(\.path) ?? [] }

    /// Whether the site has an output of this path, one of the search aside.
    public func has(_ path: String) -> Bool { prepared?.plan.output(at: path) != nil }

    /// The same as a state that comes after another one, however it was made.
    public func following(_ former: LiveSite) -> LiveSite {
        var next = self
        next.revision = max(revision, former.revision + 1)
        return next
    }

    /// Whether there is anything to show.
    public var isPrepared: Bool { prepared != nil }

    /// The documents from which an output is made.
    public func inputs(of path: String) -> [String] { prepared?.plan.output(at: path)?.inputs ?? [] }
}
