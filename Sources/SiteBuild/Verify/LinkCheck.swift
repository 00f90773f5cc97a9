import Catalogue
import Diagnostics

/// Holds every link of every page against the outputs of the site.
struct LinkCheck {
    /// The files that the site will have: its outputs, and what others put into its folder.
    private let files: Set<String>
    private let anchors: [String: Set<String>]
    private let basePath: String

    init(pages: [(output: PlannedOutput, links: PageLinks)], files: Set<String>, basePath: String) {
        self.files = files
        self.basePath = basePath
        var anchors: [String: Set<String>] = [:]
        for page in pages { anchors[page.output.path] = page.links.anchors }
        self.anchors = anchors
    }

    /// What was found.
    struct Findings {
        /// Links in the content of one document or page: its author mends them, the rest is published.
        var content: [(Diagnostic, target: String)] = []
        /// Links in what the program, the theme or the settings put on pages: such a site is not published.
        var structure: [Diagnostic] = []

        fileprivate mutating func add(doubled anchor: String, on output: PlannedOutput) {
            let diagnostic = Diagnostic(
                .error, .ancreEnDouble, "L’ancre « \(anchor) » est deux fois dans « \(output.path) »",
                file: output.inputs.first)
            if output.inputs.isEmpty {
                structure.append(diagnostic)
            } else {
                content.append((diagnostic, target: ""))
            }
        }
    }

    /// The links that lead nowhere. One target is said once for each input.
    func findings(_ pages: [(output: PlannedOutput, links: PageLinks)]) -> Findings {
        var broken: [(target: String, output: PlannedOutput, isAnchor: Bool)] = []
        var findings = Findings()
        for page in pages {
            for target in page.links.targets {
                guard let isAnchor = problem(of: target, on: page.output.path) else { continue }
                broken.append((target, page.output, isAnchor))
            }
            if let twice = page.links.doubledAnchors.first { findings.add(doubled: twice, on: page.output) }
        }
        var said: Set<String> = []
        // What stands on a page without an input of its own comes from the frame, the settings or the program.
        let structural = Set(broken.filter { $0.output.inputs.isEmpty }.map { resolvedKey($0.target, $0.output.path) })
        for (target, output, isAnchor) in broken {
            let key = resolvedKey(target, output.path)
            let isStructure = structural.contains(key)
            guard said.insert(isStructure ? key : key + "\n" + output.inputs.joined()).inserted else { continue }
            let shown = shown(target, on: output.path)
            let diagnostic = Diagnostic(
                .error, isAnchor ? .ancreAbsente : .lienMort,
                isAnchor
                    ? "Le lien vers « \(shown) » mène à une ancre qui n’existe pas"
                    : "Le lien vers « \(shown) » ne mène à aucune page du site",
                file: isStructure ? nil : output.inputs.first, hint: "Page concernée : « \(output.path) »")
            if isStructure {
                findings.structure.append(diagnostic)
            } else {
                findings.content.append((diagnostic, String(shown.drop { $0 == "/" })))
            }
        }
        return findings
    }

    /// Nil when the link is good or leads elsewhere; else whether only its anchor is missing.
    func problem(of target: String, on path: String) -> Bool? {
        guard let (file, anchor) = resolve(target, on: path) else { return nil }
        guard files.contains(file) else { return false }
        guard let anchor, !anchor.isEmpty, let known = anchors[file] else { return nil }
        return known.contains(anchor) ? nil : true
    }

    /// The target from the root of the site, as an author would write it.
    private func shown(_ target: String, on path: String) -> String {
        guard let (file, anchor) = resolve(target, on: path) else { return target }
        let address = file.hasSuffix("index.html") ? String(file.dropLast("index.html".count)) : file
        return (address.hasPrefix("/") ? "" : "/") + address + (anchor.map { "#" + $0 } ?? "")
    }

    private func resolvedKey(_ target: String, _ path: String) -> String {
        resolve(target, on: path).map { $0.file + "#" + ($0.anchor ?? "") } ?? target
    }

    /// The output path that an address names, seen from the page at `path`; nil for addresses of other sites.
    func resolve(_ target: String, on path: String) -> (file: String, anchor: String?)? {
        var address = target[...]
        var anchor: String?
        if let hash = address.firstIndex(of: "#") {
            anchor = Self.decoded(address[address.index(after: hash)...])
            address = address[..<hash]
        }
        if let query = address.firstIndex(of: "?") { address = address[..<query] }
        if address.isEmpty { return (path, anchor) }
        let scheme = address.prefix { $0 != "/" }
        if scheme.contains(":") || address.hasPrefix("//") { return nil }
        var parts: [Substring]
        if address.hasPrefix("/") {
            guard address.hasPrefix(basePath) else { return (String(address), anchor) }
            address = address.dropFirst(basePath.count)
            parts = []
        } else {
            parts = path.split(separator: "/").dropLast()
        }
        for part in address.split(separator: "/") where part != "." {
            if part == ".." {
                guard !parts.isEmpty else { return (String(target), anchor) }
                parts.removeLast()
            } else {
                parts.append(part)
            }
        }
        var file = Self.decoded(parts.joined(separator: "/")[...])
        if address.isEmpty || address.hasSuffix("/") || address.hasSuffix("..") || address == "." {
            file += file.isEmpty ? "index.html" : "/index.html"
        } else if !files.contains(file), files.contains(file + "/index.html") {
            file += "/index.html"
        }
        return (file, anchor)
    }

    private static func decoded(_ text: Substring) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
        var bytes: [UInt8] = []
        var source = Array(text.utf8)[...]
        while let byte = source.popFirst() {
            if byte == UInt8(ascii: "%"), source.count >= 2,
                let value = UInt8(String(decoding: source.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                source = source.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Diagnostic.Identifier {
    static let lienMort: Self = "lien-mort"
    static let ancreAbsente: Self = "ancre-absente"
    static let ancreEnDouble: Self = "ancre-en-double"
}
