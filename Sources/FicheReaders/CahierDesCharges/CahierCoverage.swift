import FicheModel
import FrenchText
import Markdown

/// Says for each word of a cahier des charges what became of it; the ledger holds the claims against the fiche.
enum CahierCoverage {
    static func ledger(_ text: SourceText, layout: CahierLayout, repeatedHeads: [SourceLine], renumbered: [Range<Int>])
        -> CoverageLedger
    {
        var ledger = CoverageLedger(text)
        ledger.claim(0..<text.bytes.count, .repris(.documents))
        ledger.claim(layout.contents, .miseEnPage("sommaire"))
        for (kind, line) in layout.furniture { ledger.claim(line, .miseEnPage(kind)) }
        ledger.claim(repeatedHeads, .miseEnPage("en-tête de tableau répété"))
        // Cell by cell, as they are read: a tag that a cell cuts is text.
        for line in layout.cover + layout.body
        where line.text.utf8.contains(UInt8(ascii: "<")) || line.text.utf8.contains(UInt8(ascii: "&")) {
            for cell in line.cells {
                for range in HTMLFragment.tagRanges(in: Array(cell.text.utf8)) {
                    ledger.claim(
                        cell.range.lowerBound + range.lowerBound..<cell.range.lowerBound + range.upperBound,
                        .miseEnPage("balise HTML"))
                }
            }
        }
        // An image stays where it is: its address is no word of the text.
        for line in layout.cover + layout.body {
            for link in SourceLinks.find(in: Array(line.text.utf8)) where link.isImage {
                let start = line.range.lowerBound
                ledger.claim(start + link.address.lowerBound..<start + link.address.upperBound, .miseEnPage("image"))
            }
        }
        for range in renumbered { ledger.claim(range, .miseEnPage("numéro de note remplacé")) }
        return ledger
    }
}

/// The lines from which each field was read.
struct CahierSources {
    private var lines: [Champ: Set<Int>] = [:]

    init(_ cover: CoverPage) {
        add(cover.intitule?.lines ?? [], .intitule)
    }

    mutating func add(_ source: [SourceLine], _ champ: Champ) {
        for line in source { lines[champ, default: []].insert(line.number) }
    }

    func merged(into provenance: [Champ: [Int]]) -> [Champ: [Int]] {
        var result = provenance
        for (champ, numbers) in lines { result[champ] = numbers.sorted() }
        return result
    }
}
