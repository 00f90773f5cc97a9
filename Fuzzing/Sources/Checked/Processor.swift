import Foundation

/// The clock of ratios: processor time, so that what else runs on the machine counts little.
public enum Processor {
    /// Processor seconds of all threads since the process began.
    public static func seconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
