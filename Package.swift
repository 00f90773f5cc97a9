// swift-tools-version: 6.1
// The layers of this manifest are described in Documentation/architecture.md; a test fails when an arrow points up.
import PackageDescription

let package = Package(
    name: "parchemin",
    platforms: [.macOS(.v13)],
    products: [
        .executable(name: "parchemin", targets: ["parchemin"]),
        // For Benchmarks/ and Fuzzing/, packages of their own.
        .library(name: "FicheReaders", targets: ["FicheReaders", "FicheModel", "FrenchText", "Diagnostics"]),
        .library(name: "SearchIndex", targets: ["SearchIndex"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
    ],
    targets: [
        // Layer 0: system libraries and the vocabulary that everything shares.
        .systemLibrary(
            name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
        .systemLibrary(
            name: "CLibXML2System", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        .systemLibrary(
            name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .target(name: "CLibXML2", dependencies: ["CLibXML2System"]),
        .target(name: "CFileExchange"),
        .target(name: "CEmbeddedTheme"),
        .target(name: "CEmbeddedCodeLists", exclude: ["data"]),
        .target(name: "Compression", dependencies: ["CZlib"]),
        .target(name: "Diagnostics", dependencies: ["JSONText"]),
        .target(name: "ExternalProgram"),
        .target(name: "JSONText"),
        .target(name: "MarkupText"),
        .target(name: "FrenchText"),
        .target(name: "Threads"),

        // Layer 1: the fiche, its texts, its files.
        .target(name: "FicheModel", dependencies: ["Diagnostics", "FrenchText", "JSONText", "CEmbeddedCodeLists"]),
        .target(name: "Markdown", dependencies: ["CCmark", "CLibXML2", "Diagnostics", "MarkupText"]),
        // Apple's systems have hashing of their own.
        .target(
            name: "FileStore",
            dependencies: [
                "Diagnostics", "CFileExchange", "Threads",
                .target(name: "CCrypto", condition: .when(platforms: [.linux])),
            ]),
        .target(name: "PagePrinting", dependencies: ["ExternalProgram"]),

        // Layer 2: reading and writing one fiche.
        .target(
            name: "FicheReaders",
            dependencies: [
                "ExternalProgram", "FicheModel", "Markdown", "FrenchText", "CLibXML2", "CZlib",
                .product(name: "Yams", package: "Yams"),
            ]),
        .target(
            name: "FicheDocument", dependencies: ["FicheModel", "Markdown", "MarkupText", "FrenchText", "JSONText"]),

        .target(name: "SearchIndex", dependencies: ["FicheModel", "FrenchText", "JSONText"]),

        // Layer 3: the catalogue and its look.
        .target(
            name: "Catalogue",
            dependencies: [
                "FicheDocument", "FicheModel", "FrenchText", "Diagnostics", "JSONText", "MarkupText", "Threads",
                .product(name: "Yams", package: "Yams"),
            ]),
        .target(
            name: "Theme",
            dependencies: [
                "Diagnostics", "CEmbeddedTheme", "MarkupText", .product(name: "Mustache", package: "swift-mustache"),
            ]),

        // Layer 4: the pipeline.
        .target(
            name: "SiteBuild",
            dependencies: [
                "Catalogue", "Theme", "FicheReaders", "FicheDocument", "SearchIndex", "FicheModel", "FileStore",
                "Markdown", "FrenchText", "Compression", "Diagnostics", "JSONText", "Threads",
            ]),

        // Layer 5 to 7: preview, commands, executable.
        .target(
            name: "Preview",
            dependencies: [
                "SiteBuild", "FileStore", "Diagnostics", "FrenchText", "MarkupText",
                .product(name: "FlyingFox", package: "FlyingFox"),
            ]),
        .target(
            name: "ParcheminCommand",
            dependencies: [
                "Preview", "SiteBuild", "FicheReaders", "FicheDocument", "SearchIndex", "FicheModel", "FileStore",
                "FrenchText", "PagePrinting", "Diagnostics",
                "JSONText", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .executableTarget(name: "parchemin", dependencies: ["ParcheminCommand"]),

        // Tests.
        .target(
            name: "TestSupport", dependencies: ["SiteBuild", "ParcheminCommand", "Diagnostics"],
            path: "Tests/TestSupport"),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "JSONText"]),
        .testTarget(name: "ExternalProgramTests", dependencies: ["ExternalProgram"]),
        .testTarget(name: "PagePrintingTests", dependencies: ["PagePrinting"]),
        .testTarget(name: "FicheModelTests", dependencies: ["FicheModel"]),
        .testTarget(name: "FrenchTextTests", dependencies: ["FrenchText"]),
        .testTarget(name: "MarkdownTests", dependencies: ["Markdown"]),
        .testTarget(
            name: "FicheReadersTests",
            dependencies: ["FicheReaders", "FicheDocument", "ExternalProgram", "TestSupport", "CZlib"]),
        .testTarget(
            name: "FicheDocumentTests", dependencies: ["FicheDocument", "FicheReaders", "Theme", "TestSupport"]),
        .testTarget(
            name: "SearchIndexTests",
            dependencies: ["SearchIndex", "SiteBuild", "FicheReaders", "FicheModel", "FrenchText", "JSONText"]),
        .testTarget(name: "FileStoreTests", dependencies: ["FileStore", "TestSupport"]),
        .testTarget(name: "CompressionTests", dependencies: ["Compression", "CZlib"]),
        .testTarget(
            name: "CatalogueTests",
            dependencies: ["Catalogue", "FicheDocument", "FicheModel", "Diagnostics", "JSONText", "TestSupport"]),
        .testTarget(name: "ThemeTests", dependencies: ["Theme"]),
        .testTarget(
            name: "SiteTests",
            dependencies: [
                "TestSupport", "SiteBuild", "Catalogue", "SearchIndex", "FicheModel", "MarkupText", "ParcheminCommand",
                "Diagnostics",
            ]),
        .testTarget(name: "PreviewTests", dependencies: ["Preview", "SiteBuild", "TestSupport"]),
        .testTarget(name: "ArchitectureTests"),
    ],
    swiftLanguageModes: [.v6]
)
