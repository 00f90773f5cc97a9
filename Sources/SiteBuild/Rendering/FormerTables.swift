import FileStore
import FicheDocument

/// The tables of the last site, with the place of each fiche in them.
struct FormerTables: Sendable {
    struct File: Sendable {
        let file: RandomAccessFile
        let hash: ContentHash
        let size: Int
    }

    let files: [File]
    /// The pages of the fiches.
    let order: [String]
    /// For each fiche, and once behind the last: where its rows begin in each table.
    private let starts: [Int]

    /// Nil when one of the tables is not there as it was written.
    init?(_ tables: [TableCSV], _ cache: RenderCache, sink: some OutputSink) {
        var files: [File] = []
        for table in tables {
            guard let record = cache.records[table.path], let file = sink.former(table.path, hash: record.hash),
                file.count == record.size
            else { return nil }
            files.append(File(file: file, hash: record.hash, size: record.size))
        }
        var starts = tables.map { CSVText(columns: $0.colonnes.map(\.nom)).bytes.count }
        starts.reserveCapacity((cache.order.count + 1) * tables.count)
        for path in cache.order {
            guard let lengths = cache.records[path]?.rows, lengths.count == tables.count else { return nil }
            for length in lengths { starts.append(starts[starts.count - tables.count] + length) }
        }
        guard zip(starts.suffix(tables.count), files).allSatisfy({ $0 == $1.size }), !tables.isEmpty else { return nil }
        (self.files, order, self.starts) = (files, cache.order, starts)
    }

    /// Where the rows of a fiche lie in a table.
    func range(of fiche: Int, in table: Int) -> Range<Int> {
        let place = fiche * files.count + table
        return starts[place]..<starts[place + files.count]
    }

    /// Where the names of the columns of a table lie.
    func head(of table: Int) -> Range<Int> { 0..<starts[table] }
}
