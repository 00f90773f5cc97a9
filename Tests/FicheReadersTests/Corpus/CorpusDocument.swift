import FicheModel
import Foundation
import JSONText
import Testing

@testable import FicheReaders

/// A document of the corpus (`Tests/Corpus`, and the fiches of the demonstration where they lie) and its golden.
struct CorpusDocument: CustomTestStringConvertible, Sendable {
    /// How a document marks its parts: what decides which mutations leave the fiche the same.
    enum Layout: String, CaseIterable {
        /// Text of a PDF: what the layout says of the end of a paragraph are blank lines and bullets.
        case imprime
        /// The same, whose lines the page broke or set in columns.
        case coupe
        /// Text of a web page: a line for each paragraph.
        case page
        /// Markdown with tables, by tabs or bars.
        case tableaux
        case actuelle
        case html
        case flux
        case redaction
        case cahier
    }

    /// From the root of the package.
    let path: String
    let layout: Layout

    var testDescription: String { path }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let folder = "Tests/Corpus"

    /// Every document, in the order of the paths.
    static let all: [CorpusDocument] = (files(below: folder) + files(below: "Content/fiches"))
        .filter { !$0.hasSuffix(".json") }.map { CorpusDocument(path: $0, layout: layout(of: $0)) }

    /// The documents that we wrote for the corpus, whose paragraphs stand each on a line.
    var isOwn: Bool { path.hasPrefix(Self.folder) }

    /// False for a text that a page has already broken.
    var hasWholeParagraphs: Bool { isOwn && layout != .coupe && !path.contains(".pdf-layout.") }

    func bytes() throws -> [UInt8] { Array(try Data(contentsOf: Self.root.appendingPathComponent(path))) }

    func text() throws -> String { String(decoding: try bytes(), as: UTF8.self) }

    /// Beside the document; for the demonstration, in a folder of the corpus.
    var golden: URL {
        let name = (path as NSString).lastPathComponent
        return Self.root.appendingPathComponent(isOwn ? path + ".json" : "\(Self.folder)/Demonstration/\(name).json")
    }

    private static func files(below folder: String) -> [String] {
        let start = root.appendingPathComponent(folder).path
        let names = FileManager.default.enumerator(atPath: start)?.compactMap { $0 as? String } ?? []
        return names.filter { ["txt", "md", "xml", "html", "json"].contains(($0 as NSString).pathExtension) }.sorted()
            .map { folder + "/" + $0 }
    }

    private static func layout(of path: String) -> Layout {
        if path.hasSuffix(".xml") { return .flux }
        if path.hasSuffix(".html") { return .html }
        if path.contains(".places.") || path.contains(".coupe.") { return .coupe }
        if path.contains("/FicheActuelle/") || path.contains(".actuelle.") { return .actuelle }
        if path.contains(".web.") || path.contains(".capitales.") || path.contains(".annexe.") { return .page }
        if path.contains("/CahierDesCharges/") { return .cahier }
        if path.contains("/Redaction/") { return .redaction }
        if path.contains(".onglets.") || path.contains(".barres.") { return .tableaux }
        let head = (try? CorpusDocument(path: path, layout: .page).text().prefix(200)) ?? ""
        if path.hasSuffix(".md") { return head.hasPrefix("---") ? .redaction : .tableaux }
        return head.contains("Imprimer") ? .page : .imprime
    }
}

/// What a document gives, as the goldens hold it.
enum CorpusReading {
    static func read(_ bytes: [UInt8], path: String) -> ReadResult { ReaderCatalogue().read(bytes, path: path) }

    /// The fiches and the diagnostics as indented JSON.
    static func golden(_ result: ReadResult) -> String {
        let diagnostics = result.diagnostics.map { diagnostic in
            let place = diagnostic.position.map { "\($0.line)" } ?? "-"
            return
                "\(place): \(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.identifier.rawValue)]"
        }
        return JSONWriter.text(
            of: ["fiches": .array(result.fiches.map(\.fiche.json)), "diagnostics": .strings(diagnostics)], indent: 1)
    }

    /// The fields in which two readings differ; the account of the source is not compared, its unplaced words are.
    ///
    /// `asMarkdown` compares what an author wrote as CommonMark reads it: whatever the bullet, the soft line ends, the kind
    /// of space.
    static func differences(_ result: ReadResult, from expected: ReadResult, asMarkdown: Bool = false) -> [String] {
        let key: (JSONValue) -> String = { asMarkdown ? markdownKey(of: $0) : JSONWriter.text(of: $0) }
        guard result.fiches.count == expected.fiches.count else {
            return ["\(result.fiches.count) fiches, not \(expected.fiches.count)"]
        }
        var found: [String] = []
        for (one, other) in zip(result.fiches, expected.fiches) {
            for champ in Champ.allCases where champ != .source {
                let (left, right) = (key(one.fiche.json(of: champ)), key(other.fiche.json(of: champ)))
                if left != right { found.append("\(champ.rawValue): \(excerpt(left, right))") }
            }
            let (left, right) = (one.fiche.source.couverture, other.fiche.source.couverture)
            if left.nonReconnus > right.nonReconnus {
                found.append("unplaced: " + left.passages.map(\.texte).joined(separator: " | "))
            }
        }
        return found
    }

    /// Both values from a little before their first difference on.
    private static func excerpt(_ left: String, _ right: String) -> String {
        let start = max(0, zip(left.utf8, right.utf8).prefix { $0 == $1 }.count - 30)
        func part(_ text: String) -> String { String(decoding: text.utf8.dropFirst(start).prefix(110), as: UTF8.self) }
        return "« \(part(left)) », not « \(part(right)) »"
    }

    /// The JSON of a value with its texts in one form: `- ` for bullets, one space for a soft line end or a no-break space.
    private static func markdownKey(of value: JSONValue) -> String {
        JSONWriter.text(of: value).replacing("\u{A0}", with: " ")
            .replacing(#/(\\n *|")[*+] /#) { "\($0.1)- " }
            .replacing(#/\\n *([^-\\ ])/#) { " \($0.1)" }
    }
}
