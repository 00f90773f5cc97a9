import Threads

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Asks the system about files that are known, and about the folders in which they lie, without reading a folder: where no
/// folder has another time, nothing came into one and nothing left it. Less than half the work of a `TreeWalk`.
struct KnownWalk: Sendable {
    /// Of the files and the empty folders, as `TreeWalk` has it.
    private(set) var files = TreeMark()
    /// Of the folders.
    private(set) var folders = TreeMark()
    /// The files that were modified at the moment or after it, from the root, in no order.
    private(set) var lateFiles: [String] = []
    /// The folders into which something came, or out of which it went, at the moment or after it; the root is empty.
    private(set) var lateFolders: [String] = []

    /// - Parameters:
    ///   - moment: nanoseconds since 1970.
    ///   - asksFiles: whether the files are asked for; the manifest always is.
    init?(of root: String, _ paths: KnownPaths, since moment: Int, asksFiles: Bool = true, threads: Int) {
        let descriptor = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        let length = max(1, paths.count / (8 * max(1, threads)) + 1)
        let parts = stride(from: 0, to: paths.count, by: length).map { $0..<min($0 + length, paths.count) }
        let visitor = Visitor(root: descriptor, paths: paths, moment: moment, asksFiles: asksFiles)
        for part in ParallelMap.map(parts, threads: threads, { visitor.visit($0) }) {
            files.add(part.files)
            folders.add(part.folders)
            lateFiles += part.lateFiles
            lateFolders += part.lateFolders
        }
    }

    private init() {}

    private struct Visitor: Sendable {
        let root: Int32
        let paths: KnownPaths
        let moment: Int
        let asksFiles: Bool

        func visit(_ part: Range<Int>) -> KnownWalk {
            var walk = KnownWalk()
            if part.lowerBound == 0 { add(folder: [], TreeMark.root, to: &walk) }
            paths.bytes.withUnsafeBufferPointer { bytes in
                var former = bytes[0..<0]
                if part.lowerBound > 0 { former = path(part.lowerBound - 1, bytes) }
                for place in part {
                    let path = path(place, bytes)
                    visit(path, after: former, bytes, &walk)
                    former = path
                }
            }
            return walk
        }

        private func path(_ place: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Slice<UnsafeBufferPointer<UInt8>> {
            bytes[paths.starts[place]..<paths.starts[place + 1] - 1]
        }

        /// - Parameter former: the path before it, of whose folders those that are this one's too were asked for.
        private func visit(
            _ path: Slice<UnsafeBufferPointer<UInt8>>, after former: Slice<UnsafeBufferPointer<UInt8>>,
            _ bytes: UnsafeBufferPointer<UInt8>, _ walk: inout KnownWalk
        ) {
            var hash = TreeMark.hashed(0x2F, TreeMark.root)
            var isCommon = true
            var isFolder = false
            for (offset, byte) in path.enumerated() {
                let place = former.startIndex + offset
                isCommon = isCommon && place < former.endIndex && bytes[place] == byte
                isFolder = byte == 0x2F
                if isFolder, !isCommon {
                    let folder = UnsafeBufferPointer(rebasing: path.prefix(offset))
                    let isThere = add(folder: folder, hash, to: &walk)
                    // One that is known to be empty counts like a file.
                    if isThere, offset == path.count - 1 {
                        walk.files.add(path: hash, size: -1, modified: 0, number: 0)
                    }
                }
                hash = TreeMark.hashed(byte, hash)
            }
            if !isFolder { add(file: UnsafeBufferPointer(rebasing: path), hash, to: &walk) }
        }

        private func add(file path: UnsafeBufferPointer<UInt8>, _ hash: UInt64, to walk: inout KnownWalk) {
            guard asksFiles || path.elementsEqual(Manifest.fileName.utf8) else { return }
            var status = stat()
            // A zero stands after each path.
            let answer = path.withMemoryRebound(to: CChar.self) { name in
                name.baseAddress.map { fstatat(root, $0, &status, AT_SYMLINK_NOFOLLOW) }
            }
            guard answer == 0, status.st_mode & S_IFMT != S_IFDIR else { return }
            let stamp = FileStamp(status)
            walk.files.add(
                path: hash, size: stamp.size, modified: stamp.modified, number: UInt64(truncatingIfNeeded: stamp.number)
            )
            if stamp.modified >= moment { walk.lateFiles.append(String(decoding: path, as: UTF8.self)) }
        }

        @discardableResult
        private func add(
            folder path: UnsafeBufferPointer<UInt8>, _ hash: UInt64, to walk: inout KnownWalk
        ) -> Bool {
            var status = stat()
            let answer: Int32? = withUnsafeTemporaryAllocation(of: CChar.self, capacity: path.count + 1) { name in
                guard !path.isEmpty else { return fstat(root, &status) }
                for place in path.indices { name[place] = CChar(bitPattern: path[place]) }
                name[path.count] = 0
                return name.baseAddress.map { fstatat(root, $0, &status, AT_SYMLINK_NOFOLLOW) }
            }
            guard answer == 0, status.st_mode & S_IFMT == S_IFDIR else { return false }
            let stamp = FileStamp(status)
            walk.folders.add(folder: hash, stamp)
            if stamp.modified >= moment { walk.lateFolders.append(String(decoding: path, as: UTF8.self)) }
            return true
        }

        private func add(folder path: [UInt8], _ hash: UInt64, to walk: inout KnownWalk) {
            path.withUnsafeBufferPointer { _ = add(folder: $0, hash, to: &walk) }
        }
    }
}
