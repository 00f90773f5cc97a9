import Diagnostics
import FicheModel

/// A document to read: its bytes and the name under which diagnostics speak of it.
public struct SourceDocument: Sendable {
    /// Path relative to the content folder, with `/`.
    public let path: String
    /// The text, decoded to UTF-8.
    public let text: SourceText

    public init(path: String, text: SourceText) {
        self.path = path
        self.text = text
    }
}

/// One fiche as read, with the lines from which each field came.
public struct ReadFiche: Sendable {
    public var fiche: Fiche
    /// The lines, from 1, of the source that gave each field.
    public var provenance: [Champ: [Int]]
    /// The parts of fields, where the source itself tells them apart (a row for each).
    public var parts: [Champ: [DetailedProvenance.Part]]
    /// The file to which the lines of a field belong, where the source is a set of files.
    public var files: [Champ: String]

    public init(
        _ fiche: Fiche, provenance: [Champ: [Int]] = [:], parts: [Champ: [DetailedProvenance.Part]] = [:],
        files: [Champ: String] = [:]
    ) {
        self.fiche = fiche
        self.provenance = provenance
        self.parts = parts
        self.files = files
    }
}

/// What a reader gives for a document.
public struct ReadResult: Sendable {
    public var fiches: [ReadFiche]
    public var diagnostics: [Diagnostic]
    /// The text to which the lines belong, where it was read as a whole.
    public var text: SourceText?

    public init(fiches: [ReadFiche] = [], diagnostics: [Diagnostic] = []) {
        self.fiches = fiches
        self.diagnostics = diagnostics
    }
}

/// Reads one layout. A reader is a value without state; the layout is recognised by looking at the document.
public protocol FicheReader: Sendable {
    /// The format that this reader reads.
    var format: SourceFormat { get }

    /// How many features of the layout the document shows: 0 when it is not of this layout. The reader with the most wins.
    func recognition(of document: SourceDocument) -> Int

    /// The fiches of the document. Problems are diagnostics; nothing is thrown.
    func read(_ document: SourceDocument) -> ReadResult
}
