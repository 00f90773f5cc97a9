/// What a watcher saw change.
public struct FileChanges: Equatable, Sendable {
    /// The files that may be others now, and folders that came or went.
    public var paths: Set<String>
    /// True when changes may have been missed: everything is looked at.
    public var isEverything: Bool

    public init(_ paths: Set<String> = [], isEverything: Bool = false) {
        self.paths = paths
        self.isEverything = isEverything
    }

    /// Anything may have changed.
    public static let everything = FileChanges(isEverything: true)

    public var isEmpty: Bool { paths.isEmpty && !isEverything }

    /// Adds what was seen besides.
    public mutating func add(_ others: FileChanges) {
        paths.formUnion(others.paths)
        isEverything = isEverything || others.isEverything
    }
}
