import Catalogue
import Diagnostics
import FileStore
import Threads

/// Holds a built site against itself: every link and every anchor of its pages, whoever built it.
public struct TreeCheck: Sendable {
    /// How many files and pages were looked at.
    public let files: Int
    public let pages: Int
    /// In the order of the pages and their lines.
    public let diagnostics: [Diagnostic]

    /// - Parameters:
    ///   - folder: the root of the site.
    ///   - basePath: the folder of the site in its public address; without it, that of the canonical address of its home page.
    /// - Throws: when the folder, or a page in it, cannot be read.
    public init(of folder: String, basePath: String? = nil, threads: Int = SystemFacts.processors) throws(FileProblem) {
        let names = try FileTree(of: folder).files.map(\.path)
        let paths = names.filter { $0.hasSuffix(".html") }
        let read = ParallelMap.map(paths, threads: threads) { path -> Result<Page, FileProblem> in
            do throws(FileProblem) {
                return .success(Page(path, try FileBytes.read(folder + "/" + path)))
            } catch {
                return .failure(error)
            }
        }
        var pages: [Page] = []
        for result in read { pages.append(try result.get()) }
        let home = pages.first { $0.path == "index.html" }
        let check = TreeLinks(
            targets: LinkTargets(names, basePath: basePath ?? home?.canonicalPath ?? "/"),
            anchors: Dictionary(pages.map { ($0.path, $0.links.anchors) }, uniquingKeysWith: { first, _ in first }))
        self.files = names.count
        self.pages = pages.count
        let problems = ParallelMap.map(pages, threads: threads) { page -> [Diagnostic] in
            let found = page.problems(check)
            guard !found.isEmpty, let bytes = try? FileBytes.read(folder + "/" + page.path) else {
                return found.map(\.diagnostic)
            }
            // The page is read again only where something is wrong: its lines are not kept.
            return found.map { problem in
                var located = problem.diagnostic
                located.position =
                    problem.words.lazy.compactMap { LinkPlaces.position(of: Array($0.utf8), in: bytes) }
                    .first
                return located
            }
        }
        diagnostics = problems.flatMap { $0 }.sorted()
    }
}

/// What the links of a tree may name.
private struct TreeLinks: Sendable {
    let targets: LinkTargets
    /// Those of each page.
    let anchors: [String: Set<String>]

    /// Nil when the link is good or leads elsewhere; else whether only its anchor is missing.
    func problem(of target: String, on path: String) -> Bool? {
        guard let (file, anchor) = targets.resolve(target, on: path) else { return nil }
        guard targets.contains(file) else { return false }
        guard let anchor, !anchor.isEmpty, let known = anchors[file] else { return nil }
        return known.contains(anchor) ? nil : true
    }
}

extension TreeCheck {
    /// One page of the tree, as far as it is checked.
    private struct Page: Sendable {
        let path: String
        let links: PageLinks
        /// The path of its canonical address, for the home page.
        let canonicalPath: String?

        init(_ path: String, _ bytes: [UInt8]) {
            self.path = path
            links = PageLinks(bytes)
            canonicalPath = path == "index.html" ? Self.canonicalPath(links, bytes) : nil
        }

        /// What is wrong, with the words by which its line is found.
        func problems(_ check: TreeLinks) -> [(diagnostic: Diagnostic, words: [String])] {
            var found: [(Diagnostic, [String])] = []
            for target in links.targets {
                guard let isAnchor = check.problem(of: target, on: path) else { continue }
                let message =
                    isAnchor
                    ? "Le lien vers « \(target) » mène à une ancre qui n’existe pas"
                    : "Le lien vers « \(target) » ne mène à aucun fichier du site"
                let escaped = target.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&amp;")
                found.append(
                    (
                        Diagnostic(.error, isAnchor ? .ancreAbsente : .lienMort, message, file: path),
                        ["\"\(target)\"", "\"\(escaped)\""]
                    ))
            }
            for anchor in links.doubledAnchors {
                found.append(
                    (
                        Diagnostic(
                            .error, .ancreEnDouble, "L’ancre « \(anchor) » est deux fois dans cette page", file: path),
                        ["id=\"\(anchor)\""]
                    ))
            }
            return found
        }

        /// `/certifications/` of `https://exemple.fr/certifications/`.
        private static func canonicalPath(_ links: PageLinks, _ bytes: [UInt8]) -> String? {
            let mark = Array("<link rel=\"canonical\" href=\"".utf8)
            guard let start = bytes.firstRange(of: mark)?.upperBound else { return nil }
            let address = String(decoding: bytes[start...].prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
            return SiteAddress(address)?.basePath
        }
    }
}
