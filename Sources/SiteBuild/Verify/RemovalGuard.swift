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
        // A fiche that stays has the same path: only of the others is the name looked for.
        var before = 0
        for path in manifest.hashes.paths where isFiche(path) { before += 1 }
        var missing = before
        for output in plan.outputs where isFiche(output.path) && manifest.hashes[output.path] != nil { missing -= 1 }
        guard missing >= 5, missing * 100 > before else { return nil }
        var gone = manifest.hashes.paths.filter { isFiche($0) && plan.place(at: $0) == nil }.compactMap(fiche)
        guard gone.count >= 5, gone.count * 100 > before else { return nil }
        gone.sort()
        let names = gone.prefix(5).joined(separator: ", ") + (gone.count > 5 ? "…" : "")
        return Diagnostic(
            .error, "retraits-nombreux",
            "\(gone.count) des \(before) fiches publiées disparaîtraient (\(names)) : rien n’est publié",
            hint: "Si c’est voulu, ajoutez --allow-removals")
    }

    private static func isFiche(_ path: String) -> Bool { name(path) != nil }

    private static func fiche(_ path: String) -> String? { name(path).flatMap { String($0) } }

    /// The identifiant in `fiches/<identifiant>/index.html`. On bytes: a national base has tens of thousands.
    private static func name(_ path: String) -> Substring.UTF8View? {
        guard path.hasPrefix("fiches/"), path.hasSuffix("/index.html"), path.utf8.count > 18 else { return nil }
        let name = path.utf8.dropFirst(7).dropLast(11)
        guard !name.contains(UInt8(ascii: "/")) else { return nil }
        let isListPage =
            name.starts(with: "page-".utf8)
            && name.dropFirst(5).allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return isListPage ? nil : name
    }
}
