import Foundation

/// Work spread over threads of its own: the cooperative pool stays free for whoever waits for the result.
public enum ParallelMap {
    /// `transform` of every element, in their order, whichever thread took which.
    public static func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], threads: Int, progress: (@Sendable (Int) -> Void)? = nil,
        _ transform: @escaping @Sendable (Element) -> Result
    ) -> [Result] {
        let count = min(max(1, threads), elements.count)
        guard count > 0 else { return [] }
        let board = Board<Result>(count: elements.count, progress: progress)
        let group = DispatchGroup()
        for _ in 0..<count {
            group.enter()
            let thread = Thread {
                while let index = board.take() { board.put(transform(elements[index]), at: index) }
                group.leave()
            }
            // Readers recurse over the nesting of documents.
            thread.stackSize = 16 << 20
            thread.start()
        }
        group.wait()
        return board.results
    }

    /// The same for elements that are little work each, some at a time, on two threads.
    public static func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], parts: Int, _ transform: @escaping @Sendable (Element) -> Result
    ) -> [Result] {
        let length = max(1, elements.count / max(1, parts) + 1)
        let slices = stride(from: 0, to: elements.count, by: length).map {
            elements[$0..<min($0 + length, elements.count)]
        }
        return map(slices, threads: 2) { $0.map(transform) }.flatMap { $0 }
    }

    /// Who does what next, and what came of it.
    private final class Board<Result: Sendable>: @unchecked Sendable {
        private let lock = NSLock()
        private var next = 0
        private var done = 0
        private var slots: [Result?]
        private let progress: (@Sendable (Int) -> Void)?

        init(count: Int, progress: (@Sendable (Int) -> Void)?) {
            slots = Array(repeating: nil, count: count)
            self.progress = progress
        }

        var results: [Result] { lock.withLock { slots.compactMap { $0 } } }

        func take() -> Int? {
            lock.withLock {
                guard next < slots.count else { return nil }
                next += 1
                return next - 1
            }
        }

        func put(_ result: Result, at index: Int) {
            lock.withLock {
                slots[index] = result
                done += 1
                progress?(done)
            }
        }
    }
}
