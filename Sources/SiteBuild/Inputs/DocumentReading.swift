import Diagnostics
import FicheModel
import FicheReaders
import FileStore

/// Reads what lies at a path: a document, or a folder that holds a set of CSV exports.
public enum DocumentReading {
    /// What the readers make of it. Documents are streamed where their form allows.
    public static func read(_ path: String, threads: Int = SystemFacts.processors) throws(FileProblem) -> ReadResult {
        guard FileTree.kind(of: path) == .folder else {
            return try SiteInputs.Document(file: .init(path: path, name: path), source: 0)
                .read(with: ReaderCatalogue(), threads: threads)
        }
        let names = try FileTree(of: path).files.map(\.path)
        let groups = CSVSet.groups(names)
        guard !groups.isEmpty else { throw FileProblem(.lire, path, code: FileProblem.folder) }
        var result = ReadResult()
        for group in groups {
            let members = group.map { SiteInputs.File(path: path + "/" + $0, name: path + "/" + $0) }
            let read = try SiteInputs.Document(
                file: .init(path: path, name: path), source: 0, members: members
            ).read(with: ReaderCatalogue(), threads: threads)
            result.fiches += read.fiches
            result.diagnostics += read.diagnostics
        }
        return result
    }
}

extension SiteInputs.Document {
    /// Reads the document, in parts where its form allows, and hands on what was read, some fiches at a time.
    ///
    /// - Parameter prepare: what is made of them first, on the threads that read.
    func read<Part: Sendable>(
        with readers: ReaderCatalogue, threads: Int, prepare: @escaping @Sendable (ReadResult) -> Part,
        deliver: (Part) -> Void
    ) throws(FileProblem) {
        guard members.isEmpty else {
            deliver(prepare(try set(with: readers)))
            return
        }
        guard let source = try RandomAccessFile(file.path) else {
            var result = readers.read(try FileBytes.read(file.path), path: file.name)
            result.fiches.removeAll { !selection.contains($0.fiche) }
            deliver(prepare(result))
            return
        }
        readers.read(
            FileSource(file: source), path: file.name, threads: threads, selection: selection, prepare: prepare,
            deliver: deliver)
    }

    /// The same, all at once.
    func read(with readers: ReaderCatalogue, threads: Int) throws(FileProblem) -> ReadResult {
        var result = ReadResult()
        try read(with: readers, threads: threads, prepare: { $0 }) { part in
            result.fiches += part.fiches
            result.diagnostics += part.diagnostics
            result.text = result.text ?? part.text
        }
        return result
    }

    private func set(with readers: ReaderCatalogue) throws(FileProblem) -> ReadResult {
        var files: [CSVSet.File] = []
        for member in members {
            files.append(CSVSet.File(path: member.name, bytes: try FileBytes.read(member.path)))
        }
        return readers.read(files, path: file.name, selection: selection)
    }
}

/// A file as the readers want their bytes.
private struct FileSource: ByteSource {
    let file: RandomAccessFile

    var count: Int { file.count }

    func bytes(at offset: Int, length: Int) throws(ByteFailure) -> [UInt8] {
        do {
            return try file.bytes(at: offset, length: length)
        } catch {
            throw ByteFailure(.lectureImpossible, "La lecture du fichier s’est arrêtée : \(error.reason)")
        }
    }
}
