import FicheModel
import FicheReaders
import FileStore

/// What a document is known by: with the same key, reading it would give the same.
struct DocumentKey: Sendable {
    /// Of its content, or of what the file system says of a large one.
    let fingerprint: Fingerprint
    /// Whether it has a file of its own among what is kept.
    let isLarge: Bool

    /// Nil when it cannot be read, or was written so lately that it may yet change unseen.
    ///
    /// - Parameter largeSize: from this size on, in bytes, a document is known by its stamp, not by its content: a national
    ///   base is not read to see that nothing changed.
    init?(_ document: SiteInputs.Document, largeSize: Int) {
        let files = document.members.isEmpty ? [document.file] : document.members
        let stamps = files.map { FileStamp($0.path) }
        let size = stamps.reduce(0) { $0 + ($1?.size ?? 0) }
        let isLarge = size >= largeSize
        self.isLarge = isLarge
        let now = FileStamp.now
        var hashes: [ContentHash] = []
        for (file, stamp) in zip(files, stamps) {
            guard let stamp else { return nil }
            if isLarge, !stamp.isSettled(at: now) { return nil }
            if !isLarge {
                guard let hash = try? Self.hash(of: file.path) else { return nil }
                hashes.append(hash)
            }
        }
        fingerprint = Fingerprint { packing in
            packing.put(document.file.name)
            packing.put(document.source)
            packing.put(document.selection)
            for (file, stamp) in zip(files, stamps) {
                packing.put(file.name)
                guard isLarge, let stamp else { continue }
                packing.put(stamp.size)
                packing.put(stamp.modified)
                packing.put(stamp.number)
            }
            for hash in hashes { packing.put(hash) }
            for file in files { packing.put(Self.program(for: file.path)) }
        }
    }

    /// The program of the machine by which a file is read, with what tells it from another: a PDF says something else once
    /// `pdftotext` is there, or is another one. Empty for what needs none.
    private static func program(for path: String) -> [String] {
        guard let file = try? RandomAccessFile(path), let head = try? file.bytes(at: 0, length: 1024),
            PDFExtraction.isNeeded(for: head)
        else { return [] }
        guard let location = PDFExtraction.popplerLocation, let stamp = FileStamp(location) else { return ["absent"] }
        return [location, String(stamp.size), String(stamp.modified), String(stamp.number)]
    }

    private static func hash(of path: String) throws(FileProblem) -> ContentHash {
        guard let file = try RandomAccessFile(path) else { throw FileProblem(.lire, path) }
        let hasher = ContentHasher()
        var offset = 0
        while case let block = try file.bytes(at: offset, length: 1 << 20), !block.isEmpty {
            hasher.add(block)
            offset += block.count
        }
        return hasher.finish()
    }
}

extension SiteInputs.Document {
    /// The bytes of its files; 0 for what is not there.
    var size: Int { (members.isEmpty ? [file] : members).reduce(0) { $0 + (FileStamp($1.path)?.size ?? 0) } }
}

extension Packing {
    /// Adds a selection to what is written.
    mutating func put(_ selection: SelectionDeFiches) {
        for list in [
            selection.codes.sorted(), selection.rome, selection.nsf, selection.siret, selection.idcc,
            selection.actives ? ["actives"] : [],
        ] {
            put(list.count)
            for text in list { put(text) }
        }
    }
}
