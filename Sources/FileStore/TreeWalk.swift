import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Asks the system about every file below a folder, on several threads: a published site has tens of thousands of them.
struct TreeWalk: Sendable {
    private(set) var mark = TreeMark()
    /// The mark of the folders by their times, as `KnownWalk` has it.
    private(set) var folders = TreeMark()
    /// The files that were modified at a moment or after it, from the root, in no order.
    private(set) var late: [String] = []

    /// - Parameter moment: nanoseconds since 1970.
    init(of root: String, since moment: Int, threads: Int) throws(FileProblem) {
        let queue = Queue(root)
        let parts = Parts()
        let group = DispatchGroup()
        for _ in 1..<max(2, threads) {
            group.enter()
            let thread = Thread {
                parts.add(Part(queue, root, moment))
                group.leave()
            }
            thread.start()
        }
        parts.add(Part(queue, root, moment))
        group.wait()
        if let problem = queue.problem { throw problem }
        for part in parts.all {
            mark.add(part.mark)
            folders.add(part.folders)
            late += part.late
        }
    }

    /// A folder that is still to be visited.
    private struct Folder {
        /// From the root; empty for the root itself.
        var path: String
        /// `TreeMark.hash` of its path.
        var hash: UInt64
    }

    /// The folders that wait for a thread.
    private final class Queue: @unchecked Sendable {
        private let condition = NSCondition()
        private var waiting: [Folder]
        private var busy = 0
        private var failure: FileProblem?

        init(_ root: String) { waiting = [Folder(path: "", hash: TreeMark.root)] }

        var problem: FileProblem? { condition.withLock { failure } }

        /// The next folder, once there is one; nil when all were visited.
        func take() -> Folder? {
            condition.withLock {
                while waiting.isEmpty, busy > 0 { condition.wait() }
                guard failure == nil, let folder = waiting.popLast() else { return nil }
                busy += 1
                return folder
            }
        }

        /// Says that a folder was visited and what lies in it.
        func put(_ folders: [Folder], _ problem: FileProblem?) {
            condition.withLock {
                failure = failure ?? problem
                waiting += folders
                busy -= 1
                if !folders.isEmpty || busy == 0 { condition.broadcast() }
            }
        }
    }

    private final class Parts: @unchecked Sendable {
        private let lock = NSLock()
        private var parts: [Part] = []

        var all: [Part] { lock.withLock { parts } }

        func add(_ part: Part) { lock.withLock { parts.append(part) } }
    }

    /// What one thread saw.
    private struct Part {
        var mark = TreeMark()
        var folders = TreeMark()
        var late: [String] = []

        init(_ queue: Queue, _ root: String, _ moment: Int) {
            while let folder = queue.take() {
                var found: [Folder] = []
                do throws(FileProblem) {
                    try visit(folder, root, moment, &found)
                    queue.put(found, nil)
                } catch {
                    queue.put([], error)
                }
            }
        }

        private mutating func visit(
            _ folder: Folder, _ root: String, _ moment: Int, _ found: inout [Folder]
        ) throws(FileProblem) {
            let full = folder.path.isEmpty ? root : root + "/" + folder.path
            guard let stream = opendir(full) else { throw FileProblem(.parcourir, full) }
            defer { closedir(stream) }
            let descriptor = dirfd(stream)
            // Before its entries: what comes into it later shows in its time.
            var status = stat()
            guard fstat(descriptor, &status) == 0 else { throw FileProblem(.parcourir, full) }
            folders.add(folder: folder.hash, FileStamp(status))
            var count = 0
            while let entry = readdir(stream) {
                let problem: FileProblem? = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: 256) { name in
                        if isDots(name) { return nil }
                        count += 1
                        return note(name, Int32(entry.pointee.d_type), descriptor, folder, moment, &found)
                            ? nil : FileProblem(.parcourir, full)
                    }
                }
                if let problem { throw problem }
            }
            // A folder with something in it is known by that.
            if count == 0, !folder.path.isEmpty { mark.add(path: folder.hash, size: -1, modified: 0, number: 0) }
        }

        /// - Returns: false where the system does not say what an entry is.
        private mutating func note(
            _ name: UnsafePointer<CChar>, _ type: Int32, _ descriptor: Int32, _ folder: Folder, _ moment: Int,
            _ found: inout [Folder]
        ) -> Bool {
            let hash = name.withMemoryRebound(to: UInt8.self, capacity: 256) { bytes in
                TreeMark.hash(UnsafeBufferPointer(start: bytes, count: strlen(name)), in: folder.hash)
            }
            var status = stat()
            if type != Int32(DT_DIR) {
                guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return false }
            }
            if type == Int32(DT_DIR) || status.st_mode & S_IFMT == S_IFDIR {
                found.append(Folder(path: path(name, folder), hash: hash))
                return true
            }
            let stamp = FileStamp(status)
            mark.add(
                path: hash, size: stamp.size, modified: stamp.modified, number: UInt64(truncatingIfNeeded: stamp.number)
            )
            if stamp.modified >= moment { late.append(path(name, folder)) }
            return true
        }

        private func path(_ name: UnsafePointer<CChar>, _ folder: Folder) -> String {
            let name = String(cString: name)
            return folder.path.isEmpty ? name : folder.path + "/" + name
        }

        private func isDots(_ name: UnsafePointer<CChar>) -> Bool {
            guard name[0] == 0x2E else { return false }
            return name[1] == 0 || (name[1] == 0x2E && name[2] == 0)
        }
    }
}
