import Diagnostics
import FicheModel

/// Official data in the shapes in which it is published: a flow, or a `.zip` that holds flows or the set of CSV exports.
///
/// A flow is streamed, never held whole.
struct OpenData<Part: Sendable> {
    let path: String
    let threads: Int
    let selection: SelectionDeFiches
    let codes: CodeChecks
    /// What is made of the fiches on the thread that read them.
    let prepare: @Sendable (ReadResult) -> Part

    /// The longest CSV file that is read: ten times the largest of the national export.
    private static var longestTable: Int { 512 << 20 }

    /// Hands on the fiches of a source, some at a time; false when it is neither a flow nor an archive of data.
    func read(_ source: any ByteSource, _ deliver: (Part) -> Void) throws(ByteFailure) -> Bool {
        let head = try source.bytes(at: 0, length: 4096)
        if OfficeDocument.problem(head, path: path) != nil { return false }
        if ZIPArchive.begins(head) { return try archive(source, deliver) }
        guard FluxReader.recognition(ofHead: head) > 0 else { return false }
        var stream = SourceStream(source)
        flux(path).read(&stream, prepare: prepare, deliver: deliver)
        return true
    }

    private func flux(_ name: String) -> FluxStream {
        var flux = FluxStream(path: name, threads: threads, selection: selection)
        flux.codes = codes
        return flux
    }

    private func archive(_ source: any ByteSource, _ deliver: (Part) -> Void) throws(ByteFailure) -> Bool {
        let archive = try ZIPArchive(source, path: path)
        // A text or a table of an office suite is a zip too.
        if archive.entries.contains(where: { $0.name == "[Content_Types].xml" || $0.name == "mimetype" }) {
            return false
        }
        var problems = archive.diagnostics
        var entries: [String: ZIPArchive.Entry] = [:]
        var names: [String] = []
        for entry in archive.entries {
            if entries[entry.name] == nil {
                entries[entry.name] = entry
                names.append(entry.name)
            } else {
                problems.append(
                    ignored(entry, "« \(entry.name) » est deux fois dans cette archive : la première est lue"))
            }
        }
        let flows = names.filter { $0.lowercased().hasSuffix(".xml") && !Self.isOfSystem($0) }
        let tables = CSVSet.groups(names.filter { !Self.isOfSystem($0) })
        deliver(prepare(ReadResult(diagnostics: problems)))
        problems = []
        for name in flows {
            guard let entry = entries[name] else { continue }
            flow(entry, archive, deliver)
        }
        for group in tables { deliver(prepare(set(group.compactMap { entries[$0] }, archive))) }
        let known = Set(flows + tables.joined())
        for name in names where !known.contains(name) && !Self.isOfSystem(name) {
            guard let entry = entries[name] else { continue }
            problems.append(
                ignored(entry, "« \(name) » dans cette archive n’est ni un flux XML ni un export CSV : il n’est pas lu")
            )
        }
        if known.isEmpty {
            problems.append(
                Diagnostic(
                    .error, .archiveSansFiche, "Cette archive ne contient ni flux XML ni export CSV", file: path,
                    hint: "Extrayez-en les documents et donnez leur dossier"))
        }
        deliver(prepare(ReadResult(diagnostics: problems)))
        return true
    }

    private func flow(_ entry: ZIPArchive.Entry, _ archive: ZIPArchive, _ deliver: (Part) -> Void) {
        let name = path + "/" + entry.name
        do {
            var stream = try ZIPEntryStream(entry, of: archive)
            flux(name).read(&stream, prepare: prepare, deliver: deliver)
        } catch {
            deliver(prepare(ReadResult(diagnostics: [error.diagnostic(file: name)])))
        }
    }

    private func set(_ entries: [ZIPArchive.Entry], _ archive: ZIPArchive) -> ReadResult {
        var files: [CSVSet.File] = []
        var problems: [Diagnostic] = []
        for entry in entries {
            let name = path + "/" + entry.name
            do {
                files.append(CSVSet.File(path: name, bytes: try bytes(of: entry, archive)))
            } catch {
                problems.append(error.diagnostic(file: name))
            }
        }
        var result = CSVSet(path: path, selection: selection).read(files)
        codes.check(&result, path: path)
        result.diagnostics = problems + result.diagnostics
        return result
    }

