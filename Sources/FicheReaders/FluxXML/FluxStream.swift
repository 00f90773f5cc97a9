import Diagnostics
import FicheModel

/// Reads a flow that comes in blocks: cut into fiches on bytes, the fiches read in parallel, the results handed on in the
/// order of the flow whatever the number of threads. Only what is under way is held.
public struct FluxStream: Sendable {
    /// The name of the flow for diagnostics and `source.fichier`.
    public let path: String
    /// How many threads read fiches.
    public var threads: Int
    /// The fiches that are wanted; the others are left out without a word.
    public var selection: SelectionDeFiches
    /// The lists that codes are held against; nil where somebody else does it.
    var codes: CodeChecks?

    /// About how many bytes of fiches one thread takes at a time.
    private static let batchLength = 1 << 18

    public init(path: String, threads: Int = 1, selection: SelectionDeFiches = SelectionDeFiches()) {
        self.path = path
        self.threads = threads
        self.selection = selection
    }

    /// Reads to the end and hands on what was read, some fiches at a time; problems of the file itself come last.
    ///
    /// A failure of the stream is a diagnostic; what was read before it is handed on.
    public func read(_ stream: inout some ByteStream, _ deliver: (ReadResult) -> Void) {
        var frame = FluxFrame(path: path)
        var cutter = FluxCutter()
        var work: OrderedWork<[FluxPart], ReadResult>?
        var batch: [FluxPart] = []
        var batchLength = 0
        var failure: Diagnostic?
        defer { work?.close() }
        do {
            while let part = try cutter.next(from: &stream) {
                guard frame.check(part) else { break }
                guard !part.piece.isEmpty, part.flaw == nil else { continue }
                batch.append(FluxPart(piece: part.piece, position: part.position))
                batchLength += part.piece.count
                guard batchLength >= Self.batchLength else { continue }
                let open = work ?? team(version: frame.version)
                work = open
                if open.isFull, let result = open.next() { deliver(result) }
                open.add(batch)
                (batch, batchLength) = ([], 0)
            }
        } catch {
            failure = error.diagnostic(file: path)
        }
        if !batch.isEmpty {
            let open = work ?? team(version: frame.version)
            work = open
            open.add(batch)
        }
        while let result = work?.next() { deliver(result) }
        frame.finish()
        let problems = frame.diagnostics + (failure.map { [$0] } ?? [])
        if !problems.isEmpty { deliver(ReadResult(diagnostics: problems)) }
    }

    /// The same, all at once.
    public func read(_ stream: inout some ByteStream) -> ReadResult {
        var result = ReadResult()
        read(&stream) { part in
            result.fiches += part.fiches
            result.diagnostics += part.diagnostics
        }
        return result
    }

    private func team(version: String?) -> OrderedWork<[FluxPart], ReadResult> {
        let reader = FluxFicheReader(path: path, version: version)
        let (selection, codes, path) = (selection, codes, path)
        return OrderedWork(threads: threads) { parts in
            var result = ReadResult()
            for part in parts {
                if !selection.mayContain(part.piece) { continue }
                var read = reader.read(part.piece, at: part.position)
                // What is wrong with a fiche that is not wanted is of no interest; one that could not be read may be.
                guard read.fiches.isEmpty || read.fiches.contains(where: { selection.contains($0.fiche) }) else {
                    continue
                }
                if let codes {
                    for index in read.fiches.indices {
                        read.diagnostics += codes.check(
                            &read.fiches[index],
                            in: SourceDocument(
                                path: path, text: SourceText(part.piece, firstLine: part.position.line)))
                    }
                }
                result.fiches += read.fiches
                result.diagnostics += read.diagnostics
            }
            return result
        }
    }
}

extension SelectionDeFiches {
    /// False when the bytes of a fiche of the flow show already that it is not wanted, so that it need not be parsed.
    func mayContain(_ piece: [UInt8]) -> Bool {
        if !codes.isEmpty, let numero = Self.value(of: "<NUMERO_FICHE>", in: piece),
            let normal = Repertoire.parse(numero)?.numero, !codes.contains(normal)
        {
            return false
        }
        return true
    }

    /// The plain text that follows a tag; nil when it is anything else.
    private static func value(of tag: StaticString, in piece: [UInt8]) -> String? {
        let tag = Array(String(describing: tag).utf8)
        guard let start = piece.prefix(2000).firstRange(of: tag)?.upperBound else { return nil }
        let text = piece[start...].prefix(40).prefix { $0 != UInt8(ascii: "<") }
        return text.count < 40 ? String(decoding: text, as: UTF8.self) : nil
    }
}
