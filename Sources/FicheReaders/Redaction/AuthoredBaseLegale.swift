import Diagnostics
import FicheModel
import FrenchText

/// Reads « ## Base légale »: under the heading of its categories, one list item a legal text.
///
/// Facts stated in braces after a text (`{date_texte: 2018-07-30, annees: 5}`) count alone; without braces they are read
/// out of the prose.
enum AuthoredBaseLegale {
    private static let champ = Champ.baseLegale

    static let sansCategorie = "Sans catégorie"

    static func read(_ content: [SourceLine], into fiche: inout Fiche, _ decoder: inout FieldDecoder) {
        let (lead, sections) = AuthoredBody.split(content, level: 3)
        fiche.baseLegale += texts(lead, categories: [], &decoder)
        for section in sections {
            guard let categories = categories(section, &decoder) else { continue }
            decoder.ledger.claim(section.title, .miseEnPage("titre de rubrique"))
            fiche.baseLegale += texts(section.content, categories: categories, &decoder)
        }
    }

    private static func categories(
        _ section: AuthoredSection, _ decoder: inout FieldDecoder
    ) -> [TexteLegal.Categorie]? {
        if RubriqueTitles.key(section.title.text) == RubriqueTitles.key(sansCategorie) { return [] }
        var found: [TexteLegal.Categorie] = []
        for name in section.title.text.split(separator: ",") {
            let key = RubriqueTitles.key(String(name))
            let categorie = TexteLegal.Categorie.allCases.first {
                key == RubriqueTitles.key($0.titre) || key == RubriqueTitles.key($0.rawValue)
                    || RubriqueTitles.key($0.titre).hasPrefix(key + " ")
            }
            guard let categorie else {
                let titles = TexteLegal.Categorie.allCases.map(\.titre)
                let near = NearestMatch.nearest(to: Folding.squeezed(String(name)), in: titles)
                decoder.unplacedSection(
                    section, .rubriqueInconnue,
                    "« \(Folding.squeezed(String(name))) » n’est pas une catégorie de textes",
                    hint: near.map { "Vouliez-vous dire « ### \($0) » ?" }
                        ?? "Catégories : \(titles.joined(separator: " ; "))")
                return nil
            }
            found.append(categorie)
        }
        return found
    }

    /// The texts of a section: list items, and paragraphs before the first item.
    private static func texts(
        _ content: [SourceLine], categories: [TexteLegal.Categorie], _ decoder: inout FieldDecoder
    ) -> [TexteLegal] {
        var groups: [[SourceLine]] = []
        var isInList = false
        var isOpen = false
        for line in content {
            if line.text.hasPrefix("- ") || line.text.hasPrefix("* ") || line.text.hasPrefix("+ ") {
                groups.append([line.part(2..<line.range.count)])
                (isInList, isOpen) = (true, true)
            } else if AuthoredBody.isBlank(line.text) {
                if isInList, let last = groups.indices.last { groups[last].append(line) }
                isOpen = false
            } else if isInList, isOpen || line.text.hasPrefix("  "), let last = groups.indices.last {
                groups[last].append(line.text.hasPrefix("  ") ? line.part(2..<line.range.count) : line)
                isOpen = true
            } else if isOpen, let last = groups.indices.last {
                groups[last].append(line)
            } else {
                groups.append([line])
                (isInList, isOpen) = (false, true)
            }
        }
        return groups.compactMap { texte(of: $0, categories: categories, &decoder) }
    }

    private static func texte(
        of lines: [SourceLine], categories: [TexteLegal.Categorie], _ decoder: inout FieldDecoder
    ) -> TexteLegal? {
        var lines = lines
        while let last = lines.last, AuthoredBody.isBlank(last.text) { lines.removeLast() }
        guard let last = lines.popLast() else { return nil }
        let (rest, inside) = Braces.split(last)
        // Braces that hold no fact belong to the text.
        let facts = inside.flatMap { statedFacts(in: $0) }
        lines.append(facts == nil ? last : rest)
        guard let texte = decoder.text(of: lines, champ, level: 0) else { return nil }
        guard let inside, let facts else { return LegalProse.read(texte, categories: categories) }
        decoder.ledger.claim(inside, .miseEnPage("clé"))
        var members: [String: FrontMatterNode] = [:]
        for fact in facts {
            if LegalFacts.keys.contains(fact.name) {
                members[fact.name] = fact.value
            } else {
                decoder.unclaim(fact.key)
                decoder.unclaim(fact.value)
                decoder.unknownKey(fact, among: LegalFacts.keys)
            }
        }
        if members.isEmpty { return TexteLegal(categories: categories, texte: texte) }
        return LegalFacts.texte(texte, categories: categories, facts: members, &decoder)
    }

    /// `key: value` pairs with commas; an empty list for nothing; nil when it is no such thing.
    private static func statedFacts(in inside: SourceLine) -> [FrontMatterNode.Entry]? {
        if inside.text.isEmpty { return [] }
        var facts: [FrontMatterNode.Entry] = []
        var start = 0
        let bytes = Array(inside.text.utf8)
        for part in bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
            let pair = inside.part(start..<(start + part.count)).trimmed
            start += part.count + 1
            let pairBytes = Array(pair.text.utf8)
            guard let colon = pairBytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
            let key = pair.part(0..<colon).trimmed
            guard key.text.utf8.allSatisfy({ ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || $0 == UInt8(ascii: "_") })
            else {
                return nil
            }
            let value = pair.part((colon + 1)..<pairBytes.count).trimmed
            facts.append(.init(key: node(key), name: key.text, value: node(value)))
        }
        return facts
    }

    private static func node(_ part: SourceLine) -> FrontMatterNode {
        FrontMatterNode(
            content: .scalar(part.text), position: SourcePosition(line: part.number), range: part.range,
            isNull: part.text.isEmpty)
    }
}
