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
    var batchLength = 1 << 18

    public init(path: String, threads: Int = 1, selection: SelectionDeFiches = SelectionDeFiches()) {
        self.path = path
        self.threads = threads
        self.selection = selection
    }

    /// Reads to the end and hands on what was read, some fiches at a time; problems of the file itself come last.
    ///
    /// A failure of the stream is a diagnostic; what was read before it is handed on.
    public func read(_ stream: inout some ByteStream, _ deliver: (ReadResult) -> Void) {
        read(&stream, prepare: { $0 }, deliver: deliver)
    }

    /// The same, with a part of the work of whoever takes the results done where these are made.
    ///
    /// - Parameters:
    ///   - prepare: called on the threads of the stream.
    ///   - deliver: called on the thread of the caller, in the order of the flow.
    public func read<Part: Sendable>(
        _ stream: inout some ByteStream, prepare: @escaping @Sendable (ReadResult) -> Part, deliver: (Part) -> Void
    ) {
        let problems = batches(of: &stream) { pieces, reader in
            var result = ReadResult()
            for piece in pieces {
                let read = reader.read(piece)
                result.fiches += read.fiches
                result.diagnostics += read.diagnostics
            }
            return prepare(result)
        } deliver: {
            deliver($0)
        }
        if !problems.isEmpty { deliver(prepare(ReadResult(diagnostics: problems))) }
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

    /// Cuts the flow into pieces, does the work on each, on the threads of the stream, and hands the outcomes on in the
    /// order of the flow, some at a time.
    ///
    /// The work decides whether a piece is parsed: the outcome of one that is known already can be looked up instead.
    ///
    /// - Returns: the problems of the file itself; those of a piece are what reading it says.
    public func pieces<Outcome: Sendable>(
        of stream: inout some ByteStream, work: @escaping @Sendable (FluxPiece, FluxPieceReader) -> Outcome,
        deliver: ([Outcome]) -> Void
    ) -> [Diagnostic] {
        batches(of: &stream) { pieces, reader in
            pieces.map { work($0, reader) }
        } deliver: {
            deliver($0)
        }
    }

    private func batches<Outcome: Sendable>(
        of stream: inout some ByteStream, work: @escaping @Sendable ([FluxPiece], FluxPieceReader) -> Outcome,
        deliver: (Outcome) -> Void
    ) -> [Diagnostic] {
        var frame = FluxFrame(path: path)
        var cutter = FluxCutter()
        var team: OrderedWork<[FluxPiece], Outcome>?
        var batch: [FluxPiece] = []
        var length = 0
        var failure: Diagnostic?
        defer { team?.close() }
        func handIn(version: String?) {
            let reader = FluxPieceReader(self, version: version)
            let open = team ?? OrderedWork(threads: threads) { work($0, reader) }
            team = open
            if open.isFull, let outcome = open.next() { deliver(outcome) }
            open.add(batch)
            (batch, length) = ([], 0)
        }
        do {
            while let part = try cutter.next(from: &stream) {
                guard frame.check(part) else { break }
                guard !part.piece.isEmpty, part.flaw == nil else { continue }
                batch.append(FluxPiece(part))
                length += part.piece.count
                if length >= batchLength { handIn(version: frame.version) }
            }
        } catch {
            failure = error.diagnostic(file: path)
        }
        if !batch.isEmpty { handIn(version: frame.version) }
        while let outcome = team?.next() { deliver(outcome) }
        frame.finish()
        return frame.diagnostics + (failure.map { [$0] } ?? [])
    }
}
