import Threads

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Makes a whole generation out of the files that were staged, those that the published site has already, and, where
/// there is one, the generation before.
struct Assembly {
    let manifest: Manifest
    /// The bytes of the manifest.
    let list: Later<ManifestList>
    /// The paths that lie in the staging folder.
    let written: Set<String>
    let published: Generation?
    let staged: String
    /// The generation to bring up to date; nil to complete the staging folder itself.
    let previous: Generation?

    /// Makes `base` hold exactly the files of the manifest. It is ours alone: whatever else lies in it goes.
    ///
    /// - Returns: whether each file that it has in common with the published site is one file under two names.
    func complete(_ base: String) throws(FileProblem) -> Bool {
        try prune(base)
        // In the order of the paths the files of a folder come one after the other, which the file system has at hand.
        let paths = manifest.paths
        let parts = stride(from: 0, to: paths.count, by: Self.part).map {
            paths[$0..<min($0 + Self.part, paths.count)]
        }
        let outcomes = ParallelMap.map(parts, threads: 2) { part -> Result<Bool, FileProblem> in
            do throws(FileProblem) {
                return .success(try complete(base, part))
            } catch {
                return .failure(error)
            }
        }
        var isShared = true
        for outcome in outcomes where try !outcome.get() { isShared = false }
        try FileWriting.remove(base + "/" + Manifest.fileName)
        try FileWriting.write(list.value.bytes, to: base + "/" + Manifest.fileName)
        return isShared
    }

    /// How many files one thread takes at a time.
    private static let part = 512

    /// Puts the files at some paths where they belong.
    ///
    /// - Returns: whether those of the published site have a second name here.
    private func complete(_ base: String, _ paths: ArraySlice<String>) throws(FileProblem) -> Bool {
        var folders: Set<String> = [base]
        var isShared = true
        for path in paths {
            guard let hash = manifest.hashes[path] else { continue }
            if written.contains(path) {
                guard base != staged else { continue }
                let target = base + "/" + path
                try makeFolder(FileWriting.parent(of: target), &folders)
                guard rename(staged + "/" + path, target) == 0 else { throw FileProblem(.ecrire, target) }
            } else if let published {
                let (source, target) = (published.path + "/" + path, base + "/" + path)
                // One file under two names where that can be: the next build then asks for it once.
                if let previous, previous.holds(path, hash), !isShared || Generation.isSame(source, target) { continue }
                try makeFolder(FileWriting.parent(of: target), &folders)
                try FileWriting.remove(target)
                let isSecondName = try FileWriting.carry(source, to: target)
                isShared = isShared && isSecondName
            }
        }
        return isShared
    }

    /// Removes from the base what the new generation does not have, and the folders that this empties.
    private func prune(_ base: String) throws(FileProblem) {
        // A first site was staged by this build alone.
        guard base != staged || published != nil else { return }
        // Folders out of which something went: no other can be empty now.
        var changed: Set<String> = []
        try FolderWalk.visit(base) { (path, entry) throws(FileProblem) in
            let full = base + "/" + path
            switch entry {
            case .emptyFolder: guard rmdir(full) == 0 else { throw FileProblem(.supprimer, full) }
            // Not empty is no fault here: files of the new generation are left in it.
            case .folder: guard changed.contains(path), rmdir(full) == 0 else { return }
            case .link: try FileWriting.remove(full)
            case .file:
                if manifest.contains(path) { return }
                try FileWriting.remove(full)
            }
            changed.insert(FileWriting.parent(of: path))
        }
    }

    private func makeFolder(_ path: String, _ known: inout Set<String>) throws(FileProblem) {
        if known.contains(path) { return }
        try FileWriting.makeFolder(path)
        known.insert(path)
    }
}
