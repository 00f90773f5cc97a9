import CFileExchange

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Lets generations change places, and puts right what a process that was killed in the midst of it left.
///
/// The journal names the folder that is about to be published and the number by which the file system knows it. A folder
/// keeps that number under any name, so that afterwards it is certain whether the step was made.
struct Exchange {
    /// The published folder.
    let live: String
    let state: OutputState

    /// The generation before the published one; nil when there is none.
    func wholePrevious() throws(FileProblem) -> Generation? { try Generation(state.previous) }

    /// What the journal calls the folders that may be published.
    private var names: [(name: String, path: String)] {
        [("precedente", state.previous), ("reserve", state.spare), ("nouvelle", state.next)]
    }

    /// Writes the journal: from here on until `replace` has ended, `base` may be neither one generation nor the other.
    func announce(_ base: String) throws(FileProblem) {
        guard let identity = Generation.identity(base) else { throw FileProblem(.lire, base, code: ENOENT) }
        let name = names.first { $0.path == base }?.name ?? "nouvelle"
        try FileWriting.remove(state.journalDraft)
        try FileWriting.write(Array("\(name) \(identity)\n".utf8), to: state.journalDraft)
        guard rename(state.journalDraft, state.journal) == 0 else { throw FileProblem(.ecrire, state.journal) }
    }

    /// Puts the whole generation at `base` in the place of the published one, which becomes the previous one.
    ///
    /// - Parameter isAsKnown: whether nothing of others came into the former site, which lies at `base` when it is asked.
    /// - Returns: why what is left could not be tidied up; the new site is in its place all the same.
    func replace(
        with base: String, foreignFiles: [String], foreignFolders: [String], isAsKnown: () -> Bool = { false }
    ) throws(FileProblem) -> FileProblem? {
        guard FileTree.kind(of: live) == .folder else {
            guard rename(base, live) == 0 else { throw FileProblem(.remplacer, live) }
            return attempt { () throws(FileProblem) in try FileWriting.removeTree(state.next) }
        }
        let manifest = foreignFiles.isEmpty ? Manifest() : try Manifest.read(in: base) ?? Manifest()
        for folder in foreignFolders { try FileWriting.makeFolder(base + "/" + folder) }
        for file in foreignFiles where !manifest.contains(file) {
            try FileWriting.makeFolder(FileWriting.parent(of: base + "/" + file))
            try FileWriting.carry(live + "/" + file, to: base + "/" + file)
        }
        var status = stat()
        if stat(live, &status) == 0 { chmod(base, status.st_mode & 0o7777) }
        let code = pfile_exchange(base, live)
        if code != 0 {
            guard [ENOSYS, EINVAL, ENOTSUP, EOPNOTSUPP].contains(code) else {
                throw FileProblem(.remplacer, live, code: code)
            }
            try exchangeInTwoSteps(base)
        }
        return attempt { () throws(FileProblem) in
            if isAsKnown() {
                try settle(base, foreignFiles: foreignFiles, foreignFolders: foreignFolders)
            } else {
                try settle(base)
            }
        }
    }

    /// For file systems that cannot exchange two folders: between the two renames there is no site. The name of the
    /// former one says so: `mend` finds it and puts it back.
    func exchangeInTwoSteps(_ base: String) throws(FileProblem) {
        guard rename(live, state.leaving) == 0 else { throw FileProblem(.remplacer, live) }
        guard rename(base, live) == 0 else {
            let problem = FileProblem(.remplacer, live)
            rename(state.leaving, live)
            throw problem
        }
        guard rename(state.leaving, base) == 0 else { throw FileProblem(.remplacer, base) }
    }

    /// After the exchange: the former site, which lies at `base`, becomes the previous generation.
    private func settle(_ base: String) throws(FileProblem) {
        try becomePrevious(base)
        try handOver(from: state.previous)
        try tidyUp()
    }

