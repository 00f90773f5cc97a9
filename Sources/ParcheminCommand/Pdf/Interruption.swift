#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Ctrl-C while another program works for us.
enum Interruption {
    /// Runs `body` while Ctrl-C ends the program that works for us and not this one, which then tidies up.
    ///
    /// A handler, and no "ignore": that would be handed on to the other program.
    static func held<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
        let former = signal(SIGINT) { _ in }
        defer { signal(SIGINT, former) }
        return try body()
    }
}
