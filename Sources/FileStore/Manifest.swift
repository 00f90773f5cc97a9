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
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
            start = end + 1
            guard line.count > 66, line[0] != UInt8(ascii: "#"),
                let hash = ContentHash(hex: UnsafeBufferPointer(rebasing: line[..<64]))
            else { continue }
            hashes[String(decoding: UnsafeBufferPointer(rebasing: line[66...]), as: UTF8.self)] = hash
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
