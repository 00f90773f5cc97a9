import Catalogue
import Diagnostics

/// What is wrong with the links of a site.
struct LinkFindings: Sendable {
    /// Links in the content of one document or page: its author mends them, the rest is published.
    private(set) var content: [(Diagnostic, target: String)] = []
    /// Links in what the program, the theme or the settings put on pages: such a site is not published.
    private(set) var structure: [Diagnostic] = []

    init() {}

    /// The links that lead nowhere. One target is said once for each input.
    ///
    /// - Parameters:
    ///   - audits: of the pages that have something to say.
    ///   - anchors: those of a page that others name with an anchor.
    init(
        _ audits: [PageAudit], plan: BuildPlan, targets: LinkTargets, anchors: (String) -> PageAnchors?
    ) {
        var known: [String: PageAnchors?] = [:]
        func lacks(_ link: PageAudit.Elsewhere) -> Bool {
            let page = known[link.file] ?? anchors(link.file)
            known[link.file] = .some(page)
            return page.map { !$0.contains(link.anchor) } ?? false
        }
        var broken: [(target: String, output: PlannedOutput, isAnchor: Bool)] = []
        for audit in audits.sorted(by: { $0.place < $1.place }) {
            let output = plan.outputs[audit.place]
            broken += audit.broken.map { ($0.target, output, $0.isAnchor) }
            broken += audit.elsewhere.filter(lacks).map { ($0.target, output, true) }
            if let doubled = audit.doubled { add(doubled: doubled, on: output) }
        }
        add(broken, targets)
    }

    private mutating func add(
        _ broken: [(target: String, output: PlannedOutput, isAnchor: Bool)], _ targets: LinkTargets
    ) {
        var said: Set<String> = []
        // What stands on a page without an input of its own comes from the frame, the settings or the program.
        let structural = Set(
            broken.filter { $0.output.inputs.isEmpty }.map { targets.key($0.target, $0.output.path) })
        for (target, output, isAnchor) in broken {
            let key = targets.key(target, output.path)
            let isStructure = structural.contains(key)
            guard said.insert(isStructure ? key : key + "\n" + output.inputs.joined()).inserted else { continue }
            let shown = targets.shown(target, on: output.path)
            let diagnostic = Diagnostic(
                .error, isAnchor ? .ancreAbsente : .lienMort,
                isAnchor
                    ? "Le lien vers « \(shown) » mène à une ancre qui n’existe pas"
                    : "Le lien vers « \(shown) » ne mène à aucune page du site",
                file: isStructure ? nil : output.inputs.first, hint: "Page concernée : « \(output.path) »")
            if isStructure {
                structure.append(diagnostic)
            } else {
                content.append((diagnostic, String(shown.drop { $0 == "/" })))
            }
        }
    }

    private mutating func add(doubled anchor: String, on output: PlannedOutput) {
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

extension Diagnostic.Identifier {
    static let lienMort: Self = "lien-mort"
    static let ancreAbsente: Self = "ancre-absente"
    static let ancreEnDouble: Self = "ancre-en-double"
}
