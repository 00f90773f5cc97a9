import Diagnostics

/// The look of a site: templates and the files that pages load.
///
/// The default theme is part of the program; a folder replaces it file by file (`templates/…`, `assets/…`).
public struct Theme: Sendable {
    /// What is odd about the folder of overrides without keeping it from being used.
    public private(set) var diagnostics: [Diagnostic] = []
    /// All files of the theme one after the other, with their paths: what pages depend on.
    public let content: [UInt8]
    private let templates: TemplateSet
    private let assetSet: AssetSet
    /// What the frame must be told of the assets.
    private let addresses: [String: String]

    /// Loads the default theme with what replaces it.
    ///
    /// - Parameters:
    ///   - overrides: a folder whose `templates` and `assets` replace files of the default theme or add to them.
    ///   - couleurs: the colours of the site; without them those of the theme.
    /// - Throws: diagnostics `theme-absent`, `gabarit-absent`, `gabarit-illisible`, with file and line.
    public static func load(overrides: String? = nil, couleurs: Couleurs? = nil) throws(ThemeFailure) -> Theme {
        var files = ThemeFiles.embedded()
        let defaults = files.paths
        if let overrides { try files.override(from: overrides) }
        var theme = try Theme(files, couleurs: couleurs)
        theme.diagnostics = PartialCalls.unused(files, defaults: defaults)
        return theme
    }

    init(_ files: ThemeFiles, couleurs: Couleurs?) throws(ThemeFailure) {
        let compiled = try TemplateSet(try files.withTexts())
        let missing = Self.pageTemplates.filter { !compiled.names.contains($0) }
        guard missing.isEmpty else { throw ThemeFailure(missing.map { Self.absent($0) }) }
        var assets = files.paths.filter { $0.hasPrefix("assets/") }.map { path -> (name: String, bytes: [UInt8]) in
            let bytes = files.files[path]?.bytes ?? []
            return (
                name: String(path.dropFirst("assets/".count)),
                bytes: path.hasSuffix(".js") ? PublishedScript.bytes(of: bytes) : bytes
            )
        }
        var content: [UInt8] = []
        for path in files.paths {
            let bytes = files.files[path]?.bytes ?? []
            content += Array("\(path)\u{0}\(bytes.count)\u{0}".utf8) + bytes
        }
        self.content = content + Array((couleurs?.feuille ?? "").utf8)
        if let couleurs { assets.append((name: Self.colourSheet, bytes: Array(couleurs.feuille.utf8))) }
        let set = AssetSet(assets)
        templates = compiled
        assetSet = set
        var addresses = ["actifs": set.folder]
        for (key, name) in [
            ("feuille", "site.css"), ("feuille_impression", "impression.css"), ("feuille_livret", "livret.css"),
            ("feuille_couleurs", Self.colourSheet), ("script", "etat.js"),
            ("script_recherche", "recherche/page.js"), ("script_comparer", "comparer.js"),
            ("script_versions", "versions.js"),
        ] {
            addresses[key] = set.path(of: name)
        }
        self.addresses = addresses
    }

    /// The files to publish, in the order of their paths.
    public var assets: [ThemeAsset] { assetSet.assets }

    /// One page: the template filled with `data`, inside the frame `cadre`.
    ///
    /// - Throws: `gabarit-absent` when the theme has no such template.
    public func page(template: String, data: [String: Any]) throws(ThemeFailure) -> String {
        String(decoding: try pageBytes(template: template, data: data), as: UTF8.self)
    }

    /// The same as bytes.
    public func pageBytes(template: String, data: [String: Any]) throws(ThemeFailure) -> [UInt8] {
        var data = prepared(data)
        data["champ_en_tete"] = template != "accueil" && template != "recherche"
        data["contenu"] = RenderedText(try rendered(template, data))
        return try rendered("cadre", data)
    }

    /// One template without the frame.
    public func fragment(template: String, data: [String: Any]) throws(ThemeFailure) -> String {
        String(decoding: try rendered(template, prepared(data)), as: UTF8.self)
    }

    /// One template as it stands: without the frame, and with nothing but these data.
    ///
    /// - Throws: `gabarit-absent` when the theme has no such template.
    public func part(template: String, data: [String: Any]) throws(ThemeFailure) -> [UInt8] {
        try rendered(template, data)
    }

    /// Whether a template, with those that it calls, looks for no other keys than these.
    public func reads(only keys: Set<String>, in template: String) -> Bool {
        templates.reads(only: keys, in: template)
    }

    /// Adds the addresses of the assets and, for each list, `a_<key>`: whether it holds anything.
    private func prepared(_ data: [String: Any]) -> [String: Any] {
        var result = data
        for (key, path) in addresses { result[key] = path }
        for (key, value) in data {
            if let holdsItems = DataKind.holdsItems(value) { result["a_" + key] = holdsItems }
        }
        if let page = data["page"] as? [String: Any], let trail = page["fil"],
            let holdsItems = DataKind.holdsItems(trail)
        {
            result["a_fil"] = holdsItems
        }
        return result
    }

    /// Whether a template, or one that it calls, looks for a key.
    public func mentions(_ key: String, in template: String) -> Bool { templates.mentions(key, in: template) }

    private func rendered(_ name: String, _ data: [String: Any]) throws(ThemeFailure) -> [UInt8] {
        guard let text = templates.render(name, data) else { throw ThemeFailure(Self.absent(name)) }
        return text
    }

    /// What every theme must have.
    static let pageTemplates = [
        "accessibilite", "accueil", "bloc", "cadre", "comparer", "document", "donnees", "echeances", "echeances-mois",
        "erreur-404", "fiche", "ligne", "liste", "listes", "livret", "livret-fiche", "livrets", "mentions-legales",
        "page",
        "plan-du-site", "recherche", "versions",
    ]

    private static let colourSheet = "couleurs.css"

    private static func absent(_ name: String) -> Diagnostic {
        Diagnostic(
            .error, "gabarit-absent", "Le thème n’a pas de gabarit « \(name) »",
            file: "templates/\(name)\(TemplateSet.suffix)", hint: "Ajoutez ce fichier au dossier du thème")
    }
}
