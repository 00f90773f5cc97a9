import FicheModel
import FrenchText

/// "Résumé du référentiel…": activities up to where the attested capacities begin.
enum ResumeReader {
    static func read(_ section: Section, into lecture: inout Lecture) {
        let blocks = ImpliedLists.introduced(lecture.blocks(section.lines))
        let start = blocks.firstIndex(where: opensCapacites) ?? blocks.endIndex
        lecture.fiche.activitesVisees = lecture.text(Array(blocks[..<start]), for: .activitesVisees)
        lecture.fiche.capacitesAttestees = lecture.text(Array(blocks[start...]), for: .capacitesAttestees)
    }

    /// The lines under which forms print the attested capacities.
    private static let openings = [
        "les? capacite|capacites s? attestee|attestees s?", "les? competence|competences s? attestee|attestees s?",
        "les? competence|competences s? ou|et capacite|capacites s? evaluee|evaluees s?",
        "les? capacites ou competences",
        "les? competences evaluees", "les? competences visees",
    ].map(WordPattern.init)

    private static func opensCapacites(_ block: TextBlock) -> Bool {
        guard !block.isItem else { return false }
        let words = WordScanner.words(in: Folding.folded(block.text))
        if openings.contains(where: { $0.isWhole(words) }) { return true }
        guard block.endsInColon else { return false }
        return openings.contains { $0.length(in: words) != nil } || isAble(words)
    }

    /// "Le titulaire de la certification est capable de :".
    private static func isAble(_ words: [String]) -> Bool {
        guard let capable = words.firstIndex(where: { $0 == "capable" || $0 == "capables" || $0 == "mesure" }) else {
            return false
        }
        // "Le technicien supérieur est capable de :", "Il doit être en mesure de :".
        let isSaidOfSomebody = capable > 1 && ["est", "sont", "etre", "sera", "en"].contains(words[capable - 1])
        return isSaidOfSomebody && capable <= 12 && words.count - capable <= 4
    }
}

/// "Secteurs d'activité ou types d'emplois…": sectors up to where the jobs begin.
enum SecteursReader {
    static func read(_ section: Section, into lecture: inout Lecture) {
        let blocks = lecture.blocks(section.lines)
        let start = emplois(in: blocks)
        lecture.fiche.secteursActivite = lecture.text(
            ImpliedLists.introduced(Array(blocks[..<start])), for: .secteursActivite)
        var jobs = Array(blocks[start...])
        jobs = isNameList(jobs) ? ImpliedLists.everyLine(jobs) : ImpliedLists.introduced(jobs)
        lecture.fiche.typeEmploiAccessibles = lecture.text(jobs, for: .typeEmploiAccessibles)
    }

    /// The first block of the jobs: a sentence that introduces them, else what the layout sets apart at the end.
    private static func emplois(in blocks: [TextBlock]) -> Int {
        let groups = blocks.indices.filter { $0 == 0 || blocks[$0].followsBlank }
        if let introduced = groups.first(where: { introducesJobs(blocks[$0]) }) { return introduced }
        if let last = groups.last, last > 0 {
            // Two groups are the two fields of the form; of more, only a list can be told from the sectors.
            if groups.count == 2 || isNameList(Array(blocks[last...])) { return last }
            var start = last
            while let before = groups.last(where: { $0 < start }), blocks[before..<start].allSatisfy(\.isItem),
                before > 0
            { start = before }
            if start < last || blocks[last...].allSatisfy(\.isItem) { return start }
        }
        return blocks.firstIndex(where: introducesJobs) ?? trailingNames(in: blocks)
            ?? trailingSentence(in: blocks) ?? blocks.endIndex
    }

    /// The last paragraph where it is a sentence that only lists jobs: "Chef de gare, agente d'escale, aiguilleur."
    private static func trailingSentence(in blocks: [TextBlock]) -> Int? {
        guard blocks.count > 1, let last = blocks.last, !last.isItem, !last.endsInColon else { return nil }
        return JobNames.areListed(in: last.text) ? blocks.endIndex - 1 : nil
    }

    /// Where a text without blank lines ends in a run of names: behind a sentence that does not introduce them.
    private static func trailingNames(in blocks: [TextBlock]) -> Int? {
        // What stands before the first block is the blank under the heading.
        guard !blocks.dropFirst().contains(where: \.followsBlank) else { return nil }
        let isName = { (block: TextBlock) in
            block.isItem || (block.text.utf8.count <= 60 && !LineEnds.closes(block.text))
        }
        let start = blocks.indices.last { !isName(blocks[$0]) }.map { $0 + 1 } ?? 0
        guard start > 0, blocks.count - start >= 2, !blocks[start - 1].endsInColon else { return nil }
        return start
    }

    private static func introducesJobs(_ block: TextBlock) -> Bool {
        guard !block.isItem else { return false }
        let words = WordScanner.words(in: Folding.folded(block.text))
        let namesJobs = words.contains {
            ["emploi", "emplois", "metier", "metiers", "poste", "postes", "fonction", "fonctions", "appellations"]
                .contains($0)
        }
        guard namesJobs, !words.contains("secteurs"), !words.contains("secteur") else { return false }
        return block.endsInColon || WordPattern("types? type? d emplois|emploi").isWhole(words)
    }

    private static func isNameList(_ blocks: [TextBlock]) -> Bool {
        !blocks.isEmpty && blocks.allSatisfy { $0.isItem || ($0.text.utf8.count <= 90 && !$0.text.hasSuffix(".")) }
    }
}

/// "Descriptif des composantes": the composantes up to a line "Modalités d'évaluation …".
enum ComposantesReader {
    static func read(_ section: Section, into lecture: inout Lecture) {
        let blocks = ImpliedLists.introduced(lecture.blocks(section.lines))
        let start = blocks.firstIndex { block in
            !block.isItem && opening.length(in: WordScanner.words(in: Folding.folded(block.text))) != nil
        }
        lecture.fiche.composantes = lecture.text(Array(blocks[..<(start ?? blocks.endIndex)]), for: .composantes)
        guard let start else { return }
        lecture.fiche.modalitesEvaluation = lecture.text(Array(blocks[start...]), for: .modalitesEvaluation)
    }

    private static let opening = WordPattern("les? modalite|modalites s? d evaluation|evaluations")
}
