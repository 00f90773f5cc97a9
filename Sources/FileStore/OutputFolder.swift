import CFileExchange

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A folder into which sites are published, one whole site at a time.
///
/// The new site is staged beside the folder, then takes its place in one step. Whatever happens before that step, the
/// last site stands; what Parchemin did not write is carried over.
public final class OutputFolder: Sendable {
    /// The path as it was given.
    public let givenPath: String
    /// The folder itself, where the given path is a link.
    let path: String
    /// What the last build published here; nil when there was none.
    public let manifest: Manifest?
    /// What else lies here.
    public let foreignFiles: [String]
    private let foreignFolders: [String]
    private let lock: BuildLock

    var stagingPath: String { path + ".parchemin-nouveau" }
    private var previousPath: String { path + ".parchemin-ancien" }

    /// Takes the folder for one build: waits for nobody, mends what a killed build left.
    public init(_ givenPath: String) throws(FileProblem) {
        var trimmed = givenPath
        while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
        self.givenPath = trimmed
        if FileTree.kind(of: trimmed) == .nothing, let slash = trimmed.lastIndex(of: "/"), slash != trimmed.startIndex {
            try FileWriting.makeFolder(String(trimmed[..<slash]))
        }
        let path = FileTree.realPath(trimmed) ?? trimmed
        self.path = path
        lock = try BuildLock(path + ".parchemin-verrou")
        try Self.mend(path)
        guard FileTree.kind(of: path) != .nothing else {
            (manifest, foreignFiles, foreignFolders) = (nil, [], [])
            return
        }
        guard FileTree.kind(of: path) == .folder else { throw FileProblem(.ecrire, trimmed, code: ENOTDIR) }
        let manifest = try Manifest.read(in: path)
        let tree = try FileTree(of: path, hidden: true)
        let known = manifest ?? Manifest()
        self.manifest = manifest
        foreignFiles = (tree.files.map(\.path) + tree.links).filter { !known.contains($0) }
        foreignFolders = tree.emptyFolders
    }

    /// True when a site of ours, or nothing but placeholders, is here.
    public var isOurs: Bool { manifest != nil || foreignFiles.allSatisfy(Self.isPlaceholder) }

    private static func isPlaceholder(_ path: String) -> Bool {
        [".gitkeep", ".gitignore", ".keep", ".DS_Store"].contains(path)
    }

    /// Begins a new site beside the folder. `outputs` are the paths that it will have.
    public func stage() throws(FileProblem) -> Staging {
        try FileWriting.removeTree(stagingPath)
        try FileWriting.makeFolder(stagingPath)
        return Staging(root: stagingPath, previous: FileTree.kind(of: path) == .folder ? path : nil)
    }

    /// Puts the staged site in the place of the last one.
    ///
    /// - Returns: why the former site could not be removed, when the new one is in its place all the same.
    public func publish(_ staging: Staging) throws(FileProblem) -> FileProblem? {
        let manifest = try staging.finish()
        for folder in foreignFolders { try FileWriting.makeFolder(stagingPath + "/" + folder) }
        for file in foreignFiles where !manifest.contains(file) {
            try FileWriting.makeFolder(Staging.folder(of: stagingPath + "/" + file))
            try FileWriting.carry(path + "/" + file, to: stagingPath + "/" + file)
        }
        guard FileTree.kind(of: path) == .folder else {
            guard rename(stagingPath, path) == 0 else { throw FileProblem(.remplacer, givenPath) }
            return nil
        }
        var status = stat()
        if stat(path, &status) == 0 { chmod(stagingPath, status.st_mode & 0o7777) }
        let code = pfile_exchange(stagingPath, path)
        if code == 0 { return Self.leftover(stagingPath, successor: path) }
        guard [ENOSYS, EINVAL, ENOTSUP, EOPNOTSUPP].contains(code) else {
            throw FileProblem(.remplacer, givenPath, code: code)
        }
        return try exchangeInTwoSteps()
    }

    /// Leaves the last site as it is and removes what was staged.
    public func abandon() throws(FileProblem) { try FileWriting.removeTree(stagingPath) }

    /// For file systems that cannot exchange two folders: between the two renames there is no site. The name of the
    /// former one is the journal: `mend` finds it and puts it back.
    func exchangeInTwoSteps() throws(FileProblem) -> FileProblem? {
        guard rename(path, previousPath) == 0 else { throw FileProblem(.remplacer, givenPath) }
        guard rename(stagingPath, path) == 0 else {
            let problem = FileProblem(.remplacer, givenPath)
            rename(previousPath, path)
            throw problem
        }
        return Self.leftover(previousPath, successor: path)
    }

    private static func leftover(_ tree: String, successor: String) -> FileProblem? {
        do throws(FileProblem) {
            try discard(tree, successor: successor)
            return nil
        } catch {
            return error
        }
    }

    /// Undoes what a killed build left: a site moved aside comes back, a staged one goes.
    private static func mend(_ path: String) throws(FileProblem) {
        let previous = path + ".parchemin-ancien"
        if FileTree.kind(of: previous) == .folder {
            if FileTree.kind(of: path) == .nothing {
                guard rename(previous, path) == 0 else { throw FileProblem(.remplacer, path) }
            } else {
                try discard(previous, successor: path)
            }
        }
        try discard(path + ".parchemin-nouveau", successor: path)
    }

    /// Removes a tree of ours. A foreign file in it that its successor lacks goes there first: it may have come while
    /// the site was being built.
    private static func discard(_ tree: String, successor: String) throws(FileProblem) {
        guard FileTree.kind(of: tree) == .folder else { return }
        if FileTree.kind(of: successor) == .folder, let manifest = try Manifest.read(in: tree) {
            let content = try FileTree(of: tree, hidden: true)
            for file in content.files.map(\.path) + content.links where !manifest.contains(file) {
                let target = successor + "/" + file
                var status = stat()
                if lstat(target, &status) == 0 { continue }
                try FileWriting.makeFolder(Staging.folder(of: target))
                guard rename(tree + "/" + file, target) == 0 else { throw FileProblem(.remplacer, target) }
            }
        }
        try FileWriting.removeTree(tree)
    }
}
