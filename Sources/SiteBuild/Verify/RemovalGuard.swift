import Catalogue
import Diagnostics
import FileStore

/// Keeps a site from losing many of its fiches by mistake.
enum RemovalGuard {
    /// Nil when the plan may be published over what `manifest` lists.
    ///
    /// Rule: not more than 1 % of the fiches published before may go, four always may.
    static func problem(_ plan: BuildPlan, manifest: Manifest?) -> Diagnostic? {
        guard let manifest else { return nil }
        let after = Set(plan.outputs.lazy.compactMap { fiche($0.path) })
        var before = 0
        var gone: [String] = []
        for path in manifest.hashes.paths {
            guard let fiche = fiche(path) else { continue }
            before += 1
            if !after.contains(fiche) { gone.append(fiche) }
        }
        guard gone.count >= 5, gone.count * 100 > before else { return nil }
        gone.sort()
        let names = gone.prefix(5).joined(separator: ", ") + (gone.count > 5 ? "…" : "")
        return Diagnostic(
            .error, "retraits-nombreux",
            "\(gone.count) des \(before) fiches publiées disparaîtraient (\(names)) : rien n’est publié",
            hint: "Si c’est voulu, ajoutez --allow-removals")
    }

    /// The identifiant in `fiches/<identifiant>/index.html`.
    private static func fiche(_ path: String) -> String? {
        // On bytes: a national base has tens of thousands.
        guard path.utf8.starts(with: "fiches/".utf8) else { return nil }
        let parts = path.utf8.split(separator: UInt8(ascii: "/"))
        guard parts.count == 3, parts[2].elementsEqual("index.html".utf8) else { return nil }
        let isListPage =
            parts[1].starts(with: "page-".utf8)
            && parts[1].dropFirst(5).allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return isListPage ? nil : String(parts[1])
    }
}
