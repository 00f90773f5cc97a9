/// Values by path of which most are those of an earlier table: what is the same is shared, and only what differs is held beside
/// it. To take over a site of tens of thousands of files costs nothing then.
public struct PathTable<Value: Sendable>: Sendable {
    /// What it was begun with.
    public let base: [String: Value]
    /// What is otherwise: nil for a path that is gone.
    public private(set) var changes: [String: Value?] = [:]
    public private(set) var count: Int

    public init(_ base: [String: Value] = [:]) {
        self.base = base
        count = base.count
    }

    /// Inlined, as what goes through the table is: where the type of the values is not known, each step costs a look at it.
    public subscript(path: String) -> Value? {
        @inlinable get {
            if !changes.isEmpty, let change = changes[path] { return change }
            return base[path]
        }
        set {
            let before = self[path] == nil ? 0 : 1
            changes[path] = .some(newValue)
            count += (newValue == nil ? 0 : 1) - before
        }
    }

    /// Gives a path back what it had at the beginning.
    public mutating func restore(_ path: String) {
        guard let change = changes.removeValue(forKey: path) else { return }
        count += (base[path] == nil ? 0 : 1) - (change == nil ? 0 : 1)
    }

    /// The paths, in no order.
    @inlinable public var paths: some Sequence<String> { lazy.map(\.path) }
}

extension PathTable: Sequence {
    /// Goes through the paths with their values, in no order.
    public struct Iterator: IteratorProtocol {
        @usableFromInline var base: Dictionary<String, Value>.Iterator
        @usableFromInline var changed: Dictionary<String, Value?>.Iterator
        @usableFromInline let changes: [String: Value?]

        @inlinable init(_ table: PathTable) {
            (base, changed) = (table.base.makeIterator(), table.changes.makeIterator())
            changes = table.changes
        }

        /// The next path; nil behind the last.
        @inlinable public mutating func next() -> (path: String, value: Value)? {
            while let (path, value) = base.next() {
                if changes.isEmpty || changes[path] == nil { return (path, value) }
            }
            while let (path, change) = changed.next() {
                if let value = change { return (path, value) }
            }
            return nil
        }
    }

    /// Of all paths.
    @inlinable public func makeIterator() -> Iterator { Iterator(self) }
}

extension PathTable where Value: Equatable {
    func isSame(as other: PathTable) -> Bool {
        count == other.count && allSatisfy { other[$0.path] == $0.value }
    }
}
