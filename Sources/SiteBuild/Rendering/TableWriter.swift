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
    /// The bytes that fiches have in each table, where they were made.
    private(set) var lengths: [String: [Int]] = [:]
    /// What each table is once all is written.
    private(set) var results: [(table: TableCSV, hash: ContentHash, size: Int)] = []
    /// True while nothing differs from the last site.
    private var isSame: Bool
    /// For each table the range of its former file that is to be copied next.
    private var pending: [Range<Int>]
    /// The place of the fiche in the former tables that is likely to come next.
    private var next = 0
    /// The places of all, once one came that was not the next.
    private var places: [String: Int]?

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
        if isSame, let former, let place = place(of: path), try former.hold(rows, of: place) {
            return try addFormer(path)
        }
        try differ()
        order.append(path)
        // Rows that this fiche had before lie between those of its neighbours.
        if let place = place(of: path) { next = place + 1 }
        for (place, table) in tables.enumerated() {
            try copyPending(place)
            try sink.append(rows[place], to: table.path)
        }
    }

    /// Adds the rows that the last site has of a fiche.
    mutating func addFormer(_ path: String) throws(FileProblem) {
        guard let former, let fiche = place(of: path) else { return }
        next = fiche + 1
        if isSame, fiche == order.count {
            order.append(path)
            return
        }
        try differ()
        order.append(path)
        for place in tables.indices {
            let range = former.range(of: fiche, in: place)
            if pending[place].upperBound != range.lowerBound { try copyPending(place) }
            let start = pending[place].isEmpty ? range.lowerBound : pending[place].lowerBound
            pending[place] = start..<range.upperBound
        }
    }

    /// Where a fiche stands in the former tables.
    private mutating func place(of path: String) -> Int? {
        guard let former else { return nil }
        if former.order.indices.contains(next), former.order[next] == path { return next }
        if let places { return places[path] }
        let all = Dictionary(former.order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        places = all
        return all[path]
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

    /// From here on the tables are written: first what was the same so far.
    private mutating func differ() throws(FileProblem) {
        guard isSame, let former else { return }
        isSame = false
        guard !order.isEmpty else { return try writeHeads() }
        for place in tables.indices { pending[place] = 0..<former.range(of: order.count - 1, in: place).upperBound }
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
