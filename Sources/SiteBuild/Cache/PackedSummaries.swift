import Catalogue
import Diagnostics
import FicheModel
import Threads

extension Packing {
    /// The fiches of a document in short, some at a time, so that several threads take them out again.
    ///
    /// - Parameters:
    ///   - origin: of the first of them.
    ///   - threads: how many take them out.
    mutating func summaries(_ list: inout [FicheSummary], from origin: FicheSummary.Origin, threads: Int) {
        var blocks: [ArraySlice<UInt8>] = []
        if !isReading {
            for start in stride(from: 0, to: list.count, by: Self.block) {
                let part = Array(list[start..<min(start + Self.block, list.count)])
                blocks.append(
                    Packing.bytes { packing in
                        var part = part
                        packing.block(&part, .blank(origin), at: start)
                    }[...])
            }
        }
        self.list(&blocks, []) { $0.slice(&$1) }
        guard isReading else { return }
        let blank = FicheSummary.blank(origin)
        let numbered = Array(blocks.enumerated())
        let parts = ParallelMap.map(numbered, threads: threads) { number, bytes -> [FicheSummary]? in
            Packing.read(bytes) { packing in
                var part: [FicheSummary] = []
                packing.block(&part, blank, at: number * Self.block)
                return part
            }
        }
        list = []
        list.reserveCapacity(parts.count * Self.block)
        for part in parts {
            guard let part else { return damage() }
            list += part
        }
    }

    private static let block = 1024

    /// - Parameter rank: of the first of the block.
    private mutating func block(_ list: inout [FicheSummary], _ blank: FicheSummary, at rank: Int) {
        var rank = rank
        let origin = blank.origin
        self.list(&list, blank) { packing, summary in
            var position = summary.origin.position
            position.carry(&packing)
            if packing.isReading {
                summary = blank.standing(
                    at: FicheSummary.Origin(
                        source: origin.source, document: origin.document, rank: rank, file: origin.file,
                        position: position))
            }
            summary.carry(&packing)
            rank += 1
        }
    }
}
