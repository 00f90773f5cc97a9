import FileStore
import SearchIndex

/// The index that a build keeps for the next one: its lists, and its fiches, which are read more seldom.
struct KeptSearch: Sendable {
    private static let lists = "recherche.index"
    private static let fiches = "recherche.fiches"

    let folder: String

    /// What the build of a record kept; nil where its lists are damaged.
    func index(_ record: SearchRecord) throws(FileProblem) -> KeptIndex? {
        guard let bytes = try read(Self.lists, record.lists) else { return nil }
        // What is wrong with the file is told when it is written.
        let index = KeptIndex(bytes: bytes) { (try? read(Self.fiches, record.fiches)) ?? nil }
        guard let index, index.count == record.documents.count else { return nil }
        return index
    }

    /// Whether the files that the build of a record kept are there in their lengths.
    func isReadable(_ record: SearchRecord) -> Bool {
        [(Self.lists, record.lists), (Self.fiches, record.fiches)].allSatisfy { name, kept in
            guard kept.size > 0, let file = try? RandomAccessFile(folder + "/" + name) else { return false }
            return file.count == kept.size
        }
    }

    /// Keeps an index and notes it in the record of its build.
    ///
    /// - Parameter former: the record of the build whose fiches the index has where it says so.
    func write(_ index: KeptIndex, _ record: inout SearchRecord, former: SearchRecord?) throws(FileProblem) {
        if let bytes = index.documentBytes {
            record.fiches = .init(bytes)
            try write(bytes, Self.fiches)
        } else if let former {
            record.fiches = former.fiches
        }
        let bytes = index.bytes
        record.lists = .init(bytes)
        try write(bytes, Self.lists)
    }

    private func write(_ bytes: [UInt8], _ name: String) throws(FileProblem) {
        let scratch = try ScratchFile(folder + "/" + name + ".part")
        try scratch.add(bytes)
        try scratch.keep(as: folder + "/" + name)
    }

    /// Nil where the file is not there as it was written.
    private func read(_ name: String, _ kept: SearchRecord.KeptFile) throws(FileProblem) -> [UInt8]? {
        guard let file = try RandomAccessFile(folder + "/" + name), file.count == kept.size else { return nil }
        let bytes = try file.whole(at: 0, length: file.count)
        return Fingerprint(of: bytes) == kept.hash ? bytes : nil
    }
}
