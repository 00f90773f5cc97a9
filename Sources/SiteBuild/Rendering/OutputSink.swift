import FileStore

/// What takes the rendered outputs.
protocol OutputSink: Sendable {
    /// Takes a whole file. Called from several threads.
    @discardableResult
    func add(_ bytes: [UInt8], at path: String) throws(FileProblem) -> ContentHash
    /// Takes the next part of a file that is not held whole. From one thread.
    func append(_ bytes: [UInt8], to path: String) throws(FileProblem)
    /// Ends a file that came in parts.
    @discardableResult
    func close(_ path: String) throws(FileProblem) -> (hash: ContentHash, size: Int)
    /// Takes a file over from the last site; false when it cannot, and the file must be added. From several threads.
    func keep(_ path: String, hash: ContentHash, size: Int) -> Bool
    /// Takes over all files of the last site but some; false when that is not the one with a manifest of this hash, or somebody
    /// may have touched it. `bytes` is the size of what is taken over.
    func keepAll(except paths: Set<String>, of hash: ContentHash, bytes: Int) -> Bool
    /// What the names of the compressed copies end with that it makes.
    var copies: [String] { get }
    /// A file of the last site, for copying from it; nil when it is not there as its hash says.
    func former(_ path: String, hash: ContentHash) -> RandomAccessFile?
}

extension OutputSink {
    var copies: [String] { [] }
    func keepAll(except paths: Set<String>, of hash: ContentHash, bytes: Int) -> Bool { false }
    func keep(_ path: String, hash: ContentHash, size: Int) -> Bool { false }
    func former(_ path: String, hash: ContentHash) -> RandomAccessFile? { nil }
}

extension Staging: OutputSink {}

/// Takes nothing: outputs are made to be verified only.
struct NoSink: OutputSink {
    func add(_ bytes: [UInt8], at path: String) -> ContentHash { ContentHash(of: bytes) }
    func append(_ bytes: [UInt8], to path: String) {}
    func close(_ path: String) -> (hash: ContentHash, size: Int) { (.blank, 0) }
}
