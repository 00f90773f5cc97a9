import Diagnostics
import FicheModel
import FrenchText
import Markdown

/// Builds one fiche from the elements of its piece, and accounts for every word of it.
///
/// Elements are *taken* by name; what is not taken in the end is unknown or repeated, and is reported. How each value is
/// read and claimed stands here, which element goes where in the extensions.
struct FluxFicheBuilder {
    let source: SourceText
    let outline: XMLOutline
    let path: String
    var fiche: Fiche
    var diagnostics: [Diagnostic] = []
    private(set) var ledger: CoverageLedger
    private var taken: [Bool]
    /// The parts of the source about which something was said, so that it is said once.
    var reported: [Range<Int>] = []

    init(_ source: SourceText, outline: XMLOutline, path: String, version: String?) {
        self.source = source
        self.outline = outline
        self.path = path
        fiche = Fiche(identifiant: "", intitule: "", source: SourceFiche(fichier: path, format: .fluxXML))
        fiche.source.versionFlux = version
        fiche.source.dateDesDonnees = FluxDate.inFileName(path)
        ledger = CoverageLedger(source)
        taken = Array(repeating: false, count: outline.nodes.count)
        let balise = ledger.kindOfMany(.miseEnPage(MiseEnPage.balise))
        for node in outline.nodes { claimTags(of: node, balise) }
    }

    /// The element of the fiche itself.
    var racine: Int? { outline.nodes.firstIndex { $0.kind == .element && $0.parent == nil } }

    private mutating func claimTags(of node: XMLOutline.Node, _ balise: CoverageLedger.Kind) {
        switch node.kind {
        case .comment: ledger.claim(node.range, .miseEnPage(MiseEnPage.commentaire))
        case .instruction: ledger.claim(node.range, .miseEnPage(MiseEnPage.balise))
        case .element:
            // Attributes are no part of the flow: their words stay unplaced.
            let opening = node.hasAttributes ? node.nameRange : node.range.lowerBound..<node.content.lowerBound
            ledger.claim(opening, balise)
            ledger.claim(node.content.upperBound..<node.range.upperBound, balise)
        }
    }

    // MARK: Taking elements

    /// The next element of this name that nobody took.
    mutating func take(_ name: String, in parent: Int) -> Int? {
        let key = XMLOutline.key(of: name)
        var child = outline.firstChild(of: parent)
        while let index = child {
            if !taken[index], outline.isElement(index, named: name, key) {
                taken[index] = true
                return index
            }
            child = outline.sibling(after: index)
        }
        return nil
    }

    /// The next element of the first of these names that is there (older versions of the flow name some differently).
    mutating func take(_ names: [String], in parent: Int) -> Int? {
        for name in names {
            if let found = take(name, in: parent) { return found }
        }
        return nil
    }

    mutating func takeAll(_ name: String, in parent: Int) -> [Int] {
        let key = XMLOutline.key(of: name)
        var found: [Int] = []
        var child = outline.firstChild(of: parent)
        while let index = child {
            if !taken[index], outline.isElement(index, named: name, key) {
                taken[index] = true
                found.append(index)
            }
            child = outline.sibling(after: index)
        }
        return found
    }

    /// The elements `item` of the list element `name`.
    mutating func takeList(_ name: String, of item: String, in parent: Int) -> [Int] {
        takeAll(name, in: parent).flatMap { takeAll(item, in: $0) }
    }

    mutating func takeEverything(in range: Range<Int>) {
        for index in outline.nodes.indices where range.contains(outline.nodes[index].range.lowerBound) {
            taken[index] = true
        }
    }

    /// The outermost elements that nobody took.
    var leftovers: [Int] {
        outline.nodes.indices.filter { index in
            let node = outline.nodes[index]
            guard node.kind == .element, !taken[index], let parent = node.parent else { return false }
            return taken[parent] || outline.nodes[parent].parent == nil
        }
    }

    // MARK: Values

    /// The text of an element, claimed for a field with its markup set apart.
    private mutating func content(_ index: Int, _ fate: CoverageLedger.Fate) -> XMLContent {
        let content = XMLContent(source.bytes, in: outline.nodes[index].content)
        claim(CollectionOfOne(0..<content.bytes.count), of: content, fate)
        return content
    }