    private func bytes(of entry: ZIPArchive.Entry, _ archive: ZIPArchive) throws(ByteFailure) -> [UInt8] {
        guard entry.size <= Self.longestTable else {
            throw ByteFailure(
                .archiveTropGrande, "« \(entry.name) » dépasse \(Self.longestTable >> 20) Mo : il n’est pas lu")
        }
        var stream = try ZIPEntryStream(entry, of: archive)
        var bytes: [UInt8] = []
        while let block = try stream.next() { bytes += block }
        return bytes
    }

    private func ignored(_ entry: ZIPArchive.Entry, _ message: String) -> Diagnostic {
        Diagnostic(.note, .archiveEntreeIgnoree, message, file: path)
    }

    /// What the Finder and other tools leave in archives.
    private static func isOfSystem(_ name: String) -> Bool {
        name.hasPrefix("__MACOSX/") || name.split(separator: "/").last?.hasPrefix(".") == true
    }
}

extension ReaderCatalogue {
    /// The reading of a flow fiche by fiche, with the codes held against the lists of this catalogue.
    ///
    /// - Parameters:
    ///   - path: the name of the flow for diagnostics, relative to the content folder.
    ///   - threads: how many threads read fiches.
    ///   - selection: the fiches that are wanted.
    public func flux(path: String, threads: Int = 1, selection: SelectionDeFiches = SelectionDeFiches()) -> FluxStream {
        var flux = FluxStream(path: path, threads: threads, selection: selection)
        flux.codes = codes
        return flux
    }

    /// Reads a document in parts where it is official data, whole where it is anything else, and hands on what was read,
    /// some fiches at a time, in the order of the document.
    ///
    /// - Parameters:
    ///   - path: the name for diagnostics, relative to the content folder.
    ///   - threads: how many threads read the fiches of a flow.
    ///   - selection: the fiches that are wanted.
    public func read(
        _ source: any ByteSource, path: String, threads: Int = 1, selection: SelectionDeFiches = SelectionDeFiches(),
        _ deliver: (ReadResult) -> Void
    ) {
        read(source, path: path, threads: threads, selection: selection, prepare: { $0 }, deliver: deliver)
    }

    /// The same, with a part of the work of whoever takes the results done on the threads that read.
    ///
    /// - Parameters:
    ///   - prepare: called where the fiches were read.
    ///   - deliver: called on the thread of the caller, in the order of the document.
    public func read<Part: Sendable>(
        _ source: any ByteSource, path: String, threads: Int, selection: SelectionDeFiches,
        prepare: @escaping @Sendable (ReadResult) -> Part, deliver: (Part) -> Void
    ) {
        do {
            let official = OpenData(
                path: path, threads: threads, selection: selection, codes: codes, prepare: prepare)
            if try official.read(source, deliver) { return }
            var result = read(try source.bytes(at: 0, length: source.count), path: path)
            result.fiches.removeAll { !selection.contains($0.fiche) }
            deliver(prepare(result))
        } catch {
            deliver(prepare(ReadResult(diagnostics: [error.diagnostic(file: path)])))
        }
    }

    /// The same, all at once.
    public func read(
        _ source: any ByteSource, path: String, threads: Int = 1, selection: SelectionDeFiches = SelectionDeFiches()
    ) -> ReadResult {
        var result = ReadResult()
        read(source, path: path, threads: threads, selection: selection) { part in
            result.fiches += part.fiches
            result.diagnostics += part.diagnostics
            result.text = result.text ?? part.text
        }
        return result
    }

    /// Reads a set of CSV exports that lie beside each other.
    ///
    /// - Parameter path: the name of the set for diagnostics: that of the folder that holds it.
    public func read(_ files: [CSVSet.File], path: String, selection: SelectionDeFiches = SelectionDeFiches())
        -> ReadResult
    {
        var result = CSVSet(path: path, selection: selection).read(files)
        codes.check(&result, path: path)
        return result
    }
}
