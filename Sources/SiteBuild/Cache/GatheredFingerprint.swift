import FicheModel
import FileStore
import Threads

extension GatheredInputs {
    /// Of all that a build of this request depends on: two builds of one fingerprint, by one program, give the same site and
    /// the same report. Nil where an input cannot be known by its content or its stamp.
    func fingerprint(_ request: BuildRequest) -> Fingerprint? {
        guard request.document == nil else { return nil }
        let copied = medias.sorted { $0.key < $1.key }.map { SiteInputs.File(path: $0.value, name: $0.key) }
        let files = inputs.documents + (inputs.pages + copied).map { SiteInputs.Document(file: $0, source: -1) }
        let largeSize = request.largeSource
        let keys = ParallelMap.map(files, threads: request.threads) { DocumentKey($0, largeSize: largeSize) }
        guard !keys.contains(where: { $0 == nil }) else { return nil }
        return Fingerprint { packing in
            packing.put([
                request.content, request.theme ?? "", request.version, request.drafts ? "brouillons" : "",
                request.portable ? "portable" : "", date.date.iso, date.origin.rawValue,
            ])
            packing.put(request.compress ? CompressedCopies.companions.map(\.suffix) : [])
            packing.put(Fingerprint(of: settings))
            packing.put(Fingerprint(of: theme.content))
            // The settings name a logo, or not, by what lies in the folder.
            packing.put(configuration.logo ?? "")
            packing.put([inputs.documents.count, inputs.pages.count, copied.count].map(String.init))
            for key in keys { if let key { packing.put(key.fingerprint) } }
            for diagnostic in diagnostics {
                var diagnostic = diagnostic
                diagnostic.carry(&packing)
            }
        }
    }
}
