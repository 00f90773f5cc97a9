import Catalogue
import Diagnostics
import FileStore

/// Keeps a site from losing many of its fiches by mistake.
enum RemovalGuard {
    /// Nil when the plan may be published over what `manifest` lists.
    ///
    /// Rule: not more than 1 % of the fiches published before may go, four always may.
    static func problem(_ plan: BuildPlan, manifest: Manifest?) -> Diagnostic? {
        let before = Set((manifest?.paths ?? []).compactMap(fiche))
        let after = Set(plan.outputs.map(\.path).compactMap(fiche))
        let gone = before.subtracting(after).sorted()
        guard gone.count >= 5, gone.count * 100 > before.count else { return nil }
        let names = gone.prefix(5).joined(separator: ", ") + (gone.count > 5 ? "…" : "")
        return Diagnostic(
            .error, "retraits-nombreux",
            "\(gone.count) des \(before.count) fiches publiées disparaîtraient (\(names)) : rien n’est publié",
            hint: "Si c’est voulu, ajoutez --allow-removals")
    }

    /// The identifiant in `fiches/<identifiant>/index.html`.
    private static func fiche(_ path: String) -> String? {
        guard path.hasPrefix("fiches/"), path.hasSuffix("/index.html") else { return nil }
        let parts = path.split(separator: "/")
        guard parts.count == 3, parts[0] == "fiches", parts[2] == "index.html" else { return nil }
        let isListPage = parts[1].hasPrefix("page-") && parts[1].dropFirst(5).allSatisfy(\.isNumber)
        return isListPage ? nil : String(parts[1])
    }
}