    /// The same where nothing of others lies in the former site but what was known, and has a second name in the new one.
    private func settle(_ base: String, foreignFiles: [String], foreignFolders: [String]) throws(FileProblem) {
        try becomePrevious(base)
        for file in foreignFiles {
            try FileWriting.remove(state.previous + "/" + file)
            removeEmptyFolders(above: file, in: state.previous)
        }
        for folder in foreignFolders {
            rmdir(state.previous + "/" + folder)
            removeEmptyFolders(above: folder, in: state.previous)
        }
        try tidyUp()
    }

    private func becomePrevious(_ base: String) throws(FileProblem) {
        guard base != state.previous else { return }
        try FileWriting.removeTree(state.previous)
        guard rename(base, state.previous) == 0 else { throw FileProblem(.remplacer, state.previous) }
    }

    private func removeEmptyFolders(above path: String, in base: String) {
        var folder = FileWriting.parent(of: path)
        // One that still holds something refuses.
        while folder != ".", rmdir(base + "/" + folder) == 0 { folder = FileWriting.parent(of: folder) }
    }

    private func tidyUp() throws(FileProblem) {
        try FileWriting.removeTree(state.next)
        try FileWriting.remove(state.journal)
    }

    /// Undoes or ends what a killed build left.
    func mend() throws(FileProblem) {
        let journal = try announced()
        if FileTree.kind(of: live) == .nothing, FileTree.kind(of: state.leaving) == .folder {
            guard rename(state.leaving, live) == 0 else { throw FileProblem(.remplacer, live) }
        }
        if let journal {
            if Generation.identity(live) == journal.identity {
                if FileTree.kind(of: state.leaving) == .folder {
                    guard rename(state.leaving, journal.base) == 0 else { throw FileProblem(.remplacer, journal.base) }
                }
                let isSettled = FileTree.kind(of: journal.base) == .nothing
                try settle(isSettled ? state.previous : journal.base)
            } else if journal.base != state.next {
                // Neither the generation that it was nor the one that it was to become.
                try FileWriting.removeTree(journal.base)
            }
        }
        try FileWriting.removeTree(state.next)
        try FileWriting.removeTree(state.spareDraft)
        try FileWriting.remove(state.journalDraft)
        try FileWriting.remove(state.journal)
    }

    private func announced() throws(FileProblem) -> (base: String, identity: UInt64)? {
        guard FileTree.kind(of: state.journal) == .file else { return nil }
        let words = String(decoding: try FileBytes.read(state.journal), as: UTF8.self).split { $0 == " " || $0 == "\n" }
        guard words.count == 2, let identity = UInt64(words[1]) else { return nil }
        return (names.first { $0.name == words[0] }?.path ?? state.next, identity)
    }

    /// Files that are not ours belong to the published site only. One that came while the exchange was made goes there;
    /// of one that is there already, only this second name goes.
    private func handOver(from folder: String) throws(FileProblem) {
        guard FileTree.kind(of: folder) == .folder, FileTree.kind(of: live) == .folder else { return }
        let foreign = try OutputFolder.foreign(in: folder, manifest: try Manifest.read(in: folder) ?? Manifest())
        for file in foreign.files {
            let source = folder + "/" + file
            let target = live + "/" + file
            var status = stat()
            if lstat(target, &status) == 0 {
                try FileWriting.remove(source)
            } else {
                try FileWriting.makeFolder(FileWriting.parent(of: target))
                guard rename(source, target) == 0 else { throw FileProblem(.remplacer, target) }
            }
        }
        for name in foreign.folders { rmdir(folder + "/" + name) }
        for path in foreign.files + foreign.folders { removeEmptyFolders(above: path, in: folder) }
    }

    private func attempt(_ body: () throws(FileProblem) -> Void) -> FileProblem? {
        do throws(FileProblem) {
            try body()
            return nil
        } catch {
            return error
        }
    }
}
