/// The targets of a package manifest, read from its text: asking the package manager from inside its own tests deadlocks.
struct Manifest {
    struct Target: Equatable {
        var kind: String
        var name: String
        /// Targets of this package; products of other packages are not among them.
        var dependencies: [String]
        var path: String?
    }

    var targets: [Target]

    init(text: String) {
        let code = Manifest.withoutComments(text)
        targets = ["target", "executableTarget", "systemLibrary", "testTarget"].flatMap { kind in
            Manifest.calls(of: "." + kind, in: code).compactMap { Manifest.target(kind: kind, arguments: $0) }
        }
    }

    private static func target(kind: String, arguments: String) -> Target? {
        guard let name = strings(after: "name:", in: arguments, upTo: ",").first else { return nil }
        var dependencies = list(after: "dependencies:", in: arguments)
        for product in calls(of: ".product", in: dependencies) {
            dependencies = dependencies.replacing(product, with: "")
        }
        return Target(
            kind: kind, name: name, dependencies: quoted(dependencies),
            path: strings(after: " path:", in: arguments, upTo: ",").first)
    }

    /// What stands between the parentheses of each call of `name`.
    private static func calls(of name: String, in text: String) -> [String] {
        text.ranges(of: name + "(").map { range in
            balanced(text[range.upperBound...], open: "(", close: ")")
        }
    }

    private static func list(after label: String, in text: String) -> String {
        guard let range = text.firstRange(of: label), let open = text[range.upperBound...].firstIndex(of: "[") else {
            return ""
        }
        return balanced(text[text.index(after: open)...], open: "[", close: "]")
    }

    private static func balanced(_ text: Substring, open: Character, close: Character) -> String {
        var depth = 1
        var inString = false
        for index in text.indices {
            let character = text[index]
            if character == "\"" { inString.toggle() }
            if inString { continue }
            if character == open { depth += 1 }
            if character == close { depth -= 1 }
            if depth == 0 { return String(text[..<index]) }
        }
        return String(text)
    }

    private static func strings(after label: String, in text: String, upTo end: Character) -> [String] {
        guard let range = text.firstRange(of: label) else { return [] }
        return quoted(String(text[range.upperBound...].prefix { $0 != end }))
    }

    private static func quoted(_ text: String) -> [String] {
        text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }

    private static func withoutComments(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.drop { $0 == " " }.hasPrefix("//") ? "" : String(line)
        }.joined(separator: "\n")
    }
}
