/// The paths of all that a folder is known to hold, in the order of their bytes, in one buffer: to ask the system for each
/// of tens of thousands takes no string.
struct KnownPaths: Sendable {
    /// Each path with a zero after it, as the system wants it. The path of an empty folder ends with `/`.
    private(set) var bytes: [UInt8] = []
    /// Where each begins, and where the last ends.
    private(set) var starts = [0]

    var count: Int { starts.count - 1 }

    /// - Parameters:
    ///   - manifest: the bytes of a manifest, which lists its files in order.
    ///   - files: what else lies there.
    ///   - folders: empty folders.
    init(manifest: [UInt8], files: [String] = [], folders: [String] = []) {
        let others = ([Manifest.fileName] + files + folders.map { $0 + "/" }).sorted(by: FileTree.bytesPrecede)
            .map { Array($0.utf8) }
        bytes.reserveCapacity(manifest.count)
        starts.reserveCapacity(manifest.count / 90 + others.count + 1)
        manifest.withUnsafeBufferPointer { manifest in
            var rest = others[...]
            for line in Manifest.Lines(manifest) {
                while let other = rest.first, Self.precedes(other, line.path) {
                    append(other)
                    rest.removeFirst()
                }
                append(line.path)
            }
            for other in rest { append(other) }
        }
    }

    private mutating func append(_ path: some Sequence<UInt8>) {
        bytes.append(contentsOf: path)
        bytes.append(0)
        starts.append(bytes.count)
    }

    private static func precedes(_ one: [UInt8], _ other: UnsafeBufferPointer<UInt8>) -> Bool {
        one.lexicographicallyPrecedes(other)
    }

    /// Whether a folder holds nothing but what is known of it.
    ///
    /// - Parameter folder: from the root; empty for the root itself.
    func holdOnly(_ folder: String, in root: String) -> Bool {
        let prefix = folder.isEmpty ? "" : folder + "/"
        guard let names = try? FolderWalk.names(of: prefix.isEmpty ? root : root + "/" + folder) else { return false }
        return names.allSatisfy { contains(prefix + $0) || holdsFolder(prefix + $0) }
    }

    private func contains(_ path: String) -> Bool {
        let place = place(of: Array(path.utf8))
        return place < count && Array(path.utf8).elementsEqual(self[place])
    }

    private func holdsFolder(_ path: String) -> Bool {
        let beginning = Array(path.utf8) + [0x2F]
        let place = place(of: beginning)
        return place < count && self[place].starts(with: beginning)
    }

    /// The place of the first path that does not come before another one.
    private func place(of path: [UInt8]) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].lexicographicallyPrecedes(path) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private subscript(place: Int) -> ArraySlice<UInt8> { bytes[starts[place]..<starts[place + 1] - 1] }
}
