import Threads

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Brings a generation up to date with what differs, and with nothing else: the cost follows the change, not the site. Only
/// for a generation of which it is known that nobody touched it.
struct GenerationUpdate {
    /// The generation to bring up to date, and what it was.
    let generation: Generation
    var mark: TreeMark
    let manifest: Manifest
    /// The bytes of the manifest.
    let list: Later<[UInt8]>
    /// The paths that lie in the staging folder.
    let written: Set<String>
    let published: String
    let staged: String

    /// Makes the generation hold exactly the files of the manifest.
    ///
    /// - Returns: its mark then.
    mutating func run() throws(FileProblem) -> TreeMark {
        let former = generation.manifest.hashes
        var others: [String] = []
        var known = 0
        for (path, hash) in manifest.hashes {
            let before = former[path]
            if before != nil { known += 1 }
            if before != hash { others.append(path) }
        }
        // Where all that it has is in the manifest, nothing has to go.
        if known < former.count {
            for path in former.keys where !manifest.contains(path) { try remove(path) }
        }
        for path in others { try place(path) }
        mark.remove(Manifest.fileName, in: generation.path)
        try FileWriting.remove(generation.path + "/" + Manifest.fileName)
        try FileWriting.write(list.value, to: generation.path + "/" + Manifest.fileName)
        mark.add(Manifest.fileName, in: generation.path)
        return mark
    }

    private mutating func remove(_ path: String) throws(FileProblem) {
        mark.remove(path, in: generation.path)
        try FileWriting.remove(generation.path + "/" + path)
        // The folders that this empties go as well; one that still holds something refuses.
        var folder = FileWriting.parent(of: path)
        while folder != ".", rmdir(generation.path + "/" + folder) == 0 { folder = FileWriting.parent(of: folder) }
    }

    private mutating func place(_ path: String) throws(FileProblem) {
        let target = generation.path + "/" + path
        mark.remove(path, in: generation.path)
        try FileWriting.makeFolder(FileWriting.parent(of: target))
        if written.contains(path) {
            guard rename(staged + "/" + path, target) == 0 else { throw FileProblem(.ecrire, target) }
        } else {
            try FileWriting.remove(target)
            try FileWriting.carry(published + "/" + path, to: target)
        }
        mark.add(path, in: generation.path)
    }
}
