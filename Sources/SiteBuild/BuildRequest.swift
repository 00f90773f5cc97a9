import FicheModel

/// What a build is asked to do.
public struct BuildRequest: Sendable {
    /// The folder of the catalogue.
    public var content: String
    /// A single document to show instead of a whole catalogue.
    public var document: String?
    /// The folder to publish into.
    public var output: String
    /// The date for which states are computed; nil for the settings' own, then `SOURCE_DATE_EPOCH`, then today.
    public var date: CalendarDate?
    /// A folder of theme files, before the one that the settings name.
    public var theme: String?
    /// Whether drafts are shown.
    public var drafts = false
    /// Publish even when many fiches would disappear.
    public var allowRemovals = false
    /// Publish into a folder that holds files of others, and replace those that are in the way.
    public var force = false
    /// Make a site that can be read from a disk, even where the settings do not ask for it.
    public var portable = false
    /// Publish compressed copies beside the texts of the site.
    public var compress = false
    /// Plan and check all, write nothing.
    public var dryRun = false
    /// Paths of outputs of which the report says why they were made again or kept.
    public var explain: [String] = []
    /// Measure what each output costs, and say it in the report.
    public var measured = false
    /// How many threads read and render.
    public var threads: Int
    /// The version of the program, which pages state.
    public var version: String
    /// What tells this program from another that may read or render otherwise: what it keeps is for itself alone.
    public var program: String
    /// Read large sources again, which are otherwise known by their size and times.
    public var verify = false
    /// From this size on, in bytes, a source is known by its size and times instead of its content.
    public var largeSource = 4 << 20
    /// The environment of the process, of which only `SOURCE_DATE_EPOCH` is read.
    public var environment: [String: String]
    /// Seconds since 1970, for the day of the build.
    public var now: Int
    /// Whether the process ends with this build: what it holds is then left to the system instead of being taken apart.
    public var isLast = false
    /// Whether the report may leave out, of the remarks about large documents, what people are not shown; it counts them.
    public var isBrief = false
    /// Told of each stage, and how far it is.
    public var progress: @Sendable (Stage, _ done: Int, _ total: Int) -> Void = { _, _, _ in }

    public init(
        content: String, output: String = "public", version: String, threads: Int = SystemFacts.processors,
        environment: [String: String] = SystemFacts.environment, now: Int = SystemFacts.now
    ) {
        self.content = content
        self.output = output
        self.version = version
        program = version + " " + SystemFacts.programStamp
        self.threads = max(1, threads)
        self.environment = environment
        self.now = now
    }

    /// The stages of a build that take time.
    public enum Stage: String, Sendable, CaseIterable {
        case lecture, rendu, publication
    }
}
