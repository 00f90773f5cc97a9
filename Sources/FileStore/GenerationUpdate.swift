import Threads

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Brings a generation up to date with what differs, and with nothing else: the cost follows the change, not the site. Only
/// for a generation of which it is known that nobody touched it.
struct GenerationUpdate {
    /// The generation to bring up to date.
    let generation: Generation
    /// The mark of its files, as it was and as it becomes.
    private(set) var mark: TreeMark
    private(set) var folders: FolderTimes
    /// Whether what it has in common with the published site is one file under two names.
    private(set) var isShared: Bool
    let manifest: Manifest
    /// The bytes of the manifest.
    let list: Later<[UInt8]>
    /// The paths that lie in the staging folder.
    let written: Set<String>
    let published: String
    let staged: String

    init(
        _ generation: Generation, _ former: FormerSite, to manifest: Manifest, list: Later<[UInt8]>,
        written: Set<String>, published: String, staged: String
    ) {
        (self.generation, self.manifest, self.list) = (generation, manifest, list)
        (mark, isShared) = (former.mark, former.isShared)
        folders = FolderTimes(former.folders, in: generation.path)
        (self.written, self.published, self.staged) = (written, published, staged)
    }

    /// Makes the generation hold exactly the files of the manifest.
    ///
    /// - Parameter places: folders in which something else will be changed besides.
    mutating func run(_ places: Set<String>) throws(FileProblem) {
        for folder in places { folders.touch(folder) }
        let before = generation.manifest.hashes
        var others: [String] = []
        var known = 0
        for (path, hash) in manifest.hashes {
            let old = before[path]
            if old != nil { known += 1 }
            if old != hash { others.append(path) }
        }
        // What was written is not in the published site, which alone was asked whether it is whole.
        others += written.filter { before[$0] == manifest.hashes[$0] }
        // Where all that it has is in the manifest, nothing has to go.
        if known < before.count {
            for path in before.keys where !manifest.contains(path) { try remove(path) }
        }
        for path in others { try place(path) }
        mark.remove(Manifest.fileName, in: generation.path)
        try FileWriting.remove(generation.path + "/" + Manifest.fileName)
        try FileWriting.write(list.value, to: generation.path + "/" + Manifest.fileName)
        mark.add(Manifest.fileName, in: generation.path)
    }

    private mutating func remove(_ path: String) throws(FileProblem) {
        folders.touch(FileWriting.folder(of: path))
        mark.remove(path, in: generation.path)
        try FileWriting.remove(generation.path + "/" + path)
        // The folders that this empties go as well; one that still holds something refuses.
        var folder = FileWriting.parent(of: path)
        while folder != ".", rmdir(generation.path + "/" + folder) == 0 { folder = FileWriting.parent(of: folder) }
    }

    private mutating func place(_ path: String) throws(FileProblem) {
        folders.touch(FileWriting.folder(of: path))
        let target = generation.path + "/" + path
        mark.remove(path, in: generation.path)
        try FileWriting.makeFolder(FileWriting.parent(of: target))
        if written.contains(path) {
            guard rename(staged + "/" + path, target) == 0 else { throw FileProblem(.ecrire, target) }
        } else {
            try FileWriting.remove(target)
            if try !FileWriting.carry(published + "/" + path, to: target) { isShared = false }
        }
        mark.add(path, in: generation.path)
    }
}
