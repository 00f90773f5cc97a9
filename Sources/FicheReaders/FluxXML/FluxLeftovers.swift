import Diagnostics
import FicheModel
import FrenchText

/// What no field took: elements that are unknown or repeated, and words that nothing placed.
extension FluxFicheBuilder {
    /// Reports the elements that no reader took.
    mutating func reportLeftovers() {
        for index in leftovers {
            let node = outline.nodes[index]
            let isEmpty = XMLContent(source.bytes, in: node.content).bytes.allSatisfy { $0 <= 0x20 }
            // Rows without anything in them occur; an unknown name is worth a word even so.
            if isEmpty, FluxElements.names.contains(node.name) { continue }
            let severity: Diagnostic.Severity = isEmpty ? .note : .warning
            let kept = "Son texte est gardé sous « Autres informations »"
            if FluxElements.names.contains(node.name) {
                report(
                    .warning, .elementRepete, "L’élément « \(node.name) » est répété ou mal placé", at: index,
                    hint: kept)
            } else {
                let nearest = NearestMatch.nearest(to: node.name, in: FluxElements.names.sorted())
                report(
                    severity, .elementInconnu, "L’élément « \(node.name) » n’est pas du flux V4.1", at: index,
                    hint: nearest.map { "Vouliez-vous dire « \($0) » ?" } ?? kept)
            }
            reported.append(node.range)
        }
    }

    /// Leaves a row without its key out: says so, and keeps its words.
    mutating func leaveOut(_ index: Int, _ message: String) {
        let inside = outline.nodes[index].content
        let isEmpty = outline.elements(in: index).allSatisfy { child in
            XMLContent(source.bytes, in: outline.nodes[child].content).bytes.allSatisfy { $0 <= 0x20 }
        }
        guard !isEmpty else { return }
        takeEverything(in: inside)
        reported.append(outline.nodes[index].range)
        report(
            .warning, .valeurIllisible, message, at: index,
            hint: "Son texte est gardé sous « Autres informations »")
    }

    /// Reports the words that found no place, but for those inside of what is reported already.
    mutating func reportUnplaced(_ passages: [Couverture.Passage]) {
        let known = reported.map { range in
            let first = source.line(at: range.lowerBound)
            let last = source.line(at: max(range.lowerBound, range.upperBound - 1))
            return (lines: first...last, texte: Folding.squeezed(source.text(range)))
        }
        for passage in passages
        where !known.contains(where: { $0.lines.contains(passage.ligne) && $0.texte.contains(passage.texte) }) {
            diagnostics.append(
                Diagnostic(
                    .warning, .texteNonReconnu, "« \(passage.texte.prefix(80)) » n’a pas trouvé de place dans la fiche",
                    file: path, position: SourcePosition(line: passage.ligne),
                    hint: "Ce texte est gardé sous « Autres informations »"))
        }
    }
}
