import FicheModel
import FileStore

/// What is remembered of a rendered output: what it was made from, and what came of it.
struct RenderRecord: Sendable {
    /// Of what it was made from: the fiche, or the data of a list.
    var own = Fingerprint.blank
    /// What it asked of the catalogue, as places in the queries of its cache.
    var queries: [Int] = []
    var hash = ContentHash.blank
    /// In bytes.
    var size = 0
    /// What of its links concerns other pages.
    var elsewhere: [PageAudit.Elsewhere] = []
    /// Numbers of the addresses to which it leads (`AddressTable.number`).
    var targets: [UInt32] = []
    /// For the page of a fiche: the bytes that the fiche has in each table of the open data.
    var rows: [Int] = []

    mutating func carry(_ packing: inout Packing) {
        own.carry(&packing)
        packing.list(&queries, 0) { $0.number(&$1) }
        hash.carry(&packing)
        packing.number(&size)
        packing.list(&elsewhere, PageAudit.Elsewhere(target: "", file: "", anchor: "")) { packing, link in
            packing.text(&link.target)
            packing.text(&link.file)
            packing.text(&link.anchor)
        }
        var bytes = targets.withUnsafeBytes { Array($0) }
        packing.bytes(&bytes)
        if packing.isReading {
            targets = bytes.withUnsafeBytes { buffer in
                (0..<buffer.count / 4).map { buffer.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self) }
            }
        }
        packing.list(&rows, 0) { $0.number(&$1) }
    }
}
