import Foundation

/// Seconds of the two clocks of a measure.
public enum Clock {
    /// What a person waits, from an instant of no meaning.
    public static func wall() -> Double { seconds(CLOCK_MONOTONIC) }

    /// What all threads of the process have used, user and system.
    public static func processor() -> Double { seconds(CLOCK_PROCESS_CPUTIME_ID) }

    private static func seconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
