/// The largest of what it is shown, largest first; what is equally large is in the order of its path.
struct Largest: Sendable {
    private let limit: Int
    private(set) var entries: [SizedPath] = []

    init(_ limit: Int) { self.limit = limit }

    mutating func add(_ path: @autoclosure () -> String, _ size: Int) {
        if entries.count == limit, let last = entries.last, size < last.size { return }
        let entry = SizedPath(path: path(), size: size)
        let place = entries.firstIndex { entry.precedes($0) } ?? entries.count
        entries.insert(entry, at: place)
        if entries.count > limit { entries.removeLast() }
    }
}

/// A file of the site, or a list, with how large it is.
public struct SizedPath: Equatable, Sendable {
    public let path: String
    /// In bytes, or in fiches.
    public let size: Int

    fileprivate func precedes(_ other: SizedPath) -> Bool {
        size == other.size ? path.utf8.lexicographicallyPrecedes(other.path.utf8) : size > other.size
    }
}
