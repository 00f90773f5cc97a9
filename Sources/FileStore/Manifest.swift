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

    /// The SHA-256 hash of each file, by path.
    public private(set) var hashes: [String: String]

    public init(hashes: [String: String] = [:]) { self.hashes = hashes }

    /// The manifest of an output folder; nil when it has none.
    public static func read(in folder: String) throws(FileProblem) -> Manifest? {
        let bytes: [UInt8]
        do {
            bytes = try FileBytes.read(folder + "/" + fileName)
        } catch {
            if error.code == ENOENT || error.code == ENOTDIR { return nil }
            throw error
        }
        var hashes: [String: String] = [:]
        for line in bytes.split(separator: 0x0A) where line.count > 66 && line.first != UInt8(ascii: "#") {
            let hash = String(decoding: line.prefix(64), as: UTF8.self)
            hashes[String(decoding: line.dropFirst(66), as: UTF8.self)] = hash
        }
        return Manifest(hashes: hashes)
    }

    /// The paths in order.
    public var paths: [String] { hashes.keys.sorted(by: FileTree.bytesPrecede) }

    /// Whether this path is one of ours, the manifest itself included.
    public func contains(_ path: String) -> Bool { hashes[path] != nil || path == Manifest.fileName }

    mutating func add(_ path: String, hash: String) { hashes[path] = hash }

    var bytes: [UInt8] {
        var text =
            "# Fichiers publiés par Parchemin, avec leur empreinte SHA-256. Lui seul les remplace ou les retire.\n"
        for path in paths { text += "\(hashes[path] ?? "")  \(path)\n" }
        return Array(text.utf8)
    }
}
