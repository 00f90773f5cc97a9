import Diagnostics
import FicheModel
import FicheReaders
import FrenchText

/// Holds a reading against its document: every word is kept, counted as unplaced, or inside what a diagnostic names.
enum WordAccount {
    /// What is wrong with the account; empty when all is well.
    static func flaws(of result: ReadResult, _ bytes: [UInt8], path: String) -> [String] {
        var found: [String] = []
        for fiche in result.fiches.map(\.fiche) where fiche.source.format != .csv {
            let couverture = fiche.source.couverture
            let kept = couverture.passages.reduce(0) { $0 + words(in: $1.texte) }
            // A passage keeps the words that it counts; signs between them may make it one or two more.
            if kept < couverture.nonReconnus {
                found.append("\(couverture.nonReconnus) words unplaced, \(kept) kept")
            }
        }
        guard let text = TextDecoding.decode(bytes, path: path).0 else {
            return result.diagnostics.hasErrors ? found : found + ["not read, and no error"]
        }
        if result.fiches.isEmpty {
            return result.diagnostics.hasErrors ? found : found + ["no fiche, and no error"]
        }
        if result.fiches.first?.fiche.source.format == .csv {
            return found + setFlaws(of: result, [CSVSet.File(path: path, bytes: bytes)])
        }
        guard result.fiches.first?.fiche.source.format == .fluxXML else {
            let total = words(in: text.bytes[...])
            let counted = result.fiches.map(\.fiche.source.couverture.mots)
            let named = leftOut(by: result, text).map { words(in: text.bytes[$0]) }
            let sum = counted.reduce(0, +) + named.reduce(0, +)
            return sum == total ? found : found + ["\(counted) words counted and \(named) left out of \(total)"]
        }
        return found + fluxFlaws(of: result, text)
    }

    /// A set of tables: each word of a row is counted by one fiche, or the row is told; heads belong to no fiche.
    static func setFlaws(of result: ReadResult, _ files: [CSVSet.File]) -> [String] {
        var found: [String] = []
        var (total, heads, links) = (0, 0, 0)
        for file in files {
            guard let text = TextDecoding.decode(file.bytes, path: file.path).0 else { continue }
            let written = text.bytes.drop { $0 <= 0x20 }
            total += words(in: text.bytes[...])
            let head = words(in: written[..<headEnd(of: written)])
            heads += head
            // A link between two fiches stands in a row of either, or of a third: it is carried by both ends.
            if file.path.contains("Ancienne") { links += words(in: text.bytes[...]) - head }
        }
        let counted = result.fiches.reduce(0) { $0 + $1.fiche.source.couverture.mots }
        for couverture in result.fiches.map(\.fiche.source.couverture)
        where couverture.nonReconnus > couverture.passages.reduce(0, { $0 + words(in: $1.texte) }) {
            found.append("\(couverture.nonReconnus) words unplaced, fewer kept")
        }
        // What is told may be many rows, of which the first is shown.
        let tells: Set<Diagnostic.Identifier> = [.csvLigneSansFiche, .csvGuillemet]
        let isTold = result.diagnostics.hasErrors || result.diagnostics.contains { tells.contains($0.identifier) }
        if counted > total || (!isTold && !(0...links).contains(total - heads - counted)) {
            found.append("\(counted) words counted of \(total) with \(heads) in heads")
        }
        return found
    }

    /// Where the first row ends: a name of a column may go on in the next line, inside its quotes.
    private static func headEnd(of bytes: ArraySlice<UInt8>) -> Int {
        let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
        let quote = UInt8(ascii: "\"")
        let separators: [UInt8] = [UInt8(ascii: ";"), 0x09, UInt8(ascii: ",")]
        let separator = separators.first { line.contains($0) } ?? separators[0]
        var (index, isInside, isCellStart) = (bytes.startIndex, false, true)
        while index < bytes.endIndex {
            let byte = bytes[index]
            if isInside, byte == quote {
                if index + 1 < bytes.endIndex, bytes[index + 1] == quote { index += 1 } else { isInside = false }
            } else if !isInside, byte == 0x0A || byte == 0x0D {
                return index
            } else if !isInside, isCellStart, byte == quote {
                isInside = true
            }
            isCellStart = byte == separator && !isInside
            index += 1
        }
        // A quote that never closes opens nothing.
        return isInside ? line.endIndex : bytes.endIndex
    }

    /// A flow is read piece by piece: each piece is a fiche with all its words, or an error names its place.
    private static func fluxFlaws(of result: ReadResult, _ text: SourceText) -> [String] {
        var found: [String] = []
        var fiches = result.fiches.map(\.fiche)[...]
        let leftOut = leftOut(by: result, text)
        for step in FluxSplitter.split(text.bytes).steps {
            let (range, isWhole): (Range<Int>, Bool)
            switch step {
            case .fiche(let piece): (range, isWhole) = (piece, true)
            case .unfinished(let piece, _): (range, isWhole) = (piece, false)
            case .needsMore, .end: continue
            }
            // Blanks behind a piece that does not end are nobody's.
            let end = (text.bytes[range].lastIndex { $0 > 0x20 } ?? range.lowerBound) + 1
            if leftOut.contains(where: { $0.lowerBound <= range.lowerBound && end <= $0.upperBound }) { continue }
            if isWhole, let next = fiches.first, next.source.couverture.mots == words(in: text.bytes[range]) {
                fiches.removeFirst()
            } else if leftOut.count < 100 {
                found.append("the piece at line \(text.line(at: range.lowerBound)) is neither read nor named")
            }
        }
        if !fiches.isEmpty { found.append("\(fiches.count) fiches with other words than their pieces") }
        return found
    }

    /// The bytes that errors say they leave out, each once.
    private static func leftOut(by result: ReadResult, _ text: SourceText) -> [Range<Int>] {
        let extents = Set(result.diagnostics.filter { $0.severity == .error }.compactMap(\.extent))
        return extents.map { offset(of: $0.lowerBound, text)..<offset(of: $0.upperBound, text) }
    }

    private static func offset(of position: SourcePosition, _ text: SourceText) -> Int {
        guard text.lines.indices.contains(position.line - 1) else { return text.bytes.count }
        let range = text.lines[position.line - 1].range
        var column = 0
        for index in range where text.bytes[index] & 0xC0 != 0x80 {
            column += 1
            if column == position.column { return index }
        }
        return range.upperBound
    }

    private static func words(in text: String) -> Int { WordScanner.words(in: text).count }

    private static func words(in bytes: ArraySlice<UInt8>) -> Int { WordScanner.ranges(in: bytes).count }
}
