/// How a command ended (the numbers are those of sysexits.h where it has one).
public enum ExitStatus: Int32, Sendable, Comparable {
    case done = 0
    /// Something could not be published, or `check` found an error.
    case contentErrors = 1
    /// Warnings, which `--strict` promotes.
    case warnings = 2
    case usage = 64
    /// The configuration or the data could not be read.
    case unreadable = 65
    /// A needed tool is missing.
    case unavailable = 69
    /// The output could not be written.
    case cannotWrite = 73
    case interrupted = 130

    /// By severity: of several failures the most severe gives the exit code.
    public static func < (left: ExitStatus, right: ExitStatus) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .done: 0
        case .warnings: 1
        case .contentErrors: 2
        case .usage: 3
        case .unreadable: 4
        case .unavailable: 5
        case .cannotWrite: 6
        case .interrupted: 7
        }
    }
}
