/// The layers of the package. An arrow may only point to a lower number. `Documentation/architecture.md` has the same
/// table, and a test holds one against the other.
enum Layers {
    static let table: [[String]] = [
        [
            "CCmark", "CLibXML2System", "CZlib", "CCrypto", "CFileExchange", "CEmbeddedTheme", "CEmbeddedCodeLists",
            "JSONText", "MarkupText", "FrenchText", "Threads",
        ],
        ["CLibXML2", "Compression", "Diagnostics", "ExternalProgram"],
        ["FicheModel", "Markdown", "FileStore", "PagePrinting"],
        ["FicheReaders", "FicheDocument", "SearchIndex"],
        ["Catalogue", "Theme"],
        ["SiteBuild"],
        ["Preview"],
        ["ParcheminCommand"],
        ["parchemin", "TestSupport"],
    ]

    /// The number of the layer of each target.
    static let byTarget: [String: Int] = {
        var layers: [String: Int] = [:]
        for (number, names) in table.enumerated() {
            for name in names { layers[name] = number }
        }
        return layers
    }()

    /// What is wrong with the arrows of a manifest, one line each.
    static func violations(in manifest: Manifest, layers: [String: Int] = byTarget) -> [String] {
        manifest.targets.filter { $0.kind != "testTarget" }.flatMap { target -> [String] in
            guard let own = layers[target.name] else { return ["\(target.name) has no layer"] }
            return target.dependencies.compactMap { dependency in
                guard let other = layers[dependency] else {
                    return "\(target.name) → \(dependency), which has no layer"
                }
                return other < own ? nil : "\(target.name) (layer \(own)) → \(dependency) (layer \(other))"
            }
        }
    }
}
