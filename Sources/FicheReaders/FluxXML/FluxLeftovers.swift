import Diagnostics
import FicheModel
import FrenchText

/// What no field took: elements that are unknown or repeated, and words that nothing placed.
extension FluxFicheBuilder {
    /// How often a fiche says the same kind of thing; what is left is counted.
    private static let limit = 100
    private static let kept = "Son texte est gardé sous « Autres informations »"

    /// Reports the elements that no reader took.
    mutating func reportLeftovers() {
        // Known elements without anything in them occur; an unknown name is worth a word even so.
        let found = leftovers.filter { !isBlank($0) || !FluxElements.names.contains(outline.name(of: $0)) }
        for index in found.prefix(Self.limit) {
            let name = outline.name(of: index)
            if FluxElements.names.contains(name) {
                report(
                    .warning, .elementRepete, "L’élément « \(name) » est répété ou mal placé", at: index,
                    hint: Self.kept)
            } else {
                let nearest = name.utf8.count > 60 ? nil : NearestMatch.nearest(to: name, in: FluxElements.sorted)
                report(
                    isBlank(index) ? .note : .warning, .elementInconnu,
                    "L’élément « \(name.prefix(60)) » n’est pas du flux V4.1", at: index,
                    hint: nearest.map { "Vouliez-vous dire « \($0) » ?" } ?? Self.kept)
            }
            reported.append(outline.nodes[index].range)
        }
        if found.count > Self.limit {
            let more = found.count - Self.limit
            report(
                .warning, .elementInconnu,
                more == 1
                    ? "1 autre élément de cette fiche est inconnu ou répété"
                    : "\(more) autres éléments de cette fiche sont inconnus ou répétés",
                at: found[Self.limit], hint: "Leur texte est gardé sous « Autres informations »")
        }
    }

    /// Leaves a row without its key out: says so, and keeps its words.
    mutating func leaveOut(_ index: Int, _ message: String) {
        guard !outline.elements(in: index).allSatisfy({ isBlank($0) }) else { return }
        takeEverything(in: outline.nodes[index].content)
        if reported.count < Self.limit { reported.append(outline.nodes[index].range) }
        report(.warning, .valeurIllisible, message, at: index, hint: Self.kept)
    }

    /// Reports the words that found no place, but for those inside of what is reported already.
    mutating func reportUnplaced(_ passages: [Couverture.Passage]) {
        let known = reported.prefix(2 * Self.limit).map { range in
            let first = source.line(at: range.lowerBound)
            let last = source.line(at: max(range.lowerBound, range.upperBound - 1))
            return (lines: first...last, texte: Folding.squeezed(source.text(range)))
        }
        let unsaid = passages.filter { passage in
            !known.contains { $0.lines.contains(passage.ligne) && $0.texte.contains(passage.texte) }
        }
        for passage in unsaid.prefix(Self.limit) {
            reportUnplaced("« \(passage.texte.prefix(80)) » n’a pas trouvé de place dans la fiche", line: passage.ligne)
        }
        if unsaid.count > Self.limit {
            let more = unsaid.count - Self.limit
            reportUnplaced(
                more == 1
                    ? "1 autre passage n’a pas trouvé de place dans la fiche"
                    : "\(more) autres passages n’ont pas trouvé de place dans la fiche",
                line: unsaid[Self.limit].ligne)
        }
    }

    private mutating func reportUnplaced(_ message: String, line: Int) {
        diagnostics.append(
            Diagnostic(
                .warning, .texteNonReconnu, message, file: path, position: SourcePosition(line: line), hint: Self.kept))
    }

    private func isBlank(_ index: Int) -> Bool {
        XMLContent(source.bytes, in: outline.nodes[index].content).bytes.allSatisfy { $0 <= 0x20 }
    }
}
