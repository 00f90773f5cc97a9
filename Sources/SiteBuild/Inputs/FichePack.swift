import FicheModel
import FileStore

/// The fiches of a document put aside as bytes, so that a national base is not held in memory: each is taken out again when
/// its pages are rendered.
struct FichePack: Sendable {
    /// The first bytes, where they were put on the disk; what follows is in `held`.
    private let file: ScratchFile?
    private let held: [UInt8]
    /// Where each fiche begins, and behind them the end.
    private let bounds: [Int]

    /// A pack without fiches.
    init() { self.init(file: nil, held: [], bounds: [0]) }

    fileprivate init(file: ScratchFile?, held: [UInt8], bounds: [Int]) {
        (self.file, self.held, self.bounds) = (file, held, bounds)
    }

    /// How many fiches there are.
    var count: Int { bounds.count - 1 }

    /// The bytes of the fiche at a place; nil where there is none, or where the disk does not give it back.
    func bytes(at rank: Int) -> [UInt8]? {
        guard rank >= 0, rank < count else { return nil }
        let (start, end) = (bounds[rank], bounds[rank + 1])
        let inFile = file?.count ?? 0
        if start >= inFile { return Array(held[(start - inFile)..<(end - inFile)]) }
        return try? file?.bytes(at: start, length: end - start)
    }

    /// The fiche at a place.
    subscript(rank: Int) -> Fiche? { bytes(at: rank).flatMap(Fiche.init(packed:)) }
}

/// Fills a pack.
struct FichePackWriter {
    /// Where bytes go that are too many to be held; nil to hold them all.
    let path: String?
    private var file: ScratchFile?
    private var held: [UInt8] = []
    private var bounds = [0]
    /// The disk took no more: what comes is held.
    private var isRefused = false

    /// How many bytes of one document are held before the disk is used.
    private static let largestHeld = 4 << 20

    init(path: String?) { self.path = path }

    mutating func add(_ fiche: Fiche) {
        let bytes = fiche.packed
        bounds.append((bounds.last ?? 0) + bytes.count)
        held += bytes
        if held.count > Self.largestHeld, path != nil, !isRefused { putAside() }
    }

    private mutating func putAside() {
        do throws(FileProblem) {
            if file == nil { file = try ScratchFile(path ?? "") }
            try file?.add(held)
            try file?.flush()
            held.removeAll(keepingCapacity: true)
        } catch {
            // A full disk is told when the site itself cannot be written; until then memory serves.
            isRefused = true
        }
    }

    /// What was filled.
    consuming func finish() -> FichePack { FichePack(file: file, held: held, bounds: bounds) }
}
