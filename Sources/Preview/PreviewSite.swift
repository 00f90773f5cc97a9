import Diagnostics

/// A rendered site in memory, as the preview serves it.
public struct PreviewSite: Sendable, Equatable {
    /// The bytes of every output, by path from the root of the site ("fiches/rncp1/index.html").
    public var files: [String: [UInt8]]
    /// What was found while it was rendered.
    public var diagnostics: [Diagnostic]
    /// The path of the site in the configured address ("/certifications/"), under which it is served too.
    public var basePath: String

    public init(files: [String: [UInt8]], diagnostics: [Diagnostic] = [], basePath: String = "/") {
        self.files = files
        self.diagnostics = diagnostics
        self.basePath = basePath
    }
}
