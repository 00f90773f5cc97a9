/// Bringing back the site that was published before the present one.
extension OutputFolder {
    /// What a rollback did.
    public struct Rollback: Equatable, Sendable {
        /// Files of the site that is published again.
        public let files: Int
        /// Those that are not the same in the site that it replaces, or were not in it, or are no longer there.
        public let differences: Int
        /// Why what is left could not be tidied up.
        public let leftover: FileProblem?
    }

    /// Publishes the previous generation again, in one step; the present one becomes the previous.
    ///
    /// - Returns: nil when there is no previous generation.
    public func rollBack() throws(FileProblem) -> Rollback? {
        let exchange = Exchange(live: path, state: state)
        guard let manifest, let previous = try exchange.wholePrevious() else { return nil }
        let former = previous.manifest.hashes
        let missing = former.paths.first { FileTree.kind(of: previous.path + "/" + $0) != .file }
        if let missing { throw FileProblem(.lire, previous.path + "/" + missing, code: FileProblem.absence) }
        let changed = former.count { manifest.hashes[$0.path] != $0.value }
        let gone = manifest.hashes.paths.count { former[$0] == nil }
        try exchange.announce(previous.path)
        let leftover = try exchange.replace(
            with: previous.path, foreignFiles: foreignFiles, foreignFolders: foreignFolders)
        return Rollback(files: former.count, differences: changed + gone, leftover: leftover)
    }
}
