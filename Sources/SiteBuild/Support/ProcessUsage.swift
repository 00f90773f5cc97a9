import Foundation

/// What this process has taken of the machine so far.
public struct ProcessUsage: Sendable {
    /// Of all threads, in nanoseconds.
    public let user: Int
    public let system: Int
    /// The most memory that it held at once, in bytes.
    public let peakMemory: Int

    public init(user: Int, system: Int, peakMemory: Int) {
        (self.user, self.system, self.peakMemory) = (user, system, peakMemory)
    }

    /// Nil where the system does not say.
    public static var now: ProcessUsage? {
        var usage = rusage()
        #if canImport(Glibc)
            guard getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return nil }
            // In kilobytes here, in bytes on Apple's systems.
            let unit = 1024
        #else
            guard getrusage(RUSAGE_SELF, &usage) == 0 else { return nil }
            let unit = 1
        #endif
        return ProcessUsage(
            user: nanoseconds(usage.ru_utime), system: nanoseconds(usage.ru_stime),
            peakMemory: Int(usage.ru_maxrss) * unit)
    }

    private static func nanoseconds(_ time: timeval) -> Int {
        Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_usec) * 1000
    }
}
