import Testing

@Suite("Layers")
struct LayerTests {
    @Test("Arrows between targets point down")
    func arrowsPointDown() throws {
        let manifest = Manifest(text: try SourceTree.text("Package.swift"))
        #expect(manifest.targets.count > 20)
        #expect(Layers.violations(in: manifest) == [])
    }

    @Test("Every target of the table is in the manifest")
    func tableHasNoGhosts() throws {
        let names = Set(Manifest(text: try SourceTree.text("Package.swift")).targets.map(\.name))
        #expect(Set(Layers.byTarget.keys).subtracting(names) == [])
    }

    @Test("Imports point down too, declared or not")
    func importsPointDown() throws {
        let files = try SourceTree.swiftSources()
        #expect(files.flatMap { SourceRules.upwardImports(in: $0, layers: Layers.byTarget) } == [])
    }

    @Test("The architecture article has the same table")
    func articleAgrees() throws {
        let rows = try SourceTree.text("Documentation/architecture.md").split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
            return cells.count >= 2 ? Int(cells[0]).map { ($0, cells[1]) } : nil
        }
        var article: [String: Int] = [:]
        for (layer, cell) in rows {
            for name in cell.split(separator: "`") where name.first?.isLetter == true { article[String(name)] = layer }
        }
        #expect(article == Layers.byTarget)
    }

    @Test("The manifest is read as it is written")
    func manifestParsing() {
        let manifest = Manifest(
            text: """
                // .target(name: "Commented"),
                .systemLibrary(name: "CLow", pkgConfig: "low", providers: [.apt(["low-dev"])]),
                .target(name: "High", dependencies: ["CLow", .product(name: "Yams", package: "Yams")]),
                .testTarget(name: "HighTests", dependencies: ["High"], path: "Elsewhere/High"),
                """)
        #expect(
            manifest.targets == [
                .init(kind: "target", name: "High", dependencies: ["CLow"], path: nil),
                .init(kind: "systemLibrary", name: "CLow", dependencies: [], path: nil),
                .init(kind: "testTarget", name: "HighTests", dependencies: ["High"], path: "Elsewhere/High"),
            ])
    }

    @Test("An arrow to the same layer, to a higher one or to an unknown target is found")
    func violationsAreFound() {
        let manifest = Manifest(
            text: """
                .target(name: "Low", dependencies: ["High"]), .target(name: "High", dependencies: ["Peer", "Low"]),
                .target(name: "Peer", dependencies: ["Stranger"]), .target(name: "Nobody"),
                """)
        let found = Layers.violations(in: manifest, layers: ["Low": 0, "High": 1, "Peer": 1])
        #expect(
            found == [
                "Low (layer 0) → High (layer 1)", "High (layer 1) → Peer (layer 1)",
                "Peer → Stranger, which has no layer", "Nobody has no layer",
            ])
    }
}
