/// One piece of a cahier des charges, in the order of the document, with the lines that it comes from.
struct CahierBlock: Equatable, Sendable {
    enum Kind: Equatable, Sendable {
        /// A numbered section: "3.2.1 – Titre".
        case section(NumberedHeading)
        /// "Domaine de compétences 1 : …", "Bloc de compétences 2 – …".
        case domaine(CompetenceHeading)
        /// "Unité de compétences 3 - …".
        case unite(CompetenceHeading)
        /// A short line of its own that heads what follows.
        case intertitre
        case paragraph
        case item(ListMarker)
        case table(CahierTable)
        /// A footnote's text.
        case note(Int)
    }

    var kind: Kind
    /// The text as the source has it, markup included; lines that stand apart on purpose are divided by `\n`.
    var text: String
    var lines: [SourceLine]

    var firstLine: Int { lines.first?.number ?? 1 }

    var isItem: Bool {
        if case .item = kind { return true }
        return false
    }

    /// The domaine or unité that this block opens, under a number of section or not ("2.3.1 – Domaine 1 : Vente").
    var competenceHeading: CompetenceHeading? {
        switch kind {
        case .domaine(let heading), .unite(let heading): heading
        case .section(let heading): CompetenceHeading(heading.titre)
        default: nil
        }
    }

    /// The depth of a Markdown heading (its `#`), where the source has one.
    var depth: Int? {
        guard let line = lines.first?.text else { return nil }
        let marks = line.prefix { $0 == "#" }.count
        return (1...6).contains(marks) ? marks : nil
    }

    /// True for a heading that ends the domaine that `opening` began: a section, or a Markdown heading as high.
    func closes(_ opening: CahierBlock?) -> Bool {
        if case .section = kind { return competenceHeading == nil }
        guard kind == .intertitre, let depth, let other = opening?.depth else { return false }
        return depth <= other
    }

    /// True for what begins a part of the document.
    var isHeading: Bool {
        switch kind {
        case .section, .domaine, .unite, .intertitre: true
        default: false
        }
    }
}

/// A table: rows of cells. A cell holds the source's text, with its HTML.
struct CahierTable: Equatable, Sendable {
    struct Row: Equatable, Sendable {
        var cells: [String]
        var line: SourceLine
    }

    /// The head's cells; empty where the source gives none.
    var entete: [String] = []
    var rows: [Row] = []

    var width: Int { max(entete.count, rows.map(\.cells.count).max() ?? 0) }
}
