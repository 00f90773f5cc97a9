import Diagnostics
import FicheModel

/// What has been read of a form so far: the fiche, what became of its words, what is to be said.
///
/// A value: each section reader takes it and adds what its section holds.
struct Lecture {
    var fiche: Fiche
    var claims: [Claim] = []
    var diagnostics: [Diagnostic] = []
    let file: String
    /// The column of the prose; nil where each line is a paragraph.
    let prose: Column?
    /// True when the layout broke its lines.
    let isWrapped: Bool

    mutating func claim(_ lines: some Sequence<PrintedLine>, _ fate: CoverageLedger.Fate) {
        for line in lines { claims.append(Claim(line.part.range, fate)) }
    }

    mutating func claim(_ line: PrintedLine, _ fate: CoverageLedger.Fate) {
        claims.append(Claim(line.part.range, fate))
    }

    /// A token of some lines.
    mutating func claim(_ token: LineTokens.Token, of lines: [PrintedLine], _ fate: CoverageLedger.Fate) {
        let base = lines[token.line].part.range.lowerBound
        claims.append(Claim(base + token.range.lowerBound..<base + token.range.upperBound, fate))
    }

    /// Claims lines for a field that carries all their text; bullets made of letters are furniture.
    mutating func claimText(_ lines: some Sequence<PrintedLine>, for champ: Champ) {
        for line in lines {
            claim(line, .repris(champ))
            if let bullet = Bullet(line), case .glyph = bullet.mark {
                let start = line.part.range.lowerBound
                claims.append(Claim(start..<start + bullet.length, .miseEnPage("puce")))
            }
        }
    }

    /// The text of blocks for a field, their words claimed; nil for a placeholder.
    mutating func text(_ blocks: [TextBlock], for champ: Champ, keepsLines: Bool = false) -> String? {
        let lines = blocks.flatMap(\.lines)
        guard let text = BlockWriter.commonMark(blocks, keepsLines: keepsLines) else {
            claim(lines, .miseEnPage("valeur vide"))
            return nil
        }
        claimText(lines, for: champ)
        return text
    }

    func blocks(_ lines: [PrintedLine]) -> [TextBlock] { BlockBuilder.blocks(lines, column: prose) }

    mutating func report(
        _ severity: Diagnostic.Severity, _ identifier: Diagnostic.Identifier, _ message: String, at line: PrintedLine,
        hint: String? = nil
    ) {
        diagnostics.append(
            Diagnostic(
                severity, identifier, message, file: file, position: SourcePosition(line: line.number), hint: hint,
                excerpt: line.source.text))
    }
}
