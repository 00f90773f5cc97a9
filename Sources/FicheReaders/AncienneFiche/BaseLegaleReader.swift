import FicheModel
import FrenchText

/// Reads the four lists of legal texts.
enum BaseLegaleReader {
    static func read(_ sections: Sections, into lecture: inout Lecture) {
        let lists: [(Rubrique, TexteLegal.Categorie)] = [
            (.baseLegale, .autre), (.decretGeneral, .decretGeneral), (.arreteCreation, .creation), (.decretVAE, .vae),
            (.autresReferences, .autre),
        ]
        var known: [String: Int] = [:]
        for (rubrique, categorie) in lists {
            guard let section = sections[rubrique] else { continue }
            let blocks = wholeSentences(lecture.blocks(section.lines), lecture.prose)
            for entry in entries(blocks) { add(entry, categorie, &known, into: &lecture) }
        }
        lecture.fiche.enregistrement = LegalProse.enregistrement(from: lecture.fiche.baseLegale)
    }

    /// - Parameter known: the places of the texts that were added before, by their folded words.
    private static func add(
        _ entry: [TextBlock], _ categorie: TexteLegal.Categorie, _ known: inout [String: Int],
        into lecture: inout Lecture
    ) {
        guard let texte = BlockWriter.commonMark(entry) else {
            lecture.claim(entry.flatMap(\.lines), .miseEnPage("valeur vide"))
            return
        }
        let key = Folding.key(texte)
        if let same = known[key] {
            // Forms repeat a text under a second heading: one entry, both categories.
            lecture.claim(entry.flatMap(\.lines), .miseEnPage("répétition"))
            if !lecture.fiche.baseLegale[same].categories.contains(categorie) {
                lecture.fiche.baseLegale[same].categories.append(categorie)
            }
            return
        }
        lecture.claimText(entry.flatMap(\.lines), for: .baseLegale)
        known[key] = lecture.fiche.baseLegale.count
        lecture.fiche.baseLegale.append(LegalProse.read(texte, categories: [categorie]))
    }

    /// A sentence that ends where its line does is followed by the next of the same text: "… portant enregistrement." and
    /// "Enregistrement pour cinq ans …" are one paragraph, unless the layout sets them apart.
    private static func wholeSentences(_ blocks: [TextBlock], _ column: Column?) -> [TextBlock] {
        guard let column else { return blocks }
        var result: [TextBlock] = []
        for block in blocks {
            if let place = result.indices.last, goesOn(result[place], block, column) {
                BlockBuilder.append(block.text, to: &result[place].text)
                result[place].lines += block.lines
            } else {
                result.append(block)
            }
        }
        return result
    }

    private static func goesOn(_ last: TextBlock, _ block: TextBlock, _ column: Column) -> Bool {
        guard let end = last.lines.last, let first = block.lines.first else { return false }
        return !last.isItem && !block.isItem && !block.isIndented && first.follows && !last.endsInColon
            && !column.hasRoom(after: end, for: first) && !LegalProse.opensText(block.text)
    }

    /// The blocks grouped by legal text: what amends a text, and what observes on it, stays with it.
    private static func entries(_ blocks: [TextBlock]) -> [[TextBlock]] {
        var entries: [[TextBlock]] = []
        for block in blocks {
            guard let last = entries.indices.last, !opens(block, after: entries[last]) else {
                entries.append([asParagraph(block)])
                continue
            }
            entries[last].append(block)
        }
        return entries.map { $0.flatMap(amendmentsApart) }
    }

    private static func opens(_ block: TextBlock, after entry: [TextBlock]) -> Bool {
        guard LegalProse.opensText(block.text) else { return false }
        guard block.isItem, !block.followsBlank, let last = entry.last else { return true }
        // "modifié par : - arrêté du …" goes on as a list of amendments.
        return !(last.endsInColon || (last.isItem && entry.count > 1))
    }

    private static func asParagraph(_ block: TextBlock) -> TextBlock {
        var block = block
        block.kind = .paragraph
        return block
    }

    /// "… modifié par les arrêtés du - 10 janvier 1997 publié …": the first of a list that the layout ran on.
    private static func amendmentsApart(_ block: TextBlock) -> [TextBlock] {
        guard !block.isItem, let dash = block.text.firstRange(of: "du - ") ?? block.text.firstRange(of: "par - ") else {
            return [block]
        }
        let item = String(block.text[dash.upperBound...])
        guard item.first?.isNumber == true else { return [block] }
        var lead = block
        lead.text = String(block.text[..<dash.upperBound].dropLast(3))
        let amendment = TextBlock(
            kind: .item(level: 0, number: nil), text: item, lines: [], followsBlank: false, isIndented: false)
        return [lead, amendment]
    }
}
