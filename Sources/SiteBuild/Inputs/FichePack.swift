import FicheModel
import FileStore

/// The fiches of a document put aside as bytes, so that a national base is not held in memory: each is taken out again when
/// its pages are rendered.
struct FichePack: Sendable {
    /// The bytes that were put on the disk.
    enum Store: Sendable {
        case scratch(ScratchFile)
        /// What an earlier build left.
        case kept(RandomAccessFile)

        func bytes(at offset: Int, length: Int) throws(FileProblem) -> [UInt8] {
            switch self {
            case .scratch(let file): try file.bytes(at: offset, length: length)
            case .kept(let file): try file.whole(at: offset, length: length)
            }
        }
    }

    /// The first bytes, where they were put on the disk; what follows is in `held`.
    fileprivate(set) var store: Store?
    fileprivate var stored = 0
    fileprivate var held: [UInt8] = []
    /// Where each fiche begins, and behind them the end.
    fileprivate var bounds = [0]
    /// What the bytes of each fiche are.
    fileprivate(set) var fingerprints: [Fingerprint] = []

    /// The bytes of the fiche at a place; nil where there is none, or where the disk gives back something else.
    private func bytes(at rank: Int) -> [UInt8]? {
        guard fingerprints.indices.contains(rank) else { return nil }
        let (start, end) = (bounds[rank], bounds[rank + 1])
        if start >= stored { return Array(held[(start - stored)..<(end - stored)]) }
        guard let bytes = try? store?.bytes(at: start, length: end - start) else { return nil }
        if case .kept = store, Fingerprint(of: bytes) != fingerprints[rank] { return nil }
        return bytes
    }

    /// The fiche at a place.
    subscript(rank: Int) -> Fiche? { bytes(at: rank).flatMap(Fiche.init(packed:)) }
}

extension FichePack {
    /// Adds a fiche, and holds it.
    mutating func add(_ fiche: Fiche) {
        let bytes = fiche.packed
        fingerprints.append(Fingerprint(of: bytes))
        bounds.append((bounds.last ?? 0) + bytes.count)
        held += bytes
    }

    /// Adds the fiches that another pack holds, behind its own.
    ///
    /// - Parameter path: where bytes go that are too many to be held; nil to hold them all.
    mutating func add(_ other: FichePack, path: String?) {
        let end = bounds.last ?? 0
        fingerprints += other.fingerprints
        for bound in other.bounds.dropFirst() { bounds.append(end + bound) }
        held += other.held
        if held.count > Self.largestHeld, let path { putAside(path) }
    }

    /// How many bytes of one document are held before the disk is used.
    private static let largestHeld = 4 << 20

    private mutating func putAside(_ path: String) {
        do throws(FileProblem) {
            if store == nil { store = .scratch(try ScratchFile(path)) }
            guard case .scratch(let file) = store else { return }
            try file.add(held)
            try file.flush()
            stored += held.count
            held.removeAll(keepingCapacity: true)
        } catch {
            // A full disk is told when the site itself cannot be written; until then memory serves.
            return
        }
    }

    /// Leaves what is on the disk there, under another name, for a later build.
    ///
    /// - Returns: false when that could not be done.
    func keep(as name: String) -> Bool {
        guard case .scratch(let file) = store else { return true }
        return (try? file.keep(as: name)) != nil
    }

    /// What a later build needs to take the fiches out again.
    ///
    /// - Parameter name: the file that `keep` left.
    mutating func carry(_ packing: inout Packing, keptAs name: String) {
        packing.number(&stored)
        packing.bytes(&held)
        packing.list(&bounds, 0) { $0.number(&$1) }
        packing.list(&fingerprints, .blank) { $1.carry(&$0) }
        guard packing.isReading, stored > 0 else { return }
        if let file = try? RandomAccessFile(name), file.count == stored {
            store = .kept(file)
        } else {
            // Without its file it is no pack: no fiche will be found in it.
            fingerprints = []
        }
    }

    /// Whether the places fit together.
    var isWhole: Bool {
        bounds.count == fingerprints.count + 1 && bounds.last == stored + held.count
            && zip(bounds, bounds.dropFirst()).allSatisfy { $0 < $1 }
    }
}
