import Foundation

public enum PeakMemory {
    /// The most memory that the process has held, in bytes: the high-water mark that the kernel keeps; nil where the system
    /// does not say.
    public static func bytes() -> Int? {
        if let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
            let kilobytes = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap({
                Int($0)
            })
        {
            return kilobytes * 1024
        }
        #if canImport(Darwin)
            var usage = rusage()
            return getrusage(RUSAGE_SELF, &usage) == 0 ? usage.ru_maxrss : nil
        #else
            return nil
        #endif
    }
}
