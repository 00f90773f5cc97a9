import FicheModel
import FrenchText
import JSONText
import Markdown

/// The register of the words of a source: readers claim byte ranges, the audit counts them.
///
/// A later claim replaces an earlier one, so a reader may claim a whole section for a field and then the furniture in it.
/// What nobody claims is `nonReconnu`. The audit trusts no claim: a word claimed for a field and not found there (as
/// often as it was claimed) becomes `nonReconnu` too.
public struct CoverageLedger: Sendable {
    /// What became of a word.
    public enum Fate: Equatable, Sendable {
        /// Carried by a field.
        case repris(Champ)
        /// Furniture of the layout, by kind ("titre de rubrique", "numéro de page", …).
        case miseEnPage(String)
        case nonReconnu
    }

    private let source: SourceText
    /// A word of the source.
    private struct Word: Sendable {
        let range: Range<Int>
        let hash: FoldedHash

        var lowerBound: Int { range.lowerBound }
        var upperBound: Int { range.upperBound }
    }

    private let words: [Word]
    /// What became of each word, as a place in `kinds`.
    private var fates: [UInt8]
    /// The fates that occur; the first is `nonReconnu`.
    private var kinds: [Fate] = [.nonReconnu]

    /// Counts the words of the whole source, or of one range of it.
    public init(_ source: SourceText, within range: Range<Int>? = nil) {
        self.source = source
        let range = range ?? 0..<source.bytes.count
        var words: [Word] = []
        words.reserveCapacity(range.count / 6)
        source.bytes[range].withUnsafeBufferPointer { bytes in
            WordScanner.scanHashed(bytes) { word, hash in
                let place = range.lowerBound + word.lowerBound..<range.lowerBound + word.upperBound
                words.append(Word(range: place, hash: hash))
            }
        }
        self.words = words
        fates = Array(repeating: 0, count: words.count)
    }

    /// Says what became of all words that begin in `range`.
    public mutating func claim(_ range: Range<Int>, _ fate: Fate) {
        let index = firstWord(from: range.lowerBound)
        guard index < words.count, words[index].lowerBound < range.upperBound else { return }
        mark(from: index, before: range.upperBound, kind(of: fate))
    }

    /// A fate, found once for many claims of it.
    struct Kind {
        fileprivate let place: UInt8
    }

    mutating func kindOfMany(_ fate: Fate) -> Kind { Kind(place: kind(of: fate)) }

    mutating func claim(_ range: Range<Int>, _ kind: Kind) {
        mark(from: firstWord(from: range.lowerBound), before: range.upperBound, kind.place)
    }

    private mutating func mark(from first: Int, before end: Int, _ kind: UInt8) {
        var index = first
        while index < words.count, words[index].lowerBound < end {
            fates[index] = kind
            index += 1
        }
    }

    private mutating func kind(of fate: Fate) -> UInt8 {
        if let known = kinds.firstIndex(of: fate) { return UInt8(known) }
        // Champs and kinds of furniture together are far fewer; one more than fits is not lost, it is unplaced.
        guard kinds.count < 256 else { return 0 }
        kinds.append(fate)
        return UInt8(kinds.count - 1)
    }

    /// The same for several lines or cells.
    public mutating func claim(_ lines: some Sequence<SourceLine>, _ fate: Fate) {
        for line in lines { claim(line.range, fate) }
    }

    public mutating func claim(_ line: SourceLine, _ fate: Fate) { claim(line.range, fate) }

