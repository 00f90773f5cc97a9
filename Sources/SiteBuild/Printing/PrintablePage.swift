import Catalogue
import Diagnostics
import FicheModel

/// A page of the site with all that it needs to be printed, in memory.
public struct PrintablePage: Sendable {
    /// The name for its PDF, without ending.
    public var name: String
    /// The path of the page among the files.
    public var page: String
    public var files: [String: [UInt8]]
    /// The fiches as JSON, by the names under which they go with the PDF.
    public var attachments: [String: [UInt8]]
    public var date: CalendarDate
    /// What was found in the documents of this page.
    public var diagnostics: [Diagnostic]
}

/// What a name stands for.
public enum PrintChoice: Sendable {
    case page(PrintablePage)
    /// Nothing of that name: the nearest, and what was found on the way, which may say why.
    case unknown(nearest: String?, [Diagnostic])
    /// The catalogue, or the page, could not be made.
    case unreadable([Diagnostic])
}
