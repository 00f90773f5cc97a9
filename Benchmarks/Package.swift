// swift-tools-version: 6.1
// Measures of Parchemin on data of national size. A package of its own: building Parchemin never builds it.
import PackageDescription

let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "parchemin", path: "..")],
    targets: [
        .target(name: "BenchmarkSupport", dependencies: [.product(name: "FicheReaders", package: "parchemin")]),
        .executableTarget(
            name: "ReadingBenchmark",
            dependencies: ["BenchmarkSupport", .product(name: "FicheReaders", package: "parchemin")]),
        .executableTarget(
            name: "IndexBenchmark",
            dependencies: [
                "BenchmarkSupport",
                .product(name: "FicheReaders", package: "parchemin"),
                .product(name: "SearchIndex", package: "parchemin"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)
