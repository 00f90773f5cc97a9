import FicheModel
import FileStore

/// What a build remembers of the search.
struct SearchRecord: Sendable {
    var shared = Fingerprint.blank
    /// The page of a fiche, and what it gave.
    typealias Document = (path: String, hash: Fingerprint)

    /// The fiches in order.
    var documents: [Document] = []
    /// The kept index: its lists, and its fiches.
    var lists = KeptFile()
    var fiches = KeptFile()
    var files: [(path: String, hash: ContentHash, size: Int)] = []

    /// A file that a build keeps beside this record.
    struct KeptFile: Sendable {
        var hash = Fingerprint.blank
        /// In bytes.
        var size = 0

        init() {}

        init(_ bytes: [UInt8]) { (hash, size) = (Fingerprint(of: bytes), bytes.count) }

        mutating func carry(_ packing: inout Packing) {
            hash.carry(&packing)
            packing.number(&size)
        }
    }

    func isSame(as other: SearchRecord) -> Bool {
        shared == other.shared && documents.elementsEqual(other.documents) { $0 == $1 }
    }

    mutating func carry(_ packing: inout Packing) {
        packing.list(&documents, (path: "", hash: .blank)) { packing, document in
            packing.text(&document.path)
            document.hash.carry(&packing)
        }
        carryRest(&packing)
    }

    /// All but the documents.
    mutating func carryRest(_ packing: inout Packing) {
        shared.carry(&packing)
        lists.carry(&packing)
        fiches.carry(&packing)
        packing.list(&files, (path: "", hash: .blank, size: 0)) { packing, file in
            packing.text(&file.path)
            file.hash.carry(&packing)
            packing.number(&file.size)
        }
    }
}
