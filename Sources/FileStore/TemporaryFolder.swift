#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A folder that only this program uses, and only for a while.
public struct TemporaryFolder: Sendable {
    /// From the root of the file system.
    public let path: String

    /// Makes it, readable by nobody else.
    ///
    /// - Parameter parent: where it is made, as `TMPDIR` names it.
    public init(in parent: String) throws(FileProblem) {
        let base = parent.isEmpty ? "/tmp" : parent
        var template = Array((base + (base.hasSuffix("/") ? "" : "/") + "parchemin-" + String(repeating: "X", count: 6)).utf8CString)
        guard mkdtemp(&template) != nil else { throw FileProblem(.creer, base) }
        let made = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        path = FileTree.realPath(made) ?? made
    }

    /// Writes a file below it, with the folders that it needs.
    public func write(_ bytes: [UInt8], at name: String) throws(FileProblem) {
        let target = path + "/" + name
        if let slash = target.lastIndex(of: "/") { try FileWriting.makeFolder(String(target[..<slash])) }
        try FileWriting.write(bytes, to: target)
    }

    /// Removes it with all that is in it.
    public func remove() throws(FileProblem) { try FileWriting.removeTree(path) }
}
