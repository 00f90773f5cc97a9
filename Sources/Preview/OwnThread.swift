import Foundation

/// Runs long work away from the tasks that answer requests: two busy tasks would starve a third on two cores.
enum OwnThread {
    /// - Parameter quietly: behind all other work of the machine.
    static func run<Result: Sendable>(
        quietly: Bool = false, _ work: @escaping @Sendable () -> Result
    ) async -> Result {
        await withCheckedContinuation { continuation in
            let thread = Thread {
                if quietly { stepBack() }
                continuation.resume(returning: work())
            }
            // Readers recurse over the nesting of documents.
            thread.stackSize = 16 << 20
            thread.start()
        }
    }

    /// Gives the present thread the lowest priority. Threads that it starts inherit it.
    private static func stepBack() {
        #if os(Linux)
            // To Linux a thread is a process of its own: nothing else of this program is slowed.
            setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 19)
        #else
            Thread.current.qualityOfService = .background
        #endif
    }
}
