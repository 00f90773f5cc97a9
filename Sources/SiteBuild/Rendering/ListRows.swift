import Catalogue
import FicheDocument
import Foundation
import Theme

/// The rows of fiches in lists, as HTML: a fiche stands in twenty lists, and its row is made once for all that lie at one
/// depth. They are made when they are asked for, for a build that changes one list makes the rows of that list alone.
final class ListRows: @unchecked Sendable {
    private let model: CatalogueModel
    private let theme: Theme
    /// Whether the theme lets rows be shared: its row says nothing but what the fiche says, and its list takes rows.
    let areShared: Bool
    private let lock = NSLock()
    /// By the way to the root, then by fiche.
    private var known: [String: [[UInt8]?]] = [:]

    init(_ model: CatalogueModel, theme: Theme) {
        self.model = model
        self.theme = theme
        areShared =
            theme.mentions(Self.rows, in: "liste")
            && theme.reads(only: RowData.keys.union([Self.racine, Self.currentItem]), in: Self.template)
    }

    /// The key under which a list gets its rows as HTML.
    static let rows = "lignes"
    private static let template = "ligne"
    private static let racine = "racine"
    /// `{{.}}`, under which a row prints its type.
    private static let currentItem = ""

    /// The rows of some fiches one after the other, for a page from which `racine` leads to the root; nil where they cannot be
    /// put into the list as they are.
    func html(of fiches: [Int], racine: String) throws(ThemeFailure) -> RenderedText? {
        guard areShared, !fiches.isEmpty else { return nil }
        var bytes: [UInt8] = []
        for fiche in fiches {
            let row = try row(of: fiche, racine)
            if bytes.isEmpty { bytes.reserveCapacity(fiches.count * (row.count + 64)) }
            bytes += row
        }
        // The line of the tag in the list ends the last row.
        guard bytes.last == UInt8(ascii: "\n") else { return nil }
        bytes.removeLast()
        return RenderedText(bytes)
    }

    /// Lets go of all rows.
    func clear() { lock.withLock { known = [:] } }

    private func row(of fiche: Int, _ racine: String) throws(ThemeFailure) -> [UInt8] {
        if let row = lock.withLock({ known[racine]?[fiche] }) { return row }
        var data = RowData.data(model.fiches[fiche], etat: model.etats[fiche])
        data[Self.racine] = racine
        // Copied, for it is held: what a template writes into has room for a page.
        let row = try theme.part(template: Self.template, data: data).withUnsafeBufferPointer { Array($0) }
        lock.withLock {
            known[racine, default: Array(repeating: nil, count: model.fiches.count)][fiche] = row
        }
        return row
    }
}
