#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One page to be printed: files of a folder that nobody else uses.
public struct PrintJob: Sendable {
    /// A folder for this job alone, from the root of the file system; whoever made it removes it.
    public var folder: String
    /// The HTML file, in that folder.
    public var page: String
    /// Where the PDF is to be written, in that folder.
    public var output: String
    /// Files to put into the PDF.
    public var attachments: [String]
    /// Where the fonts of the person who asks are looked for.
    public var home: String?

    public init(folder: String, page: String, output: String, attachments: [String] = [], home: String? = nil) {
        self.folder = folder
        self.page = page
        self.output = output
        self.attachments = attachments
        self.home = home
    }

    /// What a program is told beside its arguments: temporary files of its own go where they will be removed.
    var environment: [String: String] {
        var environment = ["TMPDIR": folder, "SOURCE_DATE_EPOCH": "0"]
        environment["HOME"] = home ?? folder
        return environment
    }

    var isRoot: Bool { geteuid() == 0 }
}