    /// The text of an element on one line with single blanks, claimed for a field.
    private mutating func line(_ index: Int, _ fate: CoverageLedger.Fate) -> String {
        let range = outline.nodes[index].content
        guard XMLContent.isPlain(source.bytes, in: range) else { return content(index, fate).squeezed }
        ledger.claim(range, fate)
        return source.bytes.withUnsafeBufferPointer { Folding.squeezed(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// Claims parts of the text of an element, and sets the markup of the whole apart.
    mutating func claim(
        _ parts: some Sequence<Range<Int>>, of content: XMLContent, _ fate: CoverageLedger.Fate
    ) {
        for part in parts { ledger.claim(content.sourceRange(of: part), fate) }
        for (markup, kind) in content.markup {
            switch kind {
            case .reference: ledger.claim(markup, .miseEnPage(MiseEnPage.entite))
            case .comment: ledger.claim(markup, .miseEnPage(MiseEnPage.commentaire))
            case .section, .instruction: ledger.claim(markup, .miseEnPage(MiseEnPage.balise))
            }
        }
    }

    /// Says again what became of the words of an element.
    mutating func reclaim(_ index: Int, _ fate: CoverageLedger.Fate) { _ = content(index, fate) }

    mutating func reclaim(_ index: Int, _ nature: String) { reclaim(index, .miseEnPage(nature)) }

    /// A plain value on one line; nil for a placeholder.
    mutating func value(_ index: Int?, _ champ: Champ) -> String? {
        guard let index else { return nil }
        let text = line(index, .repris(champ))
        guard !ValeurVide.isEmpty(text) else {
            reclaim(index, MiseEnPage.vide)
            return nil
        }
        return text
    }

    /// A coded value: its words become a typed value and are not printed as they stand.
    mutating func code(_ index: Int?) -> String? {
        guard let index else { return nil }
        let text = line(index, .miseEnPage(MiseEnPage.code))
        return text.isEmpty ? nil : text
    }

    /// A text of several lines as CommonMark; nil for a placeholder.
    mutating func texte(_ index: Int?, _ champ: Champ) -> String? { structure(index, champ)?.commonMark }

    /// A text of several lines; nil for a placeholder.
    mutating func structure(_ index: Int?, _ champ: Champ) -> FluxStructure? {
        guard let index else { return nil }
        let range = outline.nodes[index].content
        let structure: FluxStructure
        if XMLContent.isPlain(source.bytes, in: range) {
            ledger.claim(range, .repris(champ))
            let text = source.bytes.withUnsafeBufferPointer {
                FlattenedText(UnsafeBufferPointer(rebasing: $0[range]))
            }
            structure = .flat(text)
            for offset in text.letterBullets {
                let place = range.lowerBound + offset
                ledger.claim(place..<place + 1, .miseEnPage(MiseEnPage.puce))
            }
        } else {
            structure = marked(index, champ)
        }
        guard !structure.isEmpty else {
            reclaim(index, MiseEnPage.vide)
            return nil
        }
        return structure
    }

    /// The text of an element that holds markup or tags.
    private mutating func marked(_ index: Int, _ champ: Champ) -> FluxStructure {
        let content = content(index, .repris(champ))
        if content.bytes.contains(UInt8(ascii: "<")), HTMLFragment.looksLikeHTML(content.text) {
            for tag in HTMLFragment.tagRanges(in: content.bytes) {
                ledger.claim(content.sourceRange(of: tag), .miseEnPage(MiseEnPage.html))
            }
            // Elements that are HTML without being escaped were read as text: they are not unknown elements.
            takeEverything(in: outline.nodes[index].content)
            return .html(HTMLFragment.separatedBlocks(content.text))
        }
        let text = FlattenedText(content.bytes)
        for offset in text.letterBullets {
            ledger.claim(content.sourceRange(of: offset..<offset + 1), .miseEnPage(MiseEnPage.puce))
        }
        return .flat(text)
    }

    mutating func date(_ index: Int?, _ champ: Champ) -> CalendarDate? {
        guard let index, let text = value(index, champ) else { return nil }
        if let date = FluxDate.parse(text) { return date }
        unreadable(index, text, hint: "Une date s’écrit JJ/MM/AAAA")
        return nil
    }

    mutating func entier(_ index: Int?, _ champ: Champ) -> Int? {
        guard let index, let text = value(index, champ) else { return nil }
        if let number = Int(text), number >= 0 { return number }
        unreadable(index, text, hint: "Un nombre entier est attendu")
        return nil
    }

    mutating func boolean(_ index: Int?) -> Bool? {
        guard let index, let text = code(index) else { return nil }
        switch Folding.key(text) {
        case "oui", "true", "1": return true
        case "non", "false", "0": return false
        default:
            unreadable(index, text, hint: "La valeur attendue est « Oui » ou « Non »")
            return nil
        }
    }

    // MARK: Diagnostics

    /// Reports a value that cannot be read; its words stay unplaced and are kept with the source.
    mutating func unreadable(_ index: Int, _ text: String, hint: String) {
        reclaim(index, .nonReconnu)
        reported.append(outline.nodes[index].range)
        report(
            .warning, .valeurIllisible,
            "La valeur « \(text.prefix(60)) » de « \(outline.name(of: index)) » est illisible",
            at: index, hint: hint)
    }

    mutating func report(
        _ severity: Diagnostic.Severity, _ identifier: Diagnostic.Identifier, _ message: String, at index: Int,
        hint: String? = nil
    ) {
        let (position, excerpt) = source.place(of: outline.nodes[index].range.lowerBound)
        diagnostics.append(
            Diagnostic(
                severity, identifier, message, file: path, position: position, hint: hint, excerpt: excerpt))
    }
}

extension SourceText {
    /// The position of a byte as an editor counts it, and its line.
    func place(of offset: Int) -> (SourcePosition, String) {
        let number = line(at: offset)
        guard lines.indices.contains(number - firstLine) else { return (SourcePosition(line: number), "") }
        let line = lines[number - firstLine]
        let before = bytes[line.range.lowerBound..<max(line.range.lowerBound, min(offset, line.range.upperBound))]
        // One column a scalar: continuation bytes do not count.
        let column = before.reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
        return (SourcePosition(line: number, column: column), text(line.range))
    }
}
