import Foundation

/// Work spread over threads of its own whose results are handed on in order, so that only what is under way is held.
public enum OrderedStream {
    /// How many results may wait, for each thread, for one that comes before them: enough that nobody waits for a file that
    /// takes a second, such as the index of all fiches.
    private static let windowPerThread = 256

    /// `transform` of every number below `count`; `deliver` gets the results in order, on the thread of the caller.
    public static func run<Result: Sendable>(
        count: Int, threads: Int, _ transform: @escaping @Sendable (Int) -> Result, deliver: (Result) -> Void
    ) {
        let board = Board<Result>(count: count, window: windowPerThread * max(1, threads))
        for _ in 0..<min(max(1, threads), count) {
            let thread = Thread {
                while let number = board.take() { board.put(transform(number), at: number) }
            }
            thread.stackSize = 16 << 20
            thread.start()
        }
        while let result = board.next() { deliver(result) }
    }

    private final class Board<Result: Sendable>: @unchecked Sendable {
        private let condition = NSCondition()
        private let count: Int
        private let window: Int
        private var taken = 0
        private var handedOut = 0
        private var finished: [Int: Result] = [:]

        init(count: Int, window: Int) {
            self.count = count
            self.window = window
        }

        func take() -> Int? {
            condition.withLock {
                while taken < count, taken - handedOut >= window { condition.wait() }
                guard taken < count else { return nil }
                taken += 1
                return taken - 1
            }
        }

        func put(_ result: Result, at number: Int) {
            condition.withLock {
                finished[number] = result
                if number == handedOut { condition.broadcast() }
            }
        }

        /// The next result; nil when all were handed out.
        func next() -> Result? {
            condition.withLock {
                guard handedOut < count else { return nil }
                while true {
                    if let result = finished.removeValue(forKey: handedOut) {
                        handedOut += 1
                        if taken < count { condition.broadcast() }
                        return result
                    }
                    condition.wait()
                }
            }
        }
    }
}
