import FicheModel
import FrenchText
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
    /// The bytes of each word of the source.
    private let words: [Range<Int>]
    /// What became of each word, as a place in `kinds`.
    private var fates: [UInt8]
    /// The fates that occur; the first is `nonReconnu`.
    private var kinds: [Fate] = [.nonReconnu]
    /// The word at which the last claim began: the next one is mostly near.
    private var near = 0
    /// The kind of the last claim.
    private var latest = 0

    /// Counts the words of the whole source, or of one range of it.
    public init(_ source: SourceText, within range: Range<Int>? = nil) {
        self.source = source
        let range = range ?? 0..<source.bytes.count
        var words: [Range<Int>] = []
        words.reserveCapacity(range.count / 6)
        source.bytes[range].withUnsafeBufferPointer { bytes in
            WordScanner.append(bytes, movedBy: range.lowerBound, to: &words)
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
        if kinds[latest] == fate { return UInt8(latest) }
        if let known = kinds.firstIndex(of: fate) {
            latest = known
            return UInt8(known)
        }
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

    private mutating func firstWord(from offset: Int) -> Int {
        var (low, high) = (0, words.count)
        var step = 1
        if near < high, words[near].lowerBound < offset {
            low = near + 1
            while near + step < high, words[near + step].lowerBound < offset {
                low = near + step + 1
                step *= 2
            }
            high = min(high, near + step)
        } else {
            high = min(high, near)
            while near - step >= 0, words[near - step].lowerBound >= offset {
                high = near - step
                step *= 2
            }
            low = max(0, near - step)
        }
        while low < high {
            let middle = (low + high) / 2
            if words[middle].lowerBound < offset { low = middle + 1 } else { high = middle }
        }
        near = low
        return low
    }

    /// The account of all words, each claim held against the JSON of `fiche`; and the lines that each field came from.
    public func audited(against fiche: Fiche) -> (couverture: Couverture, provenance: [Champ: [Int]]) {
        let fields = FieldWords(of: kinds.map(\.champ), in: fiche, capacity: source.bytes.count)
        let natures = natures(fields)
        var stocks = natures.indices.map { kind -> WordStock in
            guard natures[kind] == .repris, let champ = kinds[kind].champ else { return WordStock() }
            return fields.stock(kind, of: champ, in: fiche)
        }
        var counts = [Int](repeating: 0, count: kinds.count)
        var lines = [[Int]](repeating: [], count: kinds.count)
        var unplaced: [Int] = []
        var line = RunningLine(source)
        source.bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < words.count {
                let kind = Int(fates[index])
                var taken = 1
                switch natures[kind] {
                case .miseEnPage: counts[kind] += 1
                case .nonReconnu: unplaced.append(index)
                case .repris, .reprisInOrder:
                    if natures[kind] == .repris { taken = take(at: index, in: bytes, from: &stocks[kind]) }
                    if taken == 0 {
                        unplaced.append(index)
                        taken = 1
                    } else {
                        counts[kind] += taken
                        let number = line.number(at: words[index].lowerBound)
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

    /// A fate without what it is of; `reprisInOrder` is what all words of a kind are known to be.
    private enum Nature { case repris, reprisInOrder, miseEnPage, nonReconnu }

    /// The nature of each kind. Where all words that were claimed for a field stand there in the same order and spelling,
    /// no word of it needs to be counted.
    private func natures(_ fields: FieldWords) -> [Nature] {
        var natures = kinds.map { kind -> Nature in
            switch kind {
            case .repris: .reprisInOrder
            case .miseEnPage: .miseEnPage
            case .nonReconnu: .nonReconnu
            }
        }
        source.bytes.withUnsafeBufferPointer { bytes in
            fields.bytes.withUnsafeBufferPointer { texts in
                var cursors = fields.ranges.map { FieldCursor(texts, $0) }
                for (word, fate) in zip(words, fates) where natures[Int(fate)] == .reprisInOrder {
                    if Self.touchesReference(word, in: bytes) || !cursors[Int(fate)].goBehind(bytes, word) {
                        natures[Int(fate)] = .repris
                    }
                }
            }
        }
        return natures
    }

    /// True for a word that may be a part of a character reference, or of a word that one cuts.
    private static func touchesReference(_ word: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if word.upperBound < bytes.count, bytes[word.upperBound] == UInt8(ascii: "&") { return true }
        guard word.lowerBound > 0 else { return false }
        let before = bytes[word.lowerBound - 1]
        return before == UInt8(ascii: "&") || before == UInt8(ascii: "#")
    }

    /// How many words of the source, from `index`, make one word of the field: 1, 2 for a word that the layout cut, or 0.
    private func take(at index: Int, in bytes: UnsafeBufferPointer<UInt8>, from stock: inout WordStock) -> Int {
        if Self.touchesReference(words[index], in: bytes) {
            let cut = takeReferences(at: index, in: bytes, from: &stock)
            if cut > 0 { return cut }
        }
        var hash = FoldedHash(UnsafeBufferPointer(rebasing: bytes[words[index]]))
        if stock.take(hash) { return 1 }
        guard index + 1 < words.count, fates[index + 1] == fates[index] else { return 0 }
        hash.append(UnsafeBufferPointer(rebasing: bytes[words[index + 1]]))
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

extension CoverageLedger.Fate {
    /// The field that carries the words.
    fileprivate var champ: Champ? {
        if case .repris(let champ) = self { return champ }
        return nil
    }
}