    private func firstWord(from offset: Int) -> Int {
        var low = 0
        var high = words.count
        while low < high {
            let middle = (low + high) / 2
            if words[middle].lowerBound < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The account of all words, each claim held against the JSON of `fiche`; and the lines that each field came from.
    public func audited(against fiche: Fiche) -> (couverture: Couverture, provenance: [Champ: [Int]]) {
        var stocks = kinds.map { kind in
            if case .repris(let champ) = kind { WordStock(of: fiche.json(of: champ)) } else { WordStock() }
        }
        let natures = kinds.map { kind -> Nature in
            switch kind {
            case .repris: .repris
            case .miseEnPage: .miseEnPage
            case .nonReconnu: .nonReconnu
            }
        }
        var counts = [Int](repeating: 0, count: kinds.count)
        var lines = [[Int]](repeating: [], count: kinds.count)
        var unplaced: [Int] = []
        var line = 0
        source.bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < words.count {
                let kind = Int(fates[index])
                var taken = 1
                switch natures[kind] {
                case .miseEnPage: counts[kind] += 1
                case .nonReconnu: unplaced.append(index)
                case .repris:
                    taken = take(at: index, in: bytes, from: &stocks[kind])
                    if taken == 0 {
                        unplaced.append(index)
                        taken = 1
                    } else {
                        counts[kind] += taken
                        while line + 1 < source.lines.count,
                            source.lines[line + 1].range.lowerBound <= words[index].lowerBound
                        {
                            line += 1
                        }
                        let number = source.lines[line].number
                        if lines[kind].last != number { lines[kind].append(number) }
                    }
                }
                index += taken
            }
        }
        var couverture = Couverture()
        var provenance: [Champ: [Int]] = [:]
        for (index, kind) in kinds.enumerated() where counts[index] > 0 {
            switch kind {
            case .repris(let champ):
                couverture.repris += counts[index]
                provenance[champ] = lines[index]
            case .miseEnPage(let nature): couverture.miseEnPage.append((nature: nature, mots: counts[index]))
            case .nonReconnu: break
            }
        }
        couverture.miseEnPage.sort { $0.nature < $1.nature }
        couverture.nonReconnus = unplaced.count
        couverture.passages = passages(of: unplaced)
        return (couverture, provenance)
    }

    /// A fate without what it is of.
    private enum Nature { case repris, miseEnPage, nonReconnu }

    /// How many words of the source, from `index`, make one word of the field: 1, 2 for a word that the layout cut, or 0.
    private func take(at index: Int, in bytes: UnsafeBufferPointer<UInt8>, from stock: inout WordStock) -> Int {
        let (word, limit) = (words[index], bytes.count)
        if (word.upperBound < limit && bytes[word.upperBound] == UInt8(ascii: "&"))
            || (word.lowerBound > 0
                && (bytes[word.lowerBound - 1] == UInt8(ascii: "&")
                    || bytes[word.lowerBound - 1] == UInt8(ascii: "#")))
        {
            let cut = takeReferences(at: index, in: bytes, from: &stock)
            if cut > 0 { return cut }
        }
        var hash = words[index].hash
        if stock.take(hash) { return 1 }
        guard index + 1 < words.count, fates[index + 1] == fates[index] else { return 0 }
        hash.append(UnsafeBufferPointer(rebasing: bytes[words[index + 1].range]))
        return stock.take(hash) ? 2 : 0
    }

    /// Into how many pieces references may cut a word: a text of nothing but "&" would else be gone over for each.
    private static let mostPieces = 40

    /// The same for a word that character references cut in the source: `caf&eacute;` is found as `café`.
    private func takeReferences(
        at index: Int, in bytes: UnsafeBufferPointer<UInt8>, from stock: inout WordStock
    ) -> Int {
        func isSign(_ byte: UInt8) -> Bool {
            byte == UInt8(ascii: "&") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "#")
        }
        var start = words[index].lowerBound
        while start > 0, isSign(bytes[start - 1]), start > words[index].lowerBound - 2 { start -= 1 }
        let next = words[index].upperBound
        guard start < words[index].lowerBound || (next < bytes.count && bytes[next] == UInt8(ascii: "&")) else {
            return 0
        }
        var last = index
        while last + 1 < words.count, last - index < Self.mostPieces, fates[last + 1] == fates[index],
            bytes[words[last].upperBound..<words[last + 1].lowerBound].allSatisfy(isSign)
        {
            last += 1
        }
        var end = words[last].upperBound
        if end < bytes.count, bytes[end] == UInt8(ascii: ";") { end += 1 }
        let printed = source.text(start..<end)
        let decoded = HTMLFragment.decodingReferences(printed)
        guard decoded != printed else { return 0 }
        return stock.takeAll(of: decoded) ? last - index + 1 : 0
    }

    /// Neighbouring words of one line that nothing took, as one passage each, with the signs between them.
    private func passages(of unplaced: [Int]) -> [Couverture.Passage] {
        var passages: [Couverture.Passage] = []
        var index = 0
        while index < unplaced.count {
            let line = source.line(at: words[unplaced[index]].lowerBound)
            var last = index
            while last + 1 < unplaced.count, unplaced[last + 1] == unplaced[last] + 1,
                source.line(at: words[unplaced[last + 1]].lowerBound) == line
            {
                last += 1
            }
            let range = words[unplaced[index]].lowerBound..<words[unplaced[last]].upperBound
            passages.append(.init(ligne: line, texte: Folding.squeezed(source.text(range))))
            index = last + 1
        }
        return passages
    }
}
