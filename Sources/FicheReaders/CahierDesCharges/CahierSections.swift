import FrenchText

/// The blocks of the document by section, for the fields that a section's title or a sentence gives.
struct CahierSections: Sendable {
    struct Section: Sendable {
        /// Nil for what stands before the first heading.
        var titre: String?
        /// The titles of the sections that hold it, outermost first, its own last.
        var titles: [String] = []
        var blocks: [CahierBlock] = []
        /// A part of the description of a domaine: its title speaks of that domaine only.
        var isInDomaine = false

        /// The paragraphs and items before the first heading of any kind.
        var opening: [CahierBlock] { Array(blocks.prefix { !$0.isHeading && !$0.isTable }) }
    }

    private(set) var sections: [Section] = [Section()]

    init(_ blocks: [CahierBlock]) {
        var path: [Int: String] = [:]
        var domaine: CahierBlock?
        for block in blocks {
            if block.closes(domaine) { domaine = nil }
            if domaine == nil, block.competenceHeading != nil { domaine = block }
            if case .section(let heading) = block.kind {
                path = path.filter { $0.key < heading.path.count }
                path[heading.path.count] = heading.titre
                sections.append(Section(titre: heading.titre, titles: path.sorted { $0.key < $1.key }.map(\.value)))
            } else if block.kind == .intertitre {
                let titles = path.sorted { $0.key < $1.key }.map(\.value)
                sections.append(Section(titre: block.text, titles: titles + [block.text], isInDomaine: domaine != nil))
            } else {
                sections[sections.count - 1].blocks.append(block)
            }
        }
    }

    /// The words of a title; "Métier(s) visé(s)" is written with its plural.
    static func key(_ title: String) -> String {
        let plain = Folding.key(title).replacing("(s)", with: "").replacing("(es)", with: "")
        return WordScanner.words(in: plain).joined(separator: " ")
    }

    /// The opening text of the first section whose title begins with, or holds, one of `names` (folded words).
    func opening(of names: [String], wholeTitle: Bool = false) -> [CahierBlock]? {
        let found = sections.first { section in
            guard let titre = section.titre, !section.isInDomaine else { return false }
            let key = Self.key(titre)
            return names.contains { wholeTitle ? key == $0 : key.hasPrefix($0) || key.hasSuffix($0) }
                && !section.opening.isEmpty
        }
        return found?.opening
    }
}

extension CahierBlock {
    var isTable: Bool {
        if case .table = kind { return true }
        return false
    }

    /// A paragraph or an item: words in sentences.
    var isProse: Bool { kind == .paragraph || isItem }
}
