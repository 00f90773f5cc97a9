#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Makes a whole generation out of the files that were staged, those that the published site has already, and, where
/// there is one, the generation before.
struct Assembly {
    let manifest: Manifest
    /// The paths that lie in the staging folder.
    let written: Set<String>
    let published: Generation?
    let staged: String
    /// The generation to bring up to date; nil to complete the staging folder itself.
    let previous: Generation?

    /// Makes `base` hold exactly the files of the manifest. It is ours alone: whatever else lies in it goes.
    func complete(_ base: String) throws(FileProblem) {
        try prune(base)
        var folders: Set<String> = [base]
        for (path, hash) in manifest.hashes {
            if written.contains(path) {
                guard base != staged else { continue }
                let target = base + "/" + path
                try makeFolder(FileWriting.parent(of: target), &folders)
                guard rename(staged + "/" + path, target) == 0 else { throw FileProblem(.ecrire, target) }
            } else if let published, previous?.holds(path, hash) != true {
                let target = base + "/" + path
                try makeFolder(FileWriting.parent(of: target), &folders)
                try FileWriting.remove(target)
                try FileWriting.carry(published.path + "/" + path, to: target)
            }
        }
        try FileWriting.remove(base + "/" + Manifest.fileName)
        try FileWriting.write(manifest.bytes, to: base + "/" + Manifest.fileName)
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
