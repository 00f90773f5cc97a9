import FicheModel
import FrenchText
import Markdown

/// A cell of a tabbed line: all on one line, often with HTML of which the end tags are lost.
enum TabbedBlocCell {
    /// - Parameter part: to which part of the bloc the cell belongs until a sub-heading.
    /// - Returns: the part in which the cell ends.
    static func read(
        _ cell: SourceLine, from part: BlocHeading, into bloc: inout BlocDeCompetences, _ lecture: inout Lecture
    ) -> BlocHeading {
        lecture.claims.append(Claim(cell.range, .repris(.blocsCompetences)))
        claimMarkup(of: cell, into: &lecture)
        let segments = segments(of: cell, from: part)
        for segment in segments {
            if let heading = segment.headingRange {
                lecture.claims.append(Claim(heading, .miseEnPage("titre de rubrique")))
            }
            let blocks = HTMLFragment.separatedBlocks(segment.text)
                .filter { !WordScanner.words(in: $0.text).isEmpty }
                .map { HTMLFragment.Block($0.kind, $0.text.replacing("\u{A0}", with: " ")) }
            guard !blocks.isEmpty else { continue }
            let items = blocks.map(\.text)
            let text = HTMLFragment.commonMark(blocks.map(asItem))
            switch segment.kind {
            case .competences:
                bloc.competences += items
                bloc.listeCompetences.grow(with: text, after: "\n\n")
            case .modalites:
                bloc.modalitesEvaluation += items
                bloc.modalitesEvaluationTexte.grow(with: text, after: "\n\n")
            }
        }
        return segments.last?.kind ?? part
    }

    /// A stray paragraph in the list is an item of it; one that introduces others is not.
    private static func asItem(_ block: HTMLFragment.Block) -> HTMLFragment.Block {
        if case .item = block.kind { return block }
        return block.text.hasSuffix(":") ? block : HTMLFragment.Block(.item(level: 1, numero: nil), block.text)
    }

    /// The text of a cell without its tags.
    static func plainText(_ cell: SourceLine) -> String {
        let bytes = Array(cell.text.utf8)
        var kept: [UInt8] = []
        var start = 0
        for range in HTMLFragment.tagRanges(in: bytes) where bytes[range.lowerBound] == UInt8(ascii: "<") {
            kept += bytes[start..<range.lowerBound] + [0x20]
            start = range.upperBound
        }
        kept += bytes[start...]
        return Folding.squeezed(HTMLFragment.decodingReferences(String(decoding: kept, as: UTF8.self)))
    }

    /// Claims the tags of a cell; gives their places in it.
    @discardableResult
    static func claimMarkup(of cell: SourceLine, into lecture: inout Lecture) -> [Range<Int>] {
        let ranges = HTMLFragment.tagRanges(in: Array(cell.text.utf8))
        for range in ranges {
            lecture.claims.append(
                Claim(
                    cell.range.lowerBound + range.lowerBound..<cell.range.lowerBound + range.upperBound,
                    .miseEnPage("balise HTML")))
        }
        return ranges
    }

    private struct Segment {
        let kind: BlocHeading
        let headingRange: Range<Int>?
        let text: String
    }

    /// The cell divided at its sub-headings, each of which ends in a colon or in a tag.
    private static func segments(of cell: SourceLine, from part: BlocHeading) -> [Segment] {
        let bytes = Array(cell.text.utf8)
        // Both stand in order: one pass over both.
        var tags = HTMLFragment.tagRanges(in: bytes)[...]
        let tokens = WordScanner.ranges(in: bytes).filter { token in
            while let tag = tags.first, tag.upperBound <= token.lowerBound { tags.removeFirst() }
            return tags.first.map { !$0.overlaps(token) } ?? true
        }
        let words = tokens.map { Folding.folded(String(decoding: bytes[$0], as: UTF8.self)) }
        var cuts: [(kind: BlocHeading, start: Int, headingEnd: Int, bodyStart: Int)] = []
        var index = 0
        while index < words.count {
            guard let (kind, length) = BlocHeading.opening(words[index...]),
                let bodyStart = end(of: tokens[index + length - 1], in: bytes),
                isFree(tokens[index].lowerBound, kind, in: bytes)
            else {
                index += 1
                continue
            }
            cuts.append((kind, tokens[index].lowerBound, tokens[index + length - 1].upperBound, bodyStart))
            index += length
        }
        func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        var segments = [
            Segment(kind: part, headingRange: nil, text: text(0..<(cuts.first?.start ?? bytes.count)))
        ]
        for (number, cut) in cuts.enumerated() {
            let end = number + 1 < cuts.count ? cuts[number + 1].start : bytes.count
            let base = cell.range.lowerBound
            segments.append(
                Segment(
                    kind: cut.kind, headingRange: base + cut.start..<base + cut.headingEnd,
                    text: text(cut.bodyStart..<end)))
        }
        return segments
    }

    /// Where the body begins behind a sub-heading; nil when neither colon nor tag follows it.
    private static func end(of token: Range<Int>, in bytes: [UInt8]) -> Int? {
        var index = token.upperBound
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0xC2 || bytes[index] == 0xA0 { index += 1 }
        guard index < bytes.count else { return index }
        if bytes[index] == UInt8(ascii: ":") { return index + 1 }
        return bytes[index] == UInt8(ascii: "<") ? index : nil
    }

    /// True when a sub-heading may begin here: after a tag; one of assessment also after a blank, since "modalités
    /// d'évaluation :" says nothing else, while "compétences :" stands in sentences.
    private static func isFree(_ offset: Int, _ kind: BlocHeading, in bytes: [UInt8]) -> Bool {
        let before = bytes[..<offset].reversed().first { $0 != 0x20 && $0 != 0xC2 && $0 != 0xA0 }
        guard let before else { return true }
        return before == UInt8(ascii: ">")
            || (kind == .modalites && (bytes[offset - 1] <= 0x20 || bytes[offset - 1] == 0xA0))
    }
}
