import FicheDocument
import FileStore

/// Writes the tables of the open data row by row, in the order of the fiches. Rows that the last site has already are copied
/// from its files, and a table that would be the same is kept as it is.
struct TableWriter<Sink: OutputSink>: Sendable {
    private let tables: [TableCSV]
    private let former: FormerTables?
    private var drafts: [TableDraft<Sink>]
    /// The fiches so far.
    private(set) var order: [String] = []
    /// The bytes that fiches have in each table, where they were made.
    private(set) var lengths: [String: [Int]] = [:]
    /// What each table is once all is written.
    private(set) var results: [(table: TableCSV, hash: ContentHash, size: Int)] = []
    /// The place of the fiche in the former tables that is likely to come next.
    private var next = 0
    /// The places of all, once one came that was not the next.
    private var places: [String: Int]?

    /// - Parameter former: the tables of the last site; nil when they cannot be used.
    init(_ tables: [TableCSV], former: FormerTables?, sink: Sink) {
        self.tables = tables
        self.former = former
        drafts = tables.enumerated().map { TableDraft($1.path, former: former?.files[$0], sink: sink) }
    }

    /// Begins the tables with the names of their columns.
    mutating func begin() throws(FileProblem) {
        for place in tables.indices {
            if let former {
                drafts[place].add(former.head(of: place))
            } else {
                try drafts[place].add(CSVText(columns: tables[place].colonnes.map(\.nom)).bytes)
            }
        }
    }

    /// Adds rows that were made.
    ///
    /// - Parameter path: the page of the fiche.
    mutating func add(_ rows: [[UInt8]], of path: String) throws(FileProblem) {
        lengths[path] = rows.map(\.count)
        order.append(path)
        let fiche = place(of: path)
        if let fiche { next = fiche + 1 }
        for (place, rows) in rows.enumerated() {
            if let former, let fiche, try drafts[place].holds(rows, at: former.range(of: fiche, in: place)) {
                drafts[place].add(former.range(of: fiche, in: place))
            } else {
                try drafts[place].add(rows)
            }
        }
    }

    /// Adds the rows that the last site has of a fiche.
    mutating func addFormer(_ path: String) {
        guard let former, let fiche = place(of: path) else { return }
        next = fiche + 1
        order.append(path)
        for place in tables.indices { drafts[place].add(former.range(of: fiche, in: place)) }
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
        for (place, table) in tables.enumerated() {
            let (hash, size) = try drafts[place].finish()
            results.append((table, hash, size))
        }
    }
}
