import Compression
import FileStore

/// The compressed copies that a host can send in the place of a file (`gzip_static`, `brotli_static`).
enum CompressedCopies {
    /// `.gz`, and `.br` where the system has the library.
    static var companions: [Companion] {
        var companions = [Companion(suffix: ".gz", applies: applies, make: Gzip.compress)]
        if let brotli = Brotli() {
            companions.append(Companion(suffix: ".br", applies: applies, make: brotli.compress))
        }
        return companions
    }

    /// Texts that are worth it: below a packet or two, nothing is gained by sending less.
    @Sendable private static func applies(_ path: String, _ size: Int) -> Bool {
        guard size >= 1024, let dot = path.lastIndex(of: ".") else { return false }
        return texts.contains(String(path[path.index(after: dot)...]))
    }

    private static let texts: Set<String> = [
        "html", "css", "js", "mjs", "json", "svg", "xml", "txt", "md", "csv", "ics", "webmanifest",
    ]
}
