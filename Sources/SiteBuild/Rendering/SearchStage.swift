import Catalogue
import FicheModel
import FileStore
import SearchIndex

/// The last part of rendering: the files of the search, which come from all fiches together. They are taken over from the
/// last site while no fiche is another one, and made anew else.
struct SearchStage {
    /// What a build remembers of the files of the search.
    struct Record: Sendable {
        /// Of all that they are made from.
        var key = Fingerprint.blank
        var files: [(path: String, hash: ContentHash, size: Int)] = []

        mutating func carry(_ packing: inout Packing) {
            key.carry(&packing)
            packing.list(&files, (path: "", hash: .blank, size: 0)) { packing, file in
                packing.text(&file.path)
                file.hash.carry(&packing)
                packing.number(&file.size)
            }
        }
    }

    private let site: PreparedSite
    private let key: Fingerprint
    private var outputs: SearchOutputs
    /// Places in the model of the fiches that no job had in hand.
    private var pending: [Int] = []

    /// - Parameter shared: what all pages share: the program, the date, the settings.
    init(_ site: PreparedSite, shared: [String: Fingerprint]) {
        self.site = site
        outputs = SearchOutputs(site.model)
        key = Fingerprint { packing in
            for (name, value) in shared.sorted(by: { $0.key < $1.key }) {
                packing.put(name)
                packing.put(value)
            }
            for fiche in site.model.fiches {
                packing.put(fiche.adresse)
                packing.put(site.fingerprint(of: fiche) ?? .blank)
            }
        }
    }

    static func isWanted(_ model: CatalogueModel) -> Bool { model.configuration.outputs.recherche }

    /// Takes the fiche at `index` of the model: as it was made, or to be read when the files are.
    mutating func add(_ document: SearchDocument?, at index: Int) {
        if let document { outputs.add(document) } else { pending.append(index) }
    }

    /// Hands the files to the sink.
    ///
    /// - Parameter former: what the last build remembered.
    mutating func finish(_ former: Record?, threads: Int, sink: some OutputSink) throws(FileProblem) -> Record {
        if let former, former.key == key,
            former.files.allSatisfy({ sink.keep($0.path, hash: $0.hash, size: $0.size) })
        {
            return former
        }
        let site = site
        let late = ParallelMap.map(pending, threads: threads) { site.fiche(site.model.fiches[$0]).map(SearchDocument.init) }
        for document in late { if let document { outputs.add(document) } }
        var record = Record(key: key)
        for file in outputs.files {
            let hash = try sink.add(file.bytes, at: file.path)
            record.files.append((file.path, hash, file.bytes.count))
        }
        return record
    }
}
