#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The operations that change the disk: the only ones of the program.
public enum FileWriting {
    /// Makes a folder and those above it; one that exists is left as it is.
    public static func makeFolder(_ path: String) throws(FileProblem) {
        // The folder above is nearly always there: it is asked for only where it is missing.
        if mkdir(path, 0o777) == 0 { return }
        let code = errno
        if FileTree.kind(of: path) == .folder { return }
        if code == ENOENT || code == ENOTDIR, let slash = path.lastIndex(of: "/"), slash != path.startIndex {
            try makeFolder(String(path[..<slash]))
            if mkdir(path, 0o777) == 0 { return }
            guard errno == EEXIST else { throw FileProblem(.creer, path) }
            if FileTree.kind(of: path) == .folder { return }
            throw FileProblem(.creer, path, code: ENOTDIR)
        }
        throw FileProblem(.creer, path, code: code == EEXIST ? ENOTDIR : code)
    }

    /// What the name of a file that is being written has behind that of the file itself, before the number of the process.
    private static let temporarySuffix = ".parchemin-"

    /// What a file that grows is called until it is kept under its own name.
    public static let growingSuffix = ".part"

    /// Removes from a folder of ours the files that a process began and did not live to finish. Only for whoever holds the
    /// lock under which files are written there: whatever is begun is then of a process that is gone.
    public static func removeAbandoned(in folder: String) {
        for name in (try? FileTree.names(in: folder)) ?? [] {
            let process = name.ranges(of: temporarySuffix).last.flatMap { Int(name[$0.upperBound...]) }
            if process != nil || name.hasSuffix(growingSuffix) { unlink(folder + "/" + name) }
        }
    }

    /// Writes a file whole: a reader sees the former content or the new one, nothing between.
    public static func writeAtomically(_ bytes: [UInt8], to path: String) throws(FileProblem) {
        let temporary = path + temporarySuffix + String(getpid())
        do throws(FileProblem) {
            try write(bytes, to: temporary)
            guard rename(temporary, path) == 0 else { throw FileProblem(.ecrire, path) }
        } catch {
            unlink(temporary)
            throw error
        }
    }

    /// Writes a file that nobody reads yet.
    static func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw FileProblem(.ecrire, path) }
        defer { close(descriptor) }
        try write(bytes, to: descriptor, path: path)
    }

    /// Writes all bytes at the end of an open file.
    static func write(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FileProblem) {
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                let rest = UnsafeRawBufferPointer(rebasing: buffer[offset...])
                #if canImport(Glibc)
                    return Glibc.write(descriptor, rest.baseAddress, rest.count)
                #else
                    return Darwin.write(descriptor, rest.baseAddress, rest.count)
                #endif
            }
            guard count >= 0 else {
                if errno == EINTR { continue }
                throw FileProblem(.ecrire, path)
            }
            offset += count
        }
    }

    /// The folder that a path is in; `.` for a bare name.
    static func parent(of path: String) -> String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "." }

    /// The folder that a path below a root is in; empty for a bare name, which is in the root itself.
    static func folder(of path: String) -> String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "" }

    /// A second name for a file, or a copy where the file system has no such thing. A symbolic link is made anew.
    ///
    /// - Returns: whether it is a second name.
    @discardableResult
    static func carry(_ source: String, to target: String) throws(FileProblem) -> Bool {
        var status = stat()
        guard lstat(source, &status) == 0 else { throw FileProblem(.lire, source) }
        if status.st_mode & S_IFMT == S_IFLNK {
            var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
            let count = readlink(source, &buffer, buffer.count - 1)
            guard count >= 0 else { throw FileProblem(.lire, source) }
            let destination = String(decoding: buffer[0..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
            guard symlink(destination, target) == 0 else { throw FileProblem(.ecrire, target) }
            return false
        }
        if link(source, target) == 0 { return true }
        try write(try FileBytes.read(source), to: target)
        chmod(target, status.st_mode & 0o7777)
        return false
    }

    /// Removes a file or a link of ours, or a whole folder; nothing there is as good.
    public static func remove(_ path: String) throws(FileProblem) {
        guard unlink(path) != 0, errno != ENOENT else { return }
        try removeTree(path)
    }

    /// Removes a folder of ours with all that is in it. Links are removed, not followed.
    static func removeTree(_ path: String) throws(FileProblem) {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            if errno == ENOENT { return }
            throw FileProblem(.supprimer, path)
        }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            guard unlink(path) == 0 else { throw FileProblem(.supprimer, path) }
            return
        }
        for name in try FileTree.names(in: path) { try removeTree(path + "/" + name) }
        guard rmdir(path) == 0 else { throw FileProblem(.supprimer, path) }
    }
}
