// swift-tools-version: 6.1
// Apart from the program: fuzzing asks for a sanitizer that a normal build must not carry. See README.md.
import PackageDescription

let families = ["AncienneFiche", "FicheActuelle", "Flux", "HTML", "Redaction", "CahierDesCharges"]

let package = Package(
    name: "parchemin-fuzzing",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "parchemin", path: "..")],
    targets: [
        .target(name: "Checked", dependencies: [.product(name: "FicheReaders", package: "parchemin")]),
        .target(name: "FuzzerDriver"),
        .executableTarget(name: "Corruptions", dependencies: ["Checked"]),
        .executableTarget(name: "Growth", dependencies: ["Checked"]),
    ]
        + families.map { family in
            .executableTarget(
                name: "Fuzz\(family)", dependencies: ["Checked", "FuzzerDriver"],
                swiftSettings: [.unsafeFlags(["-parse-as-library"])])
        },
    swiftLanguageModes: [.v6]
)
