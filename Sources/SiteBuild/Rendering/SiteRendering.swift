import Catalogue
import Diagnostics
import FileStore
import SearchIndex

/// Renders all outputs and hands each to a sink as it is done.
enum SiteRendering {
    /// What came of one output.
    private struct Rendered: Sendable {
        var diagnostics: [Diagnostic] = []
        var links: PageLinks?
        var problem: FileProblem?
    }

    struct Result {
        /// What kept an output from being made.
        var diagnostics: [Diagnostic] = []
        /// The links of the pages, by output path.
        var links: [(output: PlannedOutput, links: PageLinks)] = []
        var pages = 0
        /// The first write that failed.
        var problem: FileProblem?
    }

    /// - Parameter sink: takes the bytes of each output, from several threads.
    static func render(
        _ site: PreparedSite, threads: Int, progress: @escaping @Sendable (Int) -> Void,
        sink: @escaping @Sendable (String, [UInt8]) throws(FileProblem) -> Void
    ) -> Result {
        let renderer = OutputRenderer(site)
        let outputs = site.plan.outputs
        let rendered = ParallelMap.map(outputs, threads: threads, progress: progress) { output -> Rendered in
            var result = Rendered()
            let bytes: [UInt8]
            do throws(RenderFailure) {
                bytes = try renderer.bytes(of: output)
            } catch {
                result.diagnostics = error.diagnostics
                return result
            }
            if output.isPage { result.links = PageLinks(bytes) }
            do throws(FileProblem) {
                try sink(output.path, bytes)
            } catch {
                result.problem = error
            }
            return result
        }
        var result = Result()
        for (output, one) in zip(outputs, rendered) {
            result.diagnostics += one.diagnostics
            if let links = one.links {
                result.links.append((output, links))
                result.pages += 1
            }
            result.problem = result.problem ?? one.problem
        }
        result.problem = result.problem ?? addSearch(site, threads: threads, sink: sink)
        return result
    }

    /// The files of the search; what could not be written, if anything.
    private static func addSearch(
        _ site: PreparedSite, threads: Int, sink: (String, [UInt8]) throws(FileProblem) -> Void
    ) -> FileProblem? {
        guard site.model.configuration.outputs.recherche else { return nil }
        var search = SearchOutputs(site.model)
        for document in ParallelMap.map(site.model.fiches, threads: threads, { site.fiche($0).map(SearchDocument.init) }) {
            if let document { search.add(document) }
        }
        do throws(FileProblem) {
            for file in search.files { try sink(file.path, file.bytes) }
        } catch {
            return error
        }
        return nil
    }
}
