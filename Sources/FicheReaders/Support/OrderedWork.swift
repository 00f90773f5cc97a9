import Foundation

/// Jobs done on threads of their own, whose results come back in the order of the jobs.
///
/// The caller hands in jobs and takes results; few jobs are under way at a time, so that memory stays bounded whatever
/// the length of the work.
final class OrderedWork<Job: Sendable, Outcome: Sendable>: @unchecked Sendable {
    private let condition = NSCondition()
    private var waiting: [(number: Int, job: Job)] = []
    private var finished: [Int: Outcome] = [:]
    private var handedIn = 0
    private var handedOut = 0
    private var isClosed = false
    private let work: @Sendable (Job) -> Outcome
    private let threads: Int

    /// - Parameter threads: with one, the work is done when its result is taken, on the thread of the caller.
    init(threads: Int, work: @escaping @Sendable (Job) -> Outcome) {
        self.work = work
        self.threads = max(1, threads)
        guard self.threads > 1 else { return }
        for _ in 0..<self.threads {
            let thread = Thread { [self] in run() }
            // Readers recurse over the nesting of documents.
            thread.stackSize = 16 << 20
            thread.start()
        }
    }

    /// How many jobs are under way for each thread: enough that none waits while whoever takes the results is kept from it.
    private static var jobsPerThread: Int { 4 }

    /// Whether a result should be taken before another job is handed in.
    var isFull: Bool { condition.withLock { handedIn - handedOut >= Self.jobsPerThread * threads } }

    func add(_ job: Job) {
        condition.withLock {
            waiting.append((handedIn, job))
            handedIn += 1
            condition.signal()
        }
    }

    /// The result of the oldest job whose result was not taken; nil when there is none.
    func next() -> Outcome? {
        if threads == 1 {
            guard !waiting.isEmpty else { return nil }
            handedOut += 1
            return work(waiting.removeFirst().job)
        }
        return condition.withLock {
            guard handedOut < handedIn else { return nil }
            while true {
                if let outcome = finished.removeValue(forKey: handedOut) {
                    handedOut += 1
                    return outcome
                }
                condition.wait()
            }
        }
    }

    /// Lets the threads end once what was handed in is done.
    func close() {
        condition.withLock {
            isClosed = true
            condition.broadcast()
        }
    }

    private func run() {
        while let (number, job) = take() {
            let outcome = work(job)
            condition.withLock {
                finished[number] = outcome
                condition.broadcast()
            }
        }
    }

    private func take() -> (Int, Job)? {
        condition.withLock {
            while waiting.isEmpty {
                if isClosed { return nil }
                condition.wait()
            }
            return waiting.removeFirst()
        }
    }
}
