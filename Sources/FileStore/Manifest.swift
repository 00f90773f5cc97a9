#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The files that Parchemin wrote into an output folder, with their hashes.
///
/// Kept in the folder itself, in the form of `sha256sum`, so that anybody can check a published site.
public struct Manifest: Equatable, Sendable {
    /// The name of the manifest in the output folder.
    public static let fileName = ".parchemin-manifeste"

    /// The hash of each file, by path.
    public private(set) var hashes: [String: ContentHash]

    public init(hashes: [String: ContentHash] = [:]) { self.hashes = hashes }

    /// An empty one that will list so many files.
    init(capacity: Int) { hashes = Dictionary(minimumCapacity: capacity) }

    /// The manifest of an output folder; nil when it has none.
    public static func read(in folder: String) throws(FileProblem) -> Manifest? {
        let bytes: [UInt8]
        do {
            bytes = try FileBytes.read(folder + "/" + fileName)
        } catch {
            if error.code == ENOENT || error.code == ENOTDIR { return nil }
            throw error
        }
        return bytes.withUnsafeBufferPointer { Manifest(reading: $0) }
    }

    private init(reading bytes: UnsafeBufferPointer<UInt8>) {
        // Most lines take a hundred bytes.
        hashes = Dictionary(minimumCapacity: bytes.count / 100)
        for line in Lines(bytes) {
            guard let hash = ContentHash(hex: line.hash) else { continue }
            hashes[String(decoding: line.path, as: UTF8.self)] = hash
        }
    }

    /// The lines of a manifest that name a file.
    struct Lines: Sequence, IteratorProtocol {
        private let bytes: UnsafeBufferPointer<UInt8>
        private var start = 0

        init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

        /// The next line: the digits of its hash, its path.
        mutating func next() -> (hash: UnsafeBufferPointer<UInt8>, path: UnsafeBufferPointer<UInt8>)? {
            while start < bytes.count {
                let rest = bytes[start...]
                let end = rest.firstIndex(of: 0x0A) ?? bytes.count
                let line = UnsafeBufferPointer(rebasing: rest[..<end])
                start = end + 1
                guard line.count > 66, line[0] != UInt8(ascii: "#") else { continue }
                return (UnsafeBufferPointer(rebasing: line[..<64]), UnsafeBufferPointer(rebasing: line[66...]))
            }
            return nil
        }
    }

    /// The paths in order.
    public var paths: [String] { hashes.keys.sorted(by: FileTree.bytesPrecede) }

    /// Whether this path is one of ours, the manifest itself included.
    public func contains(_ path: String) -> Bool { hashes[path] != nil || path == Manifest.fileName }

    mutating func add(_ path: String, hash: ContentHash) { hashes[path] = hash }

    var bytes: [UInt8] {
        var text = Array(
            "# Fichiers publiés par Parchemin, avec leur empreinte SHA-256. Lui seul les remplace ou les retire.\n".utf8
        )
        text.reserveCapacity(text.count + hashes.count * 110)
        for path in paths {
            hashes[path]?.appendHex(to: &text)
            text += "  ".utf8
            text += path.utf8
            text.append(0x0A)
        }
        return text
    }
}
