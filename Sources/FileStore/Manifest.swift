#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The files that Parchemin wrote into an output folder, with their hashes.
///
/// Kept in the folder itself, in the form of `sha256sum`, so that anybody can check a published site.
public struct Manifest: Sendable {
    /// The name of the manifest in the output folder.
    public static let fileName = ".parchemin-manifeste"

    /// The hash of each file, by path.
    public private(set) var hashes: PathTable<ContentHash>
    /// The bytes from which it was read.
    private var source: [UInt8]?

    public init(hashes: [String: ContentHash] = [:]) { self.hashes = PathTable(hashes) }

    /// The manifest of an output folder; nil when it has none.
    public static func read(in folder: String) throws(FileProblem) -> Manifest? {
        guard let bytes = try source(in: folder) else { return nil }
        return Manifest(reading: bytes)
    }

    /// The bytes of the manifest of an output folder; nil when it has none.
    static func source(in folder: String) throws(FileProblem) -> [UInt8]? {
        do {
            return try FileBytes.read(folder + "/" + fileName)
        } catch {
            if error.code == ENOENT || error.code == ENOTDIR { return nil }
            throw error
        }
    }

    private init(reading bytes: [UInt8]) {
        // Most lines take a hundred bytes.
        var hashes = [String: ContentHash](minimumCapacity: bytes.count / 100)
        bytes.withUnsafeBufferPointer { bytes in
            for line in Lines(bytes) {
                guard let hash = ContentHash(hex: line.hash) else { continue }
                hashes[String(decoding: line.path, as: UTF8.self)] = hash
            }
        }
        self.hashes = PathTable(hashes)
        source = bytes
    }

    /// The paths in order.
    public var paths: [String] { hashes.paths.sorted(by: FileTree.bytesPrecede) }

    /// Whether this path is one of ours, the manifest itself included.
    public func contains(_ path: String) -> Bool { hashes[path] != nil || path == Manifest.fileName }

    mutating func add(_ path: String, hash: ContentHash) {
        if hashes.base[path] == hash { hashes.restore(path) } else { hashes[path] = hash }
    }

    mutating func remove(_ path: String) { hashes[path] = nil }

    /// The hash of the bytes from which it was read; nil where it was not.
    var sourceHash: ContentHash? { source.map { ContentHash(of: $0) } }

    /// As it is kept.
    var bytes: [UInt8] {
        if let source, hashes.changes.count * 2 < hashes.count, let bytes = changed(source) { return bytes }
        var text = Self.head
        text.reserveCapacity(text.count + hashes.count * 110)
        for path in paths { append(path, to: &text) }
        return text
    }

    private static let head = Array(
        "# Fichiers publiés par Parchemin, avec leur empreinte SHA-256. Lui seul les remplace ou les retire.\n".utf8)

    private func append(_ path: String, to text: inout [UInt8]) {
        guard let hash = hashes[path] else { return }
        hash.appendHex(to: &text)
        text += "  ".utf8
        text += path.utf8
        text.append(0x0A)
    }

    /// Bytes of a manifest with what changed since; nil where they are not in order.
    private func changed(_ source: [UInt8]) -> [UInt8]? {
        var text = Self.head
        text.reserveCapacity(source.count + hashes.changes.count * 110)
        var rest = hashes.changes.keys.sorted(by: FileTree.bytesPrecede)[...]
        return source.withUnsafeBufferPointer { source -> [UInt8]? in
            var former = UnsafeBufferPointer(rebasing: source[..<0])
            for line in Lines(source) {
                guard Self.order(former, line.path) < 0 else { return nil }
                former = line.path
                var isChanged = false
                while !isChanged, let path = rest.first {
                    let order = path.utf8.withContiguousStorageIfAvailable { Self.order($0, line.path) }
                    guard let order else { return nil }
                    if order > 0 { break }
                    append(path, to: &text)
                    rest.removeFirst()
                    isChanged = order == 0
                }
                if !isChanged { text.append(contentsOf: line.whole) }
            }
            for path in rest { append(path, to: &text) }
            return text
        }
    }

    /// Below 0 where the one comes before the other, above 0 where it comes after it.
    private static func order(_ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>) -> Int {
        let order =
            if let first = one.baseAddress, let second = other.baseAddress {
                Int(memcmp(first, second, min(one.count, other.count)))
            } else {
                0
            }
        return order == 0 ? one.count - other.count : order
    }

    /// The lines of a manifest that name a file.
    struct Lines: Sequence, IteratorProtocol {
        private let bytes: UnsafeBufferPointer<UInt8>
        private var start = 0

        init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

        /// A line.
        struct Line {
            /// With its end.
            let whole: UnsafeBufferPointer<UInt8>
            /// The digits of its hash.
            var hash: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: whole[..<64]) }
            let path: UnsafeBufferPointer<UInt8>
        }

        mutating func next() -> Line? {
            while start < bytes.count {
                let rest = UnsafeBufferPointer(rebasing: bytes[start...])
                guard let first = rest.baseAddress else { return nil }
                let end = memchr(first, 0x0A, rest.count).map { UnsafeRawPointer($0) - UnsafeRawPointer(first) }
                // A line that does not end is one that was not written whole.
                guard let end else { return nil }
                start += end + 1
                guard end > 66, first[0] != UInt8(ascii: "#") else { continue }
                return Line(
                    whole: UnsafeBufferPointer(rebasing: rest[...end]),
                    path: UnsafeBufferPointer(rebasing: rest[66..<end]))
            }
            return nil
        }
    }

    /// What is not the same in two manifests, as bytes that are in order.
    ///
    /// - Returns: the paths that the new one has otherwise or alone, and those that only the old one has.
    static func differences(_ old: [UInt8], _ new: [UInt8]) -> (others: [String], gone: [String]) {
        var (others, gone): ([String], [String]) = ([], [])
        old.withUnsafeBufferPointer { old in
            new.withUnsafeBufferPointer { new in
                var (before, after) = (Lines(old), Lines(new))
                var (one, other) = (before.next(), after.next())
                while one != nil || other != nil {
                    let order = one.map { one in other.map { Self.order(one.path, $0.path) } ?? -1 } ?? 1
                    if order < 0, let path = one?.path { gone.append(String(decoding: path, as: UTF8.self)) }
                    if order > 0 || (order == 0 && !isSame(one?.hash, other?.hash)), let path = other?.path {
                        others.append(String(decoding: path, as: UTF8.self))
                    }
                    if order <= 0 { one = before.next() }
                    if order >= 0 { other = after.next() }
                }
            }
        }
        return (others, gone)
    }

    private static func isSame(_ one: UnsafeBufferPointer<UInt8>?, _ other: UnsafeBufferPointer<UInt8>?) -> Bool {
        guard let one, let other else { return false }
        return order(one, other) == 0
    }
}

extension Manifest: Equatable {
    public static func == (one: Manifest, other: Manifest) -> Bool { one.hashes.isSame(as: other.hashes) }
}
