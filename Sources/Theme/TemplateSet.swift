import Diagnostics
import Mustache

/// The templates of a theme, compiled once.
struct TemplateSet: Sendable {
    static let suffix = ".mustache"
    private let library: MustacheLibrary
    /// The templates that are rendered by code of our own, with all that they call.
    private let codes: [String: TemplateCode]
    /// The same as they are run.
    private let programs: [String: TemplateProgram]
    let names: [String]

    /// Compiles every template and looks for the partials that each names.
    ///
    /// Throws one diagnostic for each template that cannot be read and for each partial that is missing.
    init(_ files: ThemeFiles) throws(ThemeFailure) {
        EscapedHTML.register()
        var diagnostics: [Diagnostic] = []
        var templates: [String: MustacheTemplate] = [:]
        var sources: [(name: String, text: String, place: String)] = []
        for path in files.paths where path.hasPrefix("templates/") && path.hasSuffix(Self.suffix) {
            guard let file = files.files[path] else { continue }
            let name = String(path.dropFirst("templates/".count).dropLast(Self.suffix.count))
            let place = file.origin ?? path
            guard let text = String(validating: file.bytes, as: UTF8.self) else {
                diagnostics.append(
                    Diagnostic(
                        .error, "gabarit-illisible", "Ce gabarit n’est pas un texte en UTF-8", file: place,
                        hint: "Enregistrez-le en UTF-8"))
                continue
            }
            sources.append((name, text, place))
            do {
                templates[name] = try MustacheTemplate(string: EscapedHTML.pragma + text)
            } catch {
                diagnostics.append(Self.diagnostic(for: error, text: text, place: place))
            }
        }
        let known = Set(sources.map(\.name))
        for source in sources {
            diagnostics += PartialCalls.missing(in: source.text, known: known, place: source.place)
        }
        guard diagnostics.isEmpty else { throw ThemeFailure(diagnostics.sorted()) }
        library = MustacheLibrary(templates: templates)
        names = known.sorted()
        codes = Self.codes(sources.map { ($0.name, $0.text) })
        programs = codes.mapValues { TemplateProgram($0) }
    }

    /// A template filled with data, as bytes; nil when there is no such template.
    func render(_ name: String, _ data: [String: Any]) -> [UInt8]? {
        if let program = programs[name] { return TemplateRun.bytes(program, data, programs: programs) }
        return libraryRendering(name, data)
    }

    /// The same by swift-mustache, which is the rule for what templates mean.
    func libraryRendering(_ name: String, _ data: [String: Any]) -> [UInt8]? {
        library.render(data, withTemplate: name).map { Array($0.utf8) }
    }

    /// Whether a template is rendered by code of our own.
    func hasCode(_ name: String) -> Bool { codes[name] != nil }

    /// Whether a template, or one that it calls, looks for a key; true where that cannot be known.
    func mentions(_ key: String, in name: String) -> Bool {
        var waiting = [name]
        var seen: Set<String> = []
        while let next = waiting.popLast() {
            guard seen.insert(next).inserted else { continue }
            guard let code = codes[next] else { return true }
            if code.names(key) { return true }
            waiting += code.partials
        }
        return false
    }

    /// Whether a template and those that it calls look for no other keys than these; false where that cannot be known.
    func reads(only keys: Set<String>, in name: String) -> Bool {
        var waiting = [name]
        var seen: Set<String> = []
        while let next = waiting.popLast() {
            guard seen.insert(next).inserted else { continue }
            guard let code = codes[next], code.keys.isSubset(of: keys) else { return false }
            waiting += code.partials
        }
        return true
    }

    /// The code of the templates that have one, and whose every called template has one.
    private static func codes(_ sources: [(name: String, text: String)]) -> [String: TemplateCode] {
        var codes: [String: TemplateCode] = [:]
        for source in sources { codes[source.name] = TemplateCompiler.code(of: source.text) }
        while true {
            let stranded = codes.filter { !$0.value.partials.allSatisfy { codes[$0] != nil } }.map(\.key)
            if stranded.isEmpty { return codes }
            for name in stranded { codes[name] = nil }
        }
    }

    private static func diagnostic(for error: any Error, text: String, place: String) -> Diagnostic {
        guard let parser = error as? MustacheTemplate.ParserError else {
            return Diagnostic(.error, "gabarit-illisible", "Ce gabarit ne peut pas être lu : \(error)", file: place)
        }
        let line = parser.context.lineNumber
        // The pragma that is put before the text is on its first line.
        let column = max(1, parser.context.columnNumber - (line == 1 ? EscapedHTML.pragma.count : 0))
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return Diagnostic(
            .error, "gabarit-illisible", message(for: parser.error), file: place,
            position: SourcePosition(line: line, column: column),
            hint: "Les balises des gabarits sont décrites dans Documentation/theme.md",
            excerpt: lines.indices.contains(line - 1) ? String(lines[line - 1]) : nil)
    }

    private static func message(for error: any Error) -> String {
        switch error as? MustacheTemplate.Error {
        case .sectionCloseNameIncorrect: "Une section se ferme sous un autre nom que celui qui l’ouvre"
        case .unfinishedName: "Une balise n’est pas terminée par « }} »"
        case .expectedSectionEnd: "Une section ouverte n’est jamais fermée"
        case .invalidSetDelimiter: "Un changement de délimiteurs est mal écrit"
        case .invalidConfigVariableSyntax, .unrecognisedConfigVariable: "Un réglage « {{% … }} » est inconnu"
        default: "Une balise est mal écrite"
        }
    }
}
