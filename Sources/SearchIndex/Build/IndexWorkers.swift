import Foundation

/// How the parts of an index are made at once: a function that calls another with 0 up to a number, on threads of its choice.
public struct IndexWorkers: Sendable {
    private let run: @Sendable (Int, @escaping @Sendable (Int) -> Void) -> Void

    /// One part after the other.
    public static let one = IndexWorkers { count, work in for index in 0..<count { work(index) } }

    /// - Parameter run: returns once the function has returned for each number; calls for different numbers may overlap.
    public init(_ run: @escaping @Sendable (Int, @escaping @Sendable (Int) -> Void) -> Void) { self.run = run }

    /// The results in the order of the elements.
    func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], _ transform: @escaping @Sendable (Element) -> Result
    ) -> [Result] {
        let results = Results<Result>(elements.count)
        run(elements.count) { results.put(transform(elements[$0]), at: $0) }
        return results.all
    }

    private final class Results<Result: Sendable>: @unchecked Sendable {
        private let lock = NSLock()
        private var slots: [Result?]

        init(_ count: Int) { slots = Array(repeating: nil, count: count) }

        func put(_ result: Result, at index: Int) { lock.withLock { slots[index] = result } }
        var all: [Result] { lock.withLock { slots.compactMap { $0 } } }
    }
}
