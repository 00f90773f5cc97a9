import FicheModel
import FrenchText

/// Reads the table of the blocs.
enum BlocsReader {
    static func read(_ section: Section, into lecture: inout Lecture) {
        let table = BlocRows(
            section.lines, isWrapped: lecture.isWrapped, numeroFiche: lecture.fiche.numeroFiche)
        lecture.claims += table.claims
        let rows = table.rows
        let column = Column(rows.flatMap(\.cell), isWrapped: lecture.isWrapped)
        for row in rows {
            guard let label = BlocLabel(row.labelText) else { continue }
            var bloc = BlocDeCompetences(
                numero: lecture.fiche.blocsCompetences.count + 1, code: code(label, lecture.fiche), codeDerive: true,
                libelle: label.libelle)
            check(label, of: row, into: &lecture)
            if !row.tabbedCells.isEmpty {
                var part = BlocHeading.competences
                for cell in row.tabbedCells { part = TabbedBlocCell.read(cell, from: part, into: &bloc, &lecture) }
                claimTabbed(row, label, into: &lecture)
            } else {
                for (index, token) in LineTokens(row.label).tokens.enumerated() {
                    let fate: CoverageLedger.Fate =
                        index < label.wordsBefore ? .miseEnPage("titre de bloc") : .repris(.blocsCompetences)
                    lecture.claim(token, of: row.label, fate)
                }
                WrappedBlocCell.read(row.cell, column: column, into: &bloc, &lecture)
            }
            lecture.fiche.blocsCompetences.append(bloc)
        }
    }

    private static func code(_ label: BlocLabel, _ fiche: Fiche) -> String? {
        guard let number = label.numero, let prefix = fiche.numeroFiche ?? label.fiche.map({ "RNCP" + $0 }) else {
            return nil
        }
        return prefix + "BC" + (number < 10 ? "0" : "") + String(number)
    }

    private static func check(_ label: BlocLabel, of row: BlocRows.Row, into lecture: inout Lecture) {
        guard let line = row.label.first else { return }
        if label.libelle.isEmpty {
            lecture.report(
                .warning, .blocSansLibelle, "Le bloc n° \(label.numero.map { String($0) } ?? "?") n’a pas de libellé",
                at: line)
        }
        guard let numero = lecture.fiche.numeroFiche, let fiche = label.fiche, !numero.hasSuffix(fiche) else { return }
        lecture.report(
            .warning, .numeroDifferent,
            "Ce bloc porte le numéro de la fiche \(fiche), alors que le document est la fiche \(numero)",
            at: line, hint: "Vérifiez qu’il n’a pas été copié d’une autre fiche")
    }

    private static func claimTabbed(_ row: BlocRows.Row, _ label: BlocLabel, into lecture: inout Lecture) {
        guard let part = row.label.first?.part else { return }
        let markup = TabbedBlocCell.claimMarkup(of: part, into: &lecture)
        let tokens = WordScanner.ranges(in: Array(part.text.utf8)).filter { token in
            !markup.contains { $0.overlaps(token) }
        }
        for (index, token) in tokens.enumerated() {
            let range = part.range.lowerBound + token.lowerBound..<part.range.lowerBound + token.upperBound
            lecture.claims.append(
                Claim(range, index < label.wordsBefore ? .miseEnPage("titre de bloc") : .repris(.blocsCompetences)))
        }
    }
}

/// A cell whose lines stand one under the other.
enum WrappedBlocCell {
    static func read(
        _ lines: [PrintedLine], column: Column?, into bloc: inout BlocDeCompetences, _ lecture: inout Lecture
    ) {
        var parts: [BlocHeading: [PrintedLine]] = [:]
        var current = BlocHeading.competences
        for line in lines {
            // "… la grille de / compétences" is a wrapped sentence.
            let goesOn = parts[current]?.last.map { LineEnds.endsInLink($0.text) } ?? false
            guard Bullet(line) == nil, !goesOn, let (heading, length) = BlocHeading.opening(line.words) else {
                parts[current, default: []].append(line)
                continue
            }
            let tokens = LineTokens([line]).tokens
            let end = tokens[length - 1].range.upperBound
            let after = line.part.text.utf8.dropFirst(end).first { $0 != 0x20 && $0 != 0xC2 && $0 != 0xA0 }
            // "Modalités d'évaluation des acquis …" is a sentence: it opens its part and belongs to it.
            let isHeading = tokens.count == length || after == UInt8(ascii: ":")
            guard isHeading || (heading == .modalites && line.text.hasSuffix(":")) else {
                parts[current, default: []].append(line)
                continue
            }
            current = heading
            guard isHeading else {
                parts[current, default: []].append(line)
                continue
            }
            for token in tokens.prefix(length) { lecture.claim(token, of: [line], .miseEnPage("titre de rubrique")) }
            let colon = end + line.part.text.utf8.dropFirst(end).prefix { $0 != UInt8(ascii: ":") }.count
            if tokens.count > length, let rest = line.rest(from: colon + 1) { parts[current, default: []].append(rest) }
        }
        let competences = BlockBuilder.blocks(parts[.competences] ?? [], column: column, itemsBeginLines: true)
        let modalites = BlockBuilder.blocks(parts[.modalites] ?? [], column: column, itemsBeginLines: true)
        bloc.competences = BlockWriter.items(competences)
        bloc.modalitesEvaluation = BlockWriter.items(modalites)
        bloc.listeCompetences = lecture.text(ImpliedLists.everyLine(competences), for: .blocsCompetences)
        bloc.modalitesEvaluationTexte = lecture.text(ImpliedLists.everyLine(modalites), for: .blocsCompetences)
    }
}
