import Foundation

/// What the machine says of itself. Read once, by whoever makes a request: the stages get values.
public enum SystemFacts {
    public static var processors: Int { ProcessInfo.processInfo.activeProcessorCount }
    public static var environment: [String: String] { ProcessInfo.processInfo.environment }
    /// Seconds since 1970.
    public static var now: Int { Int(Date().timeIntervalSince1970) }
}
