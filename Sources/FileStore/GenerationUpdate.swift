import Threads

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Brings a generation up to date with what differs, and with nothing else: the cost follows the change, not the site. Only
/// for a generation of which it is known that nobody touched it.
struct GenerationUpdate {
    /// The folder of the generation to bring up to date.
    let path: String
    /// The mark of its files, as it was and as it becomes.
    private(set) var mark: TreeMark
    private(set) var folders: FolderTimes
    /// Whether what it has in common with the published site is one file under two names.
    private(set) var isShared: Bool
    /// The bytes of the manifest that it gets.
    let list: [UInt8]
    /// The paths that lie in the staging folder.
    let written: Set<String>
    let published: String
    let staged: String

    init(
        _ path: String, _ former: FormerSite, to list: [UInt8], written: Set<String>, published: String, staged: String
    ) {
        (self.path, self.list) = (path, list)
        (mark, isShared) = (former.mark, former.isShared)
        folders = FolderTimes(former.folders, in: path)
        (self.written, self.published, self.staged) = (written, published, staged)
    }

    /// Makes the generation hold exactly the files of the manifest.
    ///
    /// - Parameter places: folders in which something else will be changed besides.
    mutating func run(_ places: Set<String>) throws(FileProblem) {
        for folder in places { folders.touch(folder) }
        let (others, gone) = Manifest.differences(try Manifest.source(in: path) ?? [], list)
        for file in gone { try remove(file) }
        // What was written is not in the published site, which alone was asked whether it is whole.
        for file in written.union(others) { try place(file) }
        mark.remove(Manifest.fileName, in: path)
        try FileWriting.remove(path + "/" + Manifest.fileName)
        try FileWriting.write(list, to: path + "/" + Manifest.fileName)
        mark.add(Manifest.fileName, in: path)
    }

    private mutating func remove(_ file: String) throws(FileProblem) {
        folders.touch(FileWriting.folder(of: file))
        mark.remove(file, in: path)
        try FileWriting.remove(path + "/" + file)
        // The folders that this empties go as well; one that still holds something refuses.
        var folder = FileWriting.parent(of: file)
        while folder != ".", rmdir(path + "/" + folder) == 0 { folder = FileWriting.parent(of: folder) }
    }

    private mutating func place(_ file: String) throws(FileProblem) {
        folders.touch(FileWriting.folder(of: file))
        let target = path + "/" + file
        mark.remove(file, in: path)
        try FileWriting.makeFolder(FileWriting.parent(of: target))
        if written.contains(file) {
            guard rename(staged + "/" + file, target) == 0 else { throw FileProblem(.ecrire, target) }
        } else {
            try FileWriting.remove(target)
            if try !FileWriting.carry(published + "/" + file, to: target) { isShared = false }
        }
        mark.add(file, in: path)
    }
}
