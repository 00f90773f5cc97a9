#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A folder into which sites are published, one whole site at a time.
///
/// Two generations are kept: the published one, and the one before it. A new site is written beside them, then takes the
/// place of the published one in one step. Whatever happens before that step, the last site stands; what Parchemin did
/// not write is carried over.
public final class OutputFolder: Sendable {
    /// The path as it was given.
    public let givenPath: String
    /// The folder itself, where the given path is a link.
    let path: String
    let state: OutputState
    private let published: Generation?
    /// What else lies here.
    public let foreignFiles: [String]
    let foreignFolders: [String]
    private let lock: BuildLock

    /// What the last build published here; nil when there was none.
    public var manifest: Manifest? { published?.manifest }

    /// Takes the folder for one build: waits for nobody, mends what a killed build left.
    public init(_ givenPath: String) throws(FileProblem) {
        var trimmed = givenPath
        while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
        self.givenPath = trimmed
        if FileTree.kind(of: trimmed) == .nothing, let slash = trimmed.lastIndex(of: "/"), slash != trimmed.startIndex {
            try FileWriting.makeFolder(String(trimmed[..<slash]))
        }
        let path = Self.resolved(trimmed)
        self.path = path
        state = OutputState(of: path)
        lock = try BuildLock(state)
        try Exchange(live: path, state: state).mend()
        guard FileTree.kind(of: path) != .nothing else {
            (published, foreignFiles, foreignFolders) = (nil, [], [])
            return
        }
        guard FileTree.kind(of: path) == .folder else { throw FileProblem(.ecrire, trimmed, code: ENOTDIR) }
        let published = try Generation(path)
        self.published = published
        (foreignFiles, foreignFolders) = try Self.foreign(in: path, manifest: published?.manifest ?? Manifest())
    }

    /// Where a path leads; one that does not exist yet, in the folder that does.
    public static func resolved(_ path: String) -> String {
        if let real = FileTree.realPath(path) { return real }
        let parent = FileWriting.parent(of: path)
        guard path != "/", let real = FileTree.realPath(parent.isEmpty ? "/" : parent) else { return path }
        let name = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
        return real == "/" ? "/" + name : real + "/" + name
    }

    /// The files, links and empty folders below `path` that the manifest does not list, in the order of their names.
    static func foreign(in path: String, manifest: Manifest) throws(FileProblem) -> (files: [String], folders: [String])
    {
        var files: [String] = []
        var folders: [String] = []
        try FolderWalk.visit(path) { (name, entry) throws(FileProblem) in
            switch entry {
            case .folder: break
            case .emptyFolder: folders.append(name)
            case .file, .link: if !manifest.contains(name) { files.append(name) }
            }
        }
        return (files.sorted(by: FileTree.bytesPrecede), folders.sorted(by: FileTree.bytesPrecede))
    }

    /// True when a site of ours, or nothing but placeholders, is here.
    public var isOurs: Bool { manifest != nil || foreignFiles.allSatisfy(Self.isPlaceholder) }

    private static func isPlaceholder(_ path: String) -> Bool {
        [".gitkeep", ".gitignore", ".keep", ".DS_Store"].contains(path)
    }

    /// Begins a new site beside the folder, with second forms of its files.
    public func stage(companions: [Companion] = []) throws(FileProblem) -> Staging {
        try FileWriting.removeTree(state.next)
        try FileWriting.makeFolder(state.next)
        return Staging(folder: state.next, published: published, companions: companions)
    }

    /// Puts the staged site in the place of the last one. One that is the same in every byte changes nothing.
    ///
    /// - Returns: why what is left of a former site could not be removed, when the new one is in its place all the same.
    public func publish(_ staging: Staging) throws(FileProblem) -> FileProblem? {
        let (manifest, written) = staging.content
        guard published == nil || !written.isEmpty || manifest != self.manifest else {
            try FileWriting.removeTree(state.next)
            return nil
        }
        let exchange = Exchange(live: path, state: state)
        // The former generation is brought up to date where that is less work than completing the new files.
        let isSmall = published != nil && written.count * 2 < manifest.hashes.count
        let previous = isSmall ? try exchange.wholePrevious() : nil
        let base = previous?.path ?? state.next
        if FileTree.kind(of: path) == .folder { try exchange.announce(base) }
        let assembly = Assembly(
            manifest: manifest, written: written, published: published, staged: state.next, previous: previous)
        try assembly.complete(base)
        return try exchange.replace(with: base, foreignFiles: foreignFiles, foreignFolders: foreignFolders)
    }

    /// Leaves the last site as it is and removes what was staged.
    public func abandon() throws(FileProblem) { try Exchange(live: path, state: state).mend() }
}
