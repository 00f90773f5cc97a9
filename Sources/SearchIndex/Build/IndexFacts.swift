/// The files that say something of fiches besides their words: rows and columns. They change only with those facts, with the places of
/// fiches and with the day.
struct IndexFacts: Sendable {
    /// The day for which states hold, `AAAA-MM-JJ`.
    let day: String
    let rows: DisplayBlocks.Directory
    let columns: [IndexColumns.Name]

    /// How the paths of these files begin, from the folder of the index.
    static let paths = ["fiches/", "numeros/", "communs-", "colonnes/"]

    init(
        _ fiches: [IndexedFiche], _ places: Places, day: String, _ workers: IndexWorkers,
        to files: inout [String: [UInt8]]
    ) {
        self.day = day
        rows = DisplayBlocks.write(fiches, places, workers, to: &files)
        columns = IndexColumns.write(fiches, places, workers, to: &files)
    }

    func pack(into writer: inout ByteWriter) {
        writer.write([day, rows.shared, rows.places])
        writer.write(rows.count)
        writer.write(rows.sections.flatMap { [$0.prefixe, $0.premiers, $0.groupes] })
        writer.write(columns.flatMap { [$0.column, $0.hash] })
    }

    /// Nil where the bytes are broken.
    init?(reading reader: inout ByteReader) {
        guard let names = reader.texts(), names.count == 3, let count = reader.number(), let sections = reader.texts(),
            sections.count.isMultiple(of: 3), let columns = reader.texts(), columns.count.isMultiple(of: 2)
        else { return nil }
        day = names[0]
        rows = DisplayBlocks.Directory(
            shared: names[1], places: names[2],
            sections: stride(from: 0, to: sections.count, by: 3).map {
                .init(prefixe: sections[$0], premiers: sections[$0 + 1], groupes: sections[$0 + 2])
            }, count: count)
        self.columns = stride(from: 0, to: columns.count, by: 2).map {
            .init(column: columns[$0], hash: columns[$0 + 1])
        }
    }
}
