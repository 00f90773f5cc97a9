import Catalogue
import Diagnostics
import FicheDocument
import SearchIndex
import Threads

/// What a preview has at a path.
public enum LiveOutput: Sendable {
    case file([UInt8])
    /// It is planned, and cannot be made.
    case failed([Diagnostic])
    /// The site has no such file.
    case none
}

extension LiveSite {
    /// Makes the output of a path, one of the search aside. Most take a millisecond or a few, tables of the open data go
    /// through all fiches.
    public func output(at path: String) -> LiveOutput {
        guard let prepared, let renderer, let output = prepared.plan.output(at: path) else { return .none }
        if case .csv(let table) = output.content { return .file(rows(of: table, prepared, renderer)) }
        let fiche = output.content.fiche.flatMap { prepared.fiche(prepared.model.fiches[$0]) }
        do throws(RenderFailure) {
            return .file(try renderer.bytes(of: output, fiche: fiche))
        } catch {
            return .failed(error.diagnostics)
        }
    }

    private func rows(of table: TableCSV, _ site: PreparedSite, _ renderer: OutputRenderer) -> [UInt8] {
        var bytes = CSVText(columns: table.colonnes.map(\.nom)).bytes
        OrderedStream.run(count: site.model.fiches.count, threads: request.threads) { index -> [UInt8] in
            site.fiche(site.model.fiches[index]).map { renderer.rows(of: $0, at: index, in: table) } ?? []
        } deliver: { rows in
            bytes += rows
        }
        return bytes
    }

    /// Whether a path is one of a file of the search.
    public static func isSearch(_ path: String) -> Bool { path.hasPrefix(SearchIndexBuilder.folder) }

    /// The files of the search by their paths. Goes through all fiches.
    ///
    /// - Parameter isWanted: asked before each fiche.
    /// - Returns: nil when the work was given up.
    public func searchFiles(while isWanted: @escaping @Sendable () -> Bool = { true }) -> [String: [UInt8]]? {
        guard let site = prepared, site.model.configuration.outputs.recherche else { return [:] }
        let outputs = site.model.configuration.outputs
        var builder = SearchIndexBuilder(
            date: site.model.date, offer: .init(ficheJSON: outputs.json, blocPages: outputs.blocs))
        OrderedStream.run(count: site.model.fiches.count, threads: 1) { index -> SearchDocument? in
            guard isWanted() else { return nil }
            return site.fiche(site.model.fiches[index]).map { SearchDocument($0) }
        } deliver: { document in
            if let document { builder.add(document) }
        }
        guard isWanted() else { return nil }
        return Dictionary(builder.index().files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    }
}
