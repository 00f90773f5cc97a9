import Catalogue
import Diagnostics
import FileStore

extension LiveSite {
    /// Reads, assembles and plans the site of a request; what an earlier build or preview read is not read again.
    public static func start(_ request: BuildRequest) -> LiveSite {
        let folder = Self.folder(request)
        var site = LiveSite(request: request, folder: folder)
        do throws(PreparationFailure) {
            try site.prepare { documents in LiveDocuments(documents, request: request, folder: folder) }
        } catch {
            site.failure = error.diagnostics
        }
        site.noteErrors()
        return site
    }

    /// A small catalogue is read in an instant: nothing is left on the disk for it. A single document is not what the folder
    /// of the catalogue is for.
    private static func folder(_ request: BuildRequest) -> String? {
        guard request.document == nil else { return nil }
        if let folder = SiteBuilder.keptFolder(request) { return folder }
        let sizes = SiteBuilder.watchedPaths(request).flatMap { path -> [Int] in
            if let stamp = FileStamp(path) { return [stamp.size] }
            return (try? FileTree(of: path).files.map(\.size)) ?? []
        }
        guard sizes.contains(where: { $0 >= request.largeSource }) else { return nil }
        return SiteBuilder.cacheFolder(request)
    }

    /// Runs the stages up to the plan, with the documents as `read` gives them.
    mutating func prepare(_ read: ([SiteInputs.Document]) -> LiveDocuments) throws(PreparationFailure) {
        var documents = LiveDocuments()
        let site = try PreparedSite.prepare(request) { found in
            documents = read(found)
            return documents.read
        }
        self.documents = documents
        prepared = site
        renderer = OutputRenderer(site)
        failure = []
        isPartial = false
        assembled += 1
        revision += 1
    }
}

extension SiteBuilder {
    /// The folder in which an earlier build kept something; nil where none did.
    static func keptFolder(_ request: BuildRequest) -> String? {
        var output = request.output
        while output.count > 1, output.hasSuffix("/") { output.removeLast() }
        let folder = OutputState(of: OutputFolder.resolved(output)).cache
        return FileTree.kind(of: folder) == .folder ? folder : nil
    }
}
