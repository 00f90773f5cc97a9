import FileStore
import Foundation

/// What the machine says of itself. Read once, by whoever makes a request: the stages get values.
public enum SystemFacts {
    public static var processors: Int { ProcessInfo.processInfo.activeProcessorCount }
    public static var environment: [String: String] { ProcessInfo.processInfo.environment }
    /// Seconds since 1970.
    public static var now: Int { Int(Date().timeIntervalSince1970) }

    /// Size and time of the file of this program: another build of it has others.
    static var programStamp: String {
        guard let path = Bundle.main.executablePath, let stamp = FileStamp(path) else { return "" }
        return "\(stamp.size) \(stamp.modified)"
    }

    /// The number of this process.
    static var process: Int { Int(ProcessInfo.processInfo.processIdentifier) }

    /// Whether there is a file or folder at `path`.
    public static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}
