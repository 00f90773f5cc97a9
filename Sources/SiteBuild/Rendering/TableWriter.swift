import FicheDocument
import FileStore

/// Writes the tables of the open data row by row, in the order of the fiches. Rows that the last site has already are copied
/// from its files, and a table that would be the same is kept as it is.
struct TableWriter<Sink: OutputSink>: Sendable {
    private let tables: [TableCSV]
    private let sink: Sink
    private let former: FormerTables?
    /// The fiches so far.
    private(set) var order: [String] = []
    /// The bytes that each has in each table of which the rows were made.
    private(set) var lengths: [String: [Int]] = [:]
    /// What each table is once all is written.
    private(set) var results: [(table: TableCSV, hash: ContentHash, size: Int)] = []
    /// True while nothing differs from the last site.
    private var isSame: Bool
    /// The places of the fiches in the order of the last site, where one came out of it.
    private var places: [String: Int]?
    /// The place after the last that was asked for.
    private var next = 0
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
        lengths[path] = rows.map(\.count)
        let place = place(of: path)
        if isSame, let former, let place, try former.holds(rows, at: place) { return try take(place, of: path) }
        try differ()
        order.append(path)
        for (place, table) in tables.enumerated() {
            try copyPending(place)
            try sink.append(rows[place], to: table.path)
        }
    }

    /// Adds the rows that the last site has of a fiche.
    mutating func addFormer(_ path: String) throws(FileProblem) {
        if let place = place(of: path) { try take(place, of: path) }
    }

    /// Adds the rows of the fiche at a place of the order of the last site.
    private mutating func take(_ place: Int, of path: String) throws(FileProblem) {
        guard let former else { return }
        if isSame, place == order.count {
            order.append(path)
            return
        }
        try differ()
        order.append(path)
        let ranges = former.ranges(place)
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

    /// The place of a fiche in the order of the last site; nil where it was not there.
    private mutating func place(of path: String) -> Int? {
        guard let former else { return nil }
        // Most come in the order in which they came then.
        if next < former.order.count, former.order[next] == path {
            next += 1
            return next - 1
        }
        let known =
            places ?? Dictionary(former.order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        places = known
        guard let place = known[path] else { return nil }
        next = place + 1
        return place
    }

    /// From here on the tables are written: first what was the same so far.
    private mutating func differ() throws(FileProblem) {
        guard isSame, let former else { return }
        isSame = false
        guard !order.isEmpty else { return try writeHeads() }
        let ends = former.ranges(order.count - 1).map(\.upperBound)
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
    /// Where the rows of each fiche end in each table, one fiche after the other, with the end of the names of columns first.
    private let ends: [Int]

    /// Nil when one of the tables is not there as it was written.
    init?(_ tables: [TableCSV], _ cache: RenderCache, sink: some OutputSink) {
        var files: [File] = []
        for table in tables {
            guard let record = cache.records[table.path], let file = sink.former(table.path, hash: record.hash),
                file.count == record.size
            else { return nil }
            files.append(File(file: file, hash: record.hash, size: record.size))
        }
        guard !tables.isEmpty else { return nil }
        var ends = tables.map { CSVText(columns: $0.colonnes.map(\.nom)).bytes.count }
        ends.reserveCapacity((cache.order.count + 1) * tables.count)
        for path in cache.order {
            guard let lengths = cache.records[path]?.rows, lengths.count == tables.count else { return nil }
            for length in lengths { ends.append(ends[ends.count - tables.count] + length) }
        }
        guard zip(ends.suffix(tables.count), files).allSatisfy({ $0 == $1.size }) else { return nil }
        (self.files, order, self.ends) = (files, cache.order, ends)
    }

    /// Where the rows of the fiche at a place of the order lie in each table.
    func ranges(_ place: Int) -> [Range<Int>] {
        let first = place * files.count
        return files.indices.map { ends[first + $0]..<ends[first + files.count + $0] }
    }

    /// Whether the tables have these very rows of the fiche at a place of the order.
    func holds(_ rows: [[UInt8]], at place: Int) throws(FileProblem) -> Bool {
        let ranges = ranges(place)
        guard ranges.map(\.count) == rows.map(\.count) else { return false }
        for (place, range) in ranges.enumerated() where !range.isEmpty {
            let bytes = try files[place].file.whole(at: range.lowerBound, length: range.count)
            if bytes != rows[place] { return false }
        }
        return true
    }
}
