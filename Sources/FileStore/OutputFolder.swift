import Threads

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
    private let claim: OutputClaim
    private let published: Generation?
    /// What lies here and beside it, where it is known that nobody touched it.
    private let untouched: PublishedSite?
    /// What else lies here.
    public let foreignFiles: [String]
    let foreignFolders: [String]

    /// The path as it was given.
    public var givenPath: String { claim.givenPath }
    /// The folder itself, where the given path is a link.
    var path: String { claim.path }
    var state: OutputState { claim.state }

    /// What the last build published here; nil when there was none.
    public var manifest: Manifest? { published?.manifest }

    /// Takes the folder for one build: waits for nobody, mends what a killed build left.
    public convenience init(_ givenPath: String) throws(FileProblem) { try self.init(OutputClaim(givenPath)) }

    /// The folder that was taken.
    ///
    /// - Parameter untouched: what lies in it, where `OutputClaim.untouched` said so: then nothing is asked of its files.
    ///   Without `previous` where `untouchedPrevious` gave none.
    public init(_ claim: OutputClaim, untouched: PublishedSite? = nil) throws(FileProblem) {
        self.claim = claim
        self.untouched = untouched
        let path = claim.path
        guard FileTree.kind(of: path) != .nothing else {
            (published, foreignFiles, foreignFolders) = (nil, [], [])
            return
        }
        guard FileTree.kind(of: path) == .folder else { throw FileProblem(.ecrire, claim.givenPath, code: ENOTDIR) }
        let published = try Generation(path, isUntouched: untouched != nil)
        self.published = published
        if let untouched {
            (foreignFiles, foreignFolders) = (untouched.foreignFiles, untouched.foreignFolders)
        } else {
            (foreignFiles, foreignFolders) = try Self.foreign(in: path, manifest: published?.manifest ?? Manifest())
        }
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

    /// How a publication went.
    public struct Publication: Sendable {
        /// Why what is left of a former site could not be removed, when the new one is in its place all the same.
        public var leftover: FileProblem?
        /// What lies here now, where that is known without a look at all files.
        public var site: PublishedSite?
        /// Whether what the new site and the one before have in common is one file under two names.
        var isShared = false
    }

    /// Puts the staged site in the place of the last one. One that is the same in every byte changes nothing.
    public func publish(_ staging: Staging) throws(FileProblem) -> Publication {
        let (manifest, written) = staging.content
        guard published == nil || !written.isEmpty || manifest != self.manifest else {
            try FileWriting.removeTree(state.next)
            return Publication(site: untouched)
        }
        let exchange = Exchange(live: path, state: state)
        // The former generation is brought up to date where that is less work than completing the new files.
        let isSmall = published != nil && written.count * 2 < manifest.hashes.count
        if isSmall, let published, let untouched, let former = untouched.previous {
            let known = Later { [claim] in claim.known(untouched) }
            let update = GenerationUpdate(
                former.path(state), former, to: staging.list.value.bytes, written: written, published: published.path,
                staged: state.next)
            return try publish(update, untouched, known, exchange)
        }
        let previous = isSmall ? try exchange.wholePrevious() : nil
        let base = previous?.path ?? state.next
        if FileTree.kind(of: path) == .folder { try exchange.announce(base) }
        let assembly = Assembly(
            manifest: manifest, list: staging.list, written: written, published: published, staged: state.next,
            previous: previous)
        let isShared = try assembly.complete(base)
        let leftover = try exchange.replace(
            with: base, foreignFiles: foreignFiles, foreignFolders: foreignFolders)
        // Of a site that is no longer there.
        if leftover == nil { try? FileWriting.removeTree(state.spare) }
        return Publication(leftover: leftover, isShared: isShared)
    }

    /// Publishes a former generation that is brought up to date by its differences.
    ///
    /// - Parameter known: what lies in the published one.
    private func publish(
        _ update: GenerationUpdate, _ untouched: PublishedSite, _ known: Later<KnownPaths?>, _ exchange: Exchange
    ) throws(FileProblem) -> Publication {
        var update = update
        let foreign = untouched.foreignMark(in: path)
        var folders = FolderTimes(untouched.folders, in: path)
        for place in untouched.foreignPlaces { folders.touch(place) }
        let moment = claim.manifestTime(path)
        try exchange.announce(update.path)
        try update.run(untouched.foreignPlaces)
        // Before the folders change their places.
        let lying = known.value
        let base = update.path
        let leftover = try exchange.replace(with: base, foreignFiles: foreignFiles, foreignFolders: foreignFolders) {
            guard let lying, let moment,
                let walk = KnownWalk(of: base, lying, since: moment, asksFiles: false, threads: 2)
            else { return false }
            return walk.folders == untouched.folders && walk.lateFolders.allSatisfy { lying.holdOnly($0, in: base) }
        }
        guard leftover == nil else { return Publication(leftover: leftover) }
        var after = untouched
        after.mark = update.mark
        after.mark.add(foreign)
        after.folders = update.folders.settled(in: path)
        var before = FormerSite(mark: untouched.mark, isShared: update.isShared)
        before.mark.remove(foreign)
        before.folders = folders.settled(in: state.previous)
        before.manifest.add(Manifest.fileName, in: state.previous)
        after.previous = before
        return Publication(site: after)
    }

    /// The site that `publish` put here, for telling later whether it was touched; nil where that cannot be told.
    public func site(of staging: Staging, _ publication: Publication, threads: Int) -> PublishedSite? {
        let manifest = staging.content.manifest
        let site = claim.site(
            count: manifest.hashes.count, foreignFiles: foreignFiles.filter { !manifest.contains($0) },
            // A site that somebody touched lacks what its manifest lists, or has it otherwise.
            foreignFolders: foreignFolders, isPreviousSound: untouched != nil, isShared: publication.isShared,
            threads: threads)
        guard var site, published == nil else { return site }
        site.previous = spare(of: site, staging)
        return site
    }

    /// Makes the spare of a first site; nil where that cannot be.
    private func spare(of site: PublishedSite, _ staging: Staging) -> FormerSite? {
        let draft = state.spareDraft
        do throws(FileProblem) {
            try FileWriting.removeTree(state.spare)
            try FileWriting.makeFolder(draft)
            let assembly = Assembly(
                manifest: staging.content.manifest, list: staging.list, written: [], published: try Generation(path),
                staged: draft, previous: nil)
            var spare = FormerSite(mark: site.mark, isShared: try assembly.complete(draft))
            spare.mark.remove(site.foreignMark(in: path))
            spare.mark.remove(Manifest.fileName, in: path)
            spare.mark.add(Manifest.fileName, in: draft)
            spare.manifest.add(Manifest.fileName, in: draft)
            let known = KnownPaths(manifest: staging.list.value.bytes)
            guard spare.isShared, let walk = KnownWalk(of: draft, known, since: .max, asksFiles: false, threads: 2),
                rename(draft, state.spare) == 0
            else { throw FileProblem(.creer, state.spare) }
            spare.folders = walk.folders
            spare.isSpare = true
            return spare
        } catch {
            // A site without a spare is whole: the next edit takes longer.
            try? FileWriting.removeTree(draft)
            return nil
        }
    }

    /// Leaves the last site as it is and removes what was staged.
    public func abandon() throws(FileProblem) { try Exchange(live: path, state: state).mend() }
}

extension OutputFolder {
    /// A folder that was opened, or why it could not be: for opening it while something else is done.
    public struct Opening: Sendable {
        private let result: Result<OutputFolder, FileProblem>

        /// Opens the folder that was taken.
        public init(_ claim: OutputClaim, untouched: PublishedSite?) {
            do throws(FileProblem) {
                result = .success(try OutputFolder(claim, untouched: untouched))
            } catch {
                result = .failure(error)
            }
        }

        /// The folder, or why there is none.
        public func get() throws(FileProblem) -> OutputFolder { try result.get() }
    }
}
