import Catalogue
import FileStore

extension SiteBuilder {
    /// The folders and files whose change makes another site of the same request: what a preview watches.
    ///
    /// Settings that cannot be read name nothing more than the content folder, where their repair will be seen.
    public static func watchedPaths(_ request: BuildRequest) -> [String] {
        let theme = request.theme.map { [$0] } ?? []
        if let document = request.document { return [document] + theme }
        var paths = [request.content] + theme
        if let bytes = try? FileBytes.read(request.content + "/" + Configuration.fileName) {
            let (configuration, _) = ConfigurationReader.read(
                String(decoding: bytes, as: UTF8.self), file: Configuration.fileName)
            let named = configuration.sources.map(\.chemin) + (configuration.theme.map { [$0] } ?? [])
            paths += named.map { $0.hasPrefix("/") ? $0 : request.content + "/" + $0 }
        }
        // A theme beside the content folder is found without being named.
        let beside = Discovery.themeFolders.filter { $0.hasPrefix("../") }.map { request.content + "/" + $0 }
        return paths + beside.filter { FileTree.kind(of: $0) == .folder }
    }

    /// The folders of theme files that a prepared site was made with.
    static func themeFolders(_ request: BuildRequest, _ site: PreparedSite) -> [String] {
        let named = site.model.configuration.theme.map { request.content + "/" + $0 }
        return [request.theme ?? named ?? site.inputs.theme].compactMap { $0 }
    }
}
