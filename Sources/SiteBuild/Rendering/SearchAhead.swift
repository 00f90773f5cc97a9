import FicheModel
import FileStore
import SearchIndex
import Threads

/// What the last build kept of the search, taken out while the catalogue is put together: where a document that was read now
/// says something else to the search, its files will be made from that. Only a guess: whoever needs the index and does not
/// find it here takes it out then.
struct SearchAhead: Sendable {
    /// Nil where it is not likely to be needed, or not there.
    let index: Later<KeptIndex?>

    /// - Parameters:
    ///   - documents: all that was read, or known from before.
    ///   - former: what the last build remembered.
    ///   - folder: where it kept its index.
    init(_ documents: [ReadDocument], former: Later<RenderCache?>, folder: String) {
        let fresh = documents.filter(\.isFresh)
        index = Later {
            guard !fresh.isEmpty, let former = former.value, Self.says(fresh, otherThan: former.search) else {
                return nil
            }
            // What is wrong with the file is told by whoever needs it.
            return try? KeptSearch(folder: folder).index(former.search)
        }
    }

    /// Whether a fiche of some documents is new to the search, or says something else.
    private static func says(_ documents: [ReadDocument], otherThan former: SearchRecord) -> Bool {
        // Who reads a whole source again changes something.
        guard documents.reduce(0, { $0 + $1.summaries.count }) <= few else { return true }
        var known: [String: Fingerprint] = [:]
        for document in documents {
            for (rank, summary) in document.summaries.enumerated() {
                guard let fiche = document.fiches[rank] else { return false }
                known[summary.adresse + "index.html"] = Fingerprint(of: SearchDocument(fiche).bytes)
            }
        }
        var same = 0
        for document in former.documents {
            guard let hash = known[document.path] else { continue }
            if hash != document.hash { return true }
            same += 1
        }
        return same < known.count
    }

    /// A document has so many fiches at most where people write it.
    static let few = 200
}
