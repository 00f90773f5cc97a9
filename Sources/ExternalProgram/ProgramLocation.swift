#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension ExternalProgram {
    /// The file that a run starts: the first of that name on the path that may be run; nil when there is none.
    public var location: String? {
        if name.contains("/") { return access(name, X_OK) == 0 ? name : nil }
        let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
        // An empty entry is the folder of the process.
        return path.split(separator: ":", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? name : "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
    }
}
