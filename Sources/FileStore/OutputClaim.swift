/// An output folder taken for one build: nobody else publishes into it meanwhile, and what a killed build left there is
/// mended.
public final class OutputClaim: Sendable {
    /// The path as it was given.
    public let givenPath: String
    /// The folder itself, where the given path is a link.
    let path: String
    let state: OutputState
    private let lock: BuildLock

    /// Takes the folder, waits for nobody.
    public init(_ givenPath: String) throws(FileProblem) {
        var trimmed = givenPath
        while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
        self.givenPath = trimmed
        if FileTree.kind(of: trimmed) == .nothing, let slash = trimmed.lastIndex(of: "/"), slash != trimmed.startIndex {
            try FileWriting.makeFolder(String(trimmed[..<slash]))
        }
        path = OutputFolder.resolved(trimmed)
        state = OutputState(of: path)
        lock = try BuildLock(state)
        try Exchange(live: path, state: state).mend()
    }

    /// Lets others publish into the folder: nothing is written after that. It happens by itself when the claim goes, but a
    /// thread that has looked at the folder may hold it a moment longer than the build.
    public func release() { lock.release() }

    /// Whether nobody touched the site since it was published: the same files, with the sizes, times and numbers that they
    /// had.
    ///
    /// A file that is not older than the manifest may have changed within the grain of the clock: it is read.
    public func isUntouched(since site: PublishedSite, threads: Int) -> Bool {
        guard let (walk, late) = look(site.foreignFiles, threads: threads), walk == site.mark else { return false }
        return late.isEmpty || areOurs(late)
    }

    /// Whether the generation before the published one is what it was when that one was published.
    public func isPreviousUntouched(since site: PublishedSite, threads: Int) -> Bool {
        guard let previous = site.previous else { return false }
        // It is ours alone, and none of its files is as young as its manifest was then.
        return (try? TreeWalk(of: state.previous, since: .max, threads: threads))?.mark == previous
    }

    /// The site that was just published, for telling later whether it was touched; nil where that cannot be told.
    ///
    /// - Parameters:
    ///   - count: how many files the manifest lists.
    ///   - foreignFiles: what else lies here, and `foreignFolders` the empty folders.
    ///   - isPreviousSound: whether the generation before is known to be what its manifest says.
    func site(
        count: Int, foreignFiles: [String], foreignFolders: [String], isPreviousSound: Bool, threads: Int
    ) -> PublishedSite? {
        guard let (mark, late) = look(foreignFiles, threads: threads),
            mark.entries == count + 1 + foreignFiles.count + foreignFolders.count, late.isEmpty || areOurs(late)
        else { return nil }
        let previous =
            isPreviousSound ? try? TreeWalk(of: state.previous, since: .max, threads: threads).mark : nil
        return PublishedSite(
            mark: mark, foreignFiles: foreignFiles, foreignFolders: foreignFolders, previous: previous)
    }

    /// The mark of the folder, and the files of ours that are not older than the manifest.
    private func look(_ foreign: [String], threads: Int) -> (mark: TreeMark, late: [String])? {
        guard let stamp = FileStamp(path + "/" + Manifest.fileName),
            let walk = try? TreeWalk(of: path, since: stamp.modified, threads: threads)
        else { return nil }
        let others = Set(foreign + [Manifest.fileName])
        return (walk.mark, walk.late.filter { !others.contains($0) })
    }

    private func areOurs(_ files: [String]) -> Bool {
        guard let manifest = try? Manifest.read(in: path) else { return false }
        return files.allSatisfy { file in
            guard let hash = manifest.hashes[file], let bytes = try? FileBytes.read(path + "/" + file) else {
                return false
            }
            return ContentHash(of: bytes) == hash
        }
    }
}

/// What an output folder held when a site had been published into it.
public struct PublishedSite: Equatable, Sendable {
    public var mark: TreeMark
    /// What lay here beside the site, from the folder, in the order of the names.
    public var foreignFiles: [String]
    /// Empty folders of others.
    public var foreignFolders: [String]
    /// The mark of the generation before it; nil where there is none.
    public var previous: TreeMark?

    public init(
        mark: TreeMark = TreeMark(), foreignFiles: [String] = [], foreignFolders: [String] = [],
        previous: TreeMark? = nil
    ) {
        (self.mark, self.foreignFiles, self.foreignFolders) = (mark, foreignFiles, foreignFolders)
        self.previous = previous
    }

    /// The mark of what lies beside the site in its folder.
    func foreignMark(in folder: String) -> TreeMark {
        var mark = TreeMark()
        for file in foreignFiles { mark.add(file, in: folder) }
        for name in foreignFolders { mark.add(folder: name) }
        return mark
    }
}
