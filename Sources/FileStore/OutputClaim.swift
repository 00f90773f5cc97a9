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

    /// What lies here, where nobody touched the site since it was published: the same files, with the sizes, times and numbers
    /// that they had.
    ///
    /// A file that is not older than the manifest may have changed within the grain of the clock: it is read.
    public func untouched(since site: PublishedSite, threads: Int) -> PublishedSite? {
        if let known = known(site), let moment = manifestTime(path),
            let walk = KnownWalk(of: path, known, since: moment, threads: threads), walk.files == site.mark,
            walk.folders == site.folders, walk.lateFolders.allSatisfy({ known.holdOnly($0, in: path) }),
            areOurs(walk.lateFiles, but: site.foreignFiles)
        {
            return site
        }
        // Something may have come into a folder and left it again.
        guard let walk = look(threads: threads), walk.mark == site.mark, areOurs(walk.late, but: site.foreignFiles)
        else { return nil }
        var site = site
        site.folders = walk.folders
        return site
    }

    /// What the generation is of which the next one can be made, where nobody touched it since the last one was published.
    ///
    /// - Parameter site: what `untouched` gave: what both generations share is known by it.
    public func untouchedPrevious(of site: PublishedSite, threads: Int) -> FormerSite? {
        guard var previous = site.previous else { return nil }
        let folder = previous.path(state)
        if previous.isShared, let known = known(in: folder), let moment = manifestTime(folder),
            let walk = KnownWalk(of: folder, known, since: moment, asksFiles: false, threads: threads),
            walk.folders == previous.folders, walk.files == previous.manifest,
            walk.lateFolders.allSatisfy({ known.holdOnly($0, in: folder) })
        {
            return previous
        }
        // It is ours alone, and none of its files is as young as its manifest was then.
        guard let walk = try? TreeWalk(of: folder, since: .max, threads: threads), walk.mark == previous.mark
        else { return nil }
        previous.folders = walk.folders
        return previous
    }

    /// The site that was just published, for telling later whether it was touched; nil where that cannot be told.
    ///
    /// - Parameters:
    ///   - count: how many files the manifest lists.
    ///   - foreignFiles: what else lies here, and `foreignFolders` the empty folders.
    ///   - isPreviousSound: whether the generation before is known to be what its manifest says.
    ///   - isShared: whether what both have in common is one file under two names.
    func site(
        count: Int, foreignFiles: [String], foreignFolders: [String], isPreviousSound: Bool, isShared: Bool,
        threads: Int
    ) -> PublishedSite? {
        guard let walk = look(threads: threads),
            walk.mark.entries == count + 1 + foreignFiles.count + foreignFolders.count,
            areOurs(walk.late, but: foreignFiles)
        else { return nil }
        var site = PublishedSite(mark: walk.mark, foreignFiles: foreignFiles, foreignFolders: foreignFolders)
        site.folders = walk.folders
        if isPreviousSound, let former = try? TreeWalk(of: state.previous, since: .max, threads: threads) {
            var manifest = TreeMark()
            manifest.add(Manifest.fileName, in: state.previous)
            site.previous = FormerSite(
                mark: former.mark, folders: former.folders, manifest: manifest, isShared: isShared)
        }
        return site
    }

    /// All that a published site and those who share its folder have here.
    func known(_ site: PublishedSite) -> KnownPaths? {
        known(in: path, files: site.foreignFiles, folders: site.foreignFolders)
    }

    /// All that a generation has in a folder, with what else is known to lie there.
    func known(in folder: String, files: [String] = [], folders: [String] = []) -> KnownPaths? {
        (try? FileBytes.read(folder + "/" + Manifest.fileName)).map {
            KnownPaths(manifest: $0, files: files, folders: folders)
        }
    }

    /// When the manifest of a generation was written, after all its files.
    func manifestTime(_ folder: String) -> Int? { FileStamp(folder + "/" + Manifest.fileName)?.modified }

    /// The folder as it is now.
    private func look(threads: Int) -> TreeWalk? {
        manifestTime(path).flatMap { try? TreeWalk(of: path, since: $0, threads: threads) }
    }

    /// Whether files are what the manifest says of them.
    ///
    /// - Parameter foreign: those of others, of which it says nothing.
    private func areOurs(_ files: [String], but foreign: [String]) -> Bool {
        let others = Set(foreign + [Manifest.fileName])
        let files = files.filter { !others.contains($0) }
        guard !files.isEmpty else { return true }
        guard let manifest = try? Manifest.read(in: path) else { return false }
        return files.allSatisfy { file in
            guard let hash = manifest.hashes[file], let bytes = try? FileBytes.read(path + "/" + file) else {
                return false
            }
            return ContentHash(of: bytes) == hash
        }
    }
}
