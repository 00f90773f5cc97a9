/// The mark of the folders of a generation by their times, kept right while something is changed in some of them.
struct FolderTimes: Sendable {
    private var mark: TreeMark
    private let root: String
    private var touched: Set<String> = []

    /// - Parameter mark: of all folders below `root` and of itself.
    init(_ mark: TreeMark, in root: String) { (self.mark, self.root) = (mark, root) }

    /// Says that something will come into a folder or leave it, or that the folder itself will come or go.
    mutating func touch(_ folder: String) {
        guard touched.insert(folder).inserted else { return }
        mark.remove(timeOf: folder, in: root)
        if !folder.isEmpty { touch(FileWriting.folder(of: folder)) }
    }

    /// The mark now that all was changed.
    ///
    /// - Parameter root: where the generation is now.
    func settled(in root: String) -> TreeMark {
        var mark = mark
        for folder in touched { mark.add(timeOf: folder, in: root) }
        return mark
    }
}
