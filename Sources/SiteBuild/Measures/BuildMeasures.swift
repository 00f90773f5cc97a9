import Catalogue
import FileStore

/// What a build cost and what it made: for whoever asks, never for the site.
public struct BuildMeasures: Sendable {
    /// The outputs of one kind.
    public struct Nature: Equatable, Sendable {
        /// As `PlannedOutput.Content.nature` says it.
        public let name: String
        /// All of them, and those that this build made.
        public var outputs = 0
        public var made = 0
        /// Of all of them.
        public var bytes = 0
        /// What making them took, data and template, summed over all threads, in nanoseconds.
        public var nanoseconds = 0
        /// The one that took longest, and how long; nil when none was made.
        public var slowest: (path: String, nanoseconds: Int)?

        public static func == (one: Nature, other: Nature) -> Bool {
            one.name == other.name && one.outputs == other.outputs && one.made == other.made && one.bytes == other.bytes
        }
    }

    public var times: StageTimes
    /// What took most time first.
    public private(set) var natures: [Nature] = []
    public private(set) var largestPages: [SizedPath] = []
    /// Of what is no page.
    public private(set) var largestFiles: [SizedPath] = []
    /// With the number of their fiches.
    public private(set) var longestLists: [SizedPath] = []

    /// How many of the largest are named.
    static let named = 10

    init(_ times: StageTimes) { self.times = times }

    /// - Parameters:
    ///   - records: what is known of each output, by path.
    ///   - nanoseconds: what making each took, in the order of the plan; 0 for what was kept.
    init(
        _ times: StageTimes, site: PreparedSite, records: PathTable<RenderRecord>, search: SearchRecord,
        nanoseconds: [Int]
    ) {
        self.init(times)
        var natures: [String: Nature] = [:]
        var pages = Largest(Self.named)
        var files = Largest(Self.named)
        for (place, output) in site.plan.outputs.enumerated() {
            guard let size = records[output.path]?.size else { continue }
            let name = output.content.nature
            natures[name, default: Nature(name: name)].add(size, output.path, nanoseconds[place])
            if output.isPage { pages.add(output.path, size) } else { files.add(output.path, size) }
        }
        for file in search.files {
            natures[Self.search, default: Nature(name: Self.search)].add(file.size, file.path, 0)
            files.add(file.path, file.size)
        }
        self.natures = natures.values.sorted {
            ($1.nanoseconds, $1.bytes, $0.name) < ($0.nanoseconds, $0.bytes, $1.name)
        }
        (largestPages, largestFiles) = (pages.entries, files.entries)
        longestLists = Self.lists(site.model)
    }

    private static let search = "index de la recherche"

    private static func lists(_ model: CatalogueModel) -> [SizedPath] {
        var lists = Largest(named)
        for taxonomy in model.shownTaxonomies {
            for value in taxonomy.values { lists.add(taxonomy.adresse(of: value), value.fiches.count) }
        }
        return lists.entries
    }
}

extension BuildMeasures.Nature {
    fileprivate mutating func add(_ size: Int, _ path: String, _ spent: Int) {
        outputs += 1
        bytes += size
        guard spent > 0 else { return }
        made += 1
        nanoseconds += spent
        if spent > slowest?.nanoseconds ?? 0 { slowest = (path, spent) }
    }
}
