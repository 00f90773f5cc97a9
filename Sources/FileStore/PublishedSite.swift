/// What an output folder held when a site had been published into it.
public struct PublishedSite: Equatable, Sendable {
    /// Of its files, links and empty folders.
    public var mark: TreeMark
    /// Of its folders by their times.
    public var folders = TreeMark()
    /// What lay here beside the site, from the folder, in the order of the names.
    public var foreignFiles: [String]
    /// Empty folders of others.
    public var foreignFolders: [String]
    /// The generation of which the next one is made; nil where there is none.
    public var previous: FormerSite?

    public init(mark: TreeMark = TreeMark(), foreignFiles: [String] = [], foreignFolders: [String] = []) {
        (self.mark, self.foreignFiles, self.foreignFolders) = (mark, foreignFiles, foreignFolders)
    }

    /// The mark of what lies beside the site in its folder.
    func foreignMark(in folder: String) -> TreeMark {
        var mark = TreeMark()
        for file in foreignFiles { mark.add(file, in: folder) }
        for name in foreignFolders { mark.add(folder: name) }
        return mark
    }

    /// The folders whose times change when what lies beside the site is carried over.
    var foreignPlaces: Set<String> { Set(foreignFiles.map(FileWriting.folder(of:)) + foreignFolders + [""]) }
}

/// What the generation was, when the published one was published, of which the next one is made: the one before, or the spare.
public struct FormerSite: Equatable, Sendable {
    /// Of its files, links and empty folders.
    public var mark: TreeMark
    /// Of its folders by their times.
    public var folders: TreeMark
    /// Of its manifest alone.
    public var manifest: TreeMark
    /// Whether each file that it and the published site have in common is one file under two names: then what is known of
    /// the one is known of the other.
    public var isShared: Bool
    /// Whether it is the spare.
    public var isSpare = false

    public init(
        mark: TreeMark = TreeMark(), folders: TreeMark = TreeMark(), manifest: TreeMark = TreeMark(),
        isShared: Bool = false
    ) {
        (self.mark, self.folders, self.manifest, self.isShared) = (mark, folders, manifest, isShared)
    }

    /// Where it lies.
    func path(_ state: OutputState) -> String { isSpare ? state.spare : state.previous }
}
