import Diagnostics

/// A rendered site in memory, as the preview serves it.
public struct PreviewSite: Sendable, Equatable {
    /// The bytes of every output, by path from the root of the site ("fiches/rncp1/index.html").
    public var files: [String: [UInt8]]
    /// What was found while it was rendered.
    public var diagnostics: [Diagnostic]
    /// The path of the site in the configured address ("/certifications/"), under which it is served too.
    public var basePath: String
    /// Where the root leads, from the root ("fiches/rncp1/"): the fiche, when a single document is shown; else empty.
    public var entry: String

    public init(
        files: [String: [UInt8]], diagnostics: [Diagnostic] = [], basePath: String = "/", entry: String = ""
    ) {
        self.files = files
        self.diagnostics = diagnostics
        self.basePath = basePath
        self.entry = entry
    }
}
