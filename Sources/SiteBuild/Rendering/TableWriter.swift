import FicheDocument
import FileStore

/// Writes the tables of the open data row by row, in the order of the fiches. Rows that the last site has already are copied
/// from its files, and a table that would be the same is kept as it is.
struct TableWriter<Sink: OutputSink>: Sendable {
    private let tables: [TableCSV]
    private let sink: Sink
    private let former: FormerTables?
    /// The fiches so far, and the bytes that each has in each table.
    private(set) var order: [String] = []
    private(set) var lengths: [String: [Int]] = [:]
    /// What each table is once all is written.
    private(set) var results: [(table: TableCSV, hash: ContentHash, size: Int)] = []
    /// True while nothing differs from the last site.
    private var isSame: Bool
    /// For each table the range of its former file that is to be copied next.
    private var pending: [Range<Int>]

    /// - Parameter former: the tables of the last site; nil when they cannot be used.
    init(_ tables: [TableCSV], former: FormerTables?, sink: Sink) {
        self.tables = tables
        self.former = former
        self.sink = sink
        isSame = former != nil
        pending = tables.map { _ in 0..<0 }
    }

    /// Begins the tables with the names of their columns.
    mutating func begin() throws(FileProblem) {
        if !isSame { try writeHeads() }
    }

    /// Adds rows that were made.
    ///
    /// - Parameter path: the page of the fiche.
    mutating func add(_ rows: [[UInt8]], of path: String) throws(FileProblem) {
        if isSame, let former, try former.holds(rows, of: path) { return try addFormer(path) }
        try differ()
        note(path, rows.map(\.count))
        for (place, table) in tables.enumerated() {
            try copyPending(place)
            try sink.append(rows[place], to: table.path)
        }
    }

    /// Adds the rows that the last site has of a fiche.
    mutating func addFormer(_ path: String) throws(FileProblem) {
        guard let former, let ranges = former.ranges[path] else { return }
        if isSame, order.count < former.order.count, former.order[order.count] == path {
            note(path, ranges.map(\.count))
            return
        }
        try differ()
        note(path, ranges.map(\.count))
        for place in tables.indices {
            if pending[place].upperBound != ranges[place].lowerBound { try copyPending(place) }
            let start = pending[place].isEmpty ? ranges[place].lowerBound : pending[place].lowerBound
            pending[place] = start..<ranges[place].upperBound
        }
    }

    /// Ends the tables.
    mutating func finish() throws(FileProblem) {
        if isSame, let former, former.order.count == order.count {
            let kept = tables.indices.map { place in
                sink.keep(tables[place].path, hash: former.files[place].hash, size: former.files[place].size)
            }
            if !kept.contains(false) {
                results = zip(tables, former.files).map { ($0, $1.hash, $1.size) }
                return
            }
        }
        try differ()
        for (place, table) in tables.enumerated() {
            try copyPending(place)
            let (hash, size) = try sink.close(table.path)
            results.append((table, hash, size))
        }
    }

    private mutating func note(_ path: String, _ counts: [Int]) {
        order.append(path)
        lengths[path] = counts
    }

    /// From here on the tables are written: first what was the same so far.
    private mutating func differ() throws(FileProblem) {
        guard isSame, let former else { return }
        isSame = false
        guard let last = order.last, let ends = former.ranges[last]?.map(\.upperBound) else { return try writeHeads() }
        for place in tables.indices { pending[place] = 0..<ends[place] }
    }

    private func writeHeads() throws(FileProblem) {
        for table in tables { try sink.append(CSVText(columns: table.colonnes.map(\.nom)).bytes, to: table.path) }
    }

    private mutating func copyPending(_ place: Int) throws(FileProblem) {
        guard let former else { return }
        var rest = pending[place]
        while !rest.isEmpty {
            let length = min(rest.count, 1 << 20)
            let bytes = try former.files[place].file.whole(at: rest.lowerBound, length: length)
            try sink.append(bytes, to: tables[place].path)
            rest = rest.lowerBound + length..<rest.upperBound
        }
        pending[place] = 0..<0
    }
}

/// The tables of the last site, with the place of each fiche in them.
struct FormerTables: Sendable {
    struct File: Sendable {
        let file: RandomAccessFile
        let hash: ContentHash
        let size: Int
    }

    let files: [File]
    let order: [String]
    let ranges: [String: [Range<Int>]]

    /// Nil when one of the tables is not there as it was written.
    init?(_ tables: [TableCSV], _ cache: RenderCache, sink: some OutputSink) {
        var files: [File] = []
        for table in tables {
            guard let record = cache.records[table.path], let file = sink.former(table.path, hash: record.hash),
                file.count == record.size
            else { return nil }
            files.append(File(file: file, hash: record.hash, size: record.size))
        }
        var ends = tables.map { CSVText(columns: $0.colonnes.map(\.nom)).bytes.count }
        var ranges: [String: [Range<Int>]] = [:]
        for path in cache.order {
            guard let lengths = cache.records[path]?.rows, lengths.count == tables.count else { return nil }
            ranges[path] = zip(ends, lengths).map { $0..<$0 + $1 }
            ends = zip(ends, lengths).map { $0 + $1 }
        }
        guard zip(ends, files).allSatisfy({ $0 == $1.size }), !tables.isEmpty else { return nil }
        (self.files, order, self.ranges) = (files, cache.order, ranges)
    }

    /// Whether the tables have these very rows of a fiche.
    func holds(_ rows: [[UInt8]], of path: String) throws(FileProblem) -> Bool {
        guard let ranges = ranges[path], ranges.map(\.count) == rows.map(\.count) else { return false }
        for (place, range) in ranges.enumerated() where !range.isEmpty {
            let bytes = try files[place].file.whole(at: range.lowerBound, length: range.count)
            if bytes != rows[place] { return false }
        }
        return true
    }
}
