import Catalogue
import FicheModel
import FileStore
import Threads

/// How a catalogue is ordered and divided: what follows from all that its fiches say in short, and from the day. An edit that
/// changes only what stands in a whole fiche finds it as the last build left it.
struct KeptDivisions: Sendable {
    var order: AssemblyOrder
    var taxonomies: Taxonomies

    /// Of what the order and the divisions of a catalogue follow from. Two equal ones, of one program, are of one catalogue.
    static func key(_ documents: [ReadDocument], _ request: BuildRequest, date: CalendarDate) -> Fingerprint {
        Fingerprint { packing in
            packing.put(request.drafts ? 1 : 0)
            packing.put(date.iso)
            packing.put(documents.count)
            for document in documents {
                packing.put(document.summaries.count)
                packing.put(document.digest)
            }
        }
    }

    /// What the last build left in a folder, with the key of its catalogue; nil where there is nothing of use.
    static func load(_ folder: String, program: String) -> (key: Fingerprint, divisions: KeptDivisions)? {
        file(folder, program).read { packing in
            var (key, divisions) = (Fingerprint.blank, KeptDivisions(order: AssemblyOrder(), taxonomies: Taxonomies()))
            key.carry(&packing)
            divisions.carry(&packing)
            return (key, divisions)
        }
    }

    /// Leaves them for the next build.
    func save(_ folder: String, program: String, key: Fingerprint) {
        var copy = self
        Self.file(folder, program).write { packing in
            packing.put(key)
            copy.carry(&packing)
        }
    }

    /// Whether they name fiches of so many summaries only.
    func fit(_ count: Int) -> Bool { order.fits(count) && taxonomies.fits(order.count) }

    private mutating func carry(_ packing: inout Packing) {
        order.carry(&packing)
        taxonomies.carry(&packing)
    }

    private static func file(_ folder: String, _ program: String) -> CacheFile {
        CacheFile(path: folder + "/divisions.cache", program: program)
    }
}
