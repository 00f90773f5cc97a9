import Diagnostics
import Yams

/// Parses the YAML of a front matter, and finds the bytes of its values and of its comments.
struct FrontMatterParser {
    private let path: String
    private let source: SourceText
    private let lines: ArraySlice<SourceLine>
    /// The bytes of comments.
    private(set) var comments: [Range<Int>] = []
    private var scalarEnds: [Int: Int] = [:]
    /// The columns of the lines that are long, by their index.
    private let columns: [Int: ColumnPlaces]

    init(path: String, source: SourceText, lines: ArraySlice<SourceLine>) {
        self.path = path
        self.source = source
        self.lines = lines
        let long = lines.indices.filter { lines[$0].text.utf8.count > 200 }
        columns = Dictionary(uniqueKeysWithValues: long.map { ($0, ColumnPlaces(lines[$0].text)) })
    }

    /// The entries in their order, or what is wrong with the YAML.
    mutating func parse() -> (entries: [FrontMatterNode.Entry], diagnostics: [Diagnostic]) {
        guard let first = lines.first, let last = lines.last else { return ([], []) }
        let text = lines.map(\.text).joined(separator: "\n") + "\n"
        if let refusal = YAMLGuard.refusal(of: text) {
            let position = SourcePosition(line: first.number + refusal.line)
            return ([], [problem(refusal.message, at: position, hint: refusal.hint)])
        }
        do {
            guard let root = try compose(yaml: text, .basic, .default, .utf8) else {
                measureComments(marks: [], end: last.range.upperBound)
                return ([], [])
            }
            var marks: [(offset: Int, style: Node.Scalar.Style)] = []
            collectMarks(root, into: &marks)
            measureComments(marks: marks.sorted { $0.offset < $1.offset }, end: last.range.upperBound)
            let node = convert(root)
            if case .mapping(let entries) = node.content { return (entries, []) }
            if node.isNull { return ([], []) }
            let message = "L’en-tête doit être une suite de lignes « clé: valeur »"
            return ([], [problem(message, at: node.position, hint: "Exemple : « intitule: Vendeur conseil »")])
        } catch let error as YamlError {
            return ([], [diagnostic(for: error)])
        } catch {
            return ([], [problem("L’en-tête n’est pas du YAML", at: SourcePosition(line: first.number), hint: nil)])
        }
    }

    // MARK: Places

    private func place(of mark: Mark?) -> (position: SourcePosition, offset: Int) {
        let first = lines.startIndex
        guard let mark else { return (SourcePosition(line: lines[first].number), lines[first].range.lowerBound) }
        let index = min(max(first, first + mark.line - 1), lines.endIndex - 1)
        let line = lines[index]
        guard mark.line - 1 <= index - first else {
            return (SourcePosition(line: line.number + 1), line.range.upperBound)
        }
        let bytes = (columns[index] ?? ColumnPlaces(line.text)).offset(ofColumn: mark.column - 1)
        return (SourcePosition(line: line.number, column: max(1, mark.column)), line.range.lowerBound + bytes)
    }

    private func collectMarks(_ node: Node, into marks: inout [(offset: Int, style: Node.Scalar.Style)]) {
        switch node {
        case .scalar(let scalar): marks.append((place(of: scalar.mark).offset, scalar.style))
        case .sequence(let sequence): sequence.forEach { collectMarks($0, into: &marks) }
        case .mapping(let mapping):
            for (key, value) in mapping {
                collectMarks(key, into: &marks)
                collectMarks(value, into: &marks)
            }
        case .alias: break
        }
    }

    /// Between the start of a scalar and that of the next lie the scalar, signs of the syntax and comments.
    private mutating func measureComments(marks: [(offset: Int, style: Node.Scalar.Style)], end: Int) {
        let start = lines.first?.range.lowerBound ?? 0
        let scanner = YAMLScalarScanner(bytes: source.bytes)
        comments += scanner.comments(in: start..<(marks.first?.offset ?? end))
        for (index, mark) in marks.enumerated() {
            let limit = max(mark.offset, index + 1 < marks.count ? marks[index + 1].offset : end)
            let (scalarEnd, found) = scanner.measure(mark.offset..<limit, style: mark.style)
            scalarEnds[mark.offset] = scalarEnd
            comments += found
        }
    }

    private func convert(_ node: Node) -> FrontMatterNode {
        let (position, offset) = place(of: node.mark)
        switch node {
        case .scalar(let scalar):
            let plain = scalar.style == .plain || scalar.style == .any
            return FrontMatterNode(
                content: .scalar(scalar.string), position: position, range: offset..<(scalarEnds[offset] ?? offset),
                isNull: plain && ["", "~", "null"].contains(scalar.string))
        case .sequence(let sequence):
            return FrontMatterNode(
                content: .sequence(sequence.map { convert($0) }), position: position, range: offset..<offset,
                isNull: false)
        case .mapping(let mapping):
            let entries = mapping.map {
                FrontMatterNode.Entry(key: convert($0.key), name: $0.key.scalar?.string ?? "", value: convert($0.value))
            }
            return FrontMatterNode(
                content: .mapping(entries), position: position, range: offset..<offset, isNull: false)
        case .alias:
            return FrontMatterNode(content: .scalar(""), position: position, range: offset..<offset, isNull: true)
        }
    }

    // MARK: Errors

    private func diagnostic(for error: YamlError) -> Diagnostic {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            if problem.contains("mapping values"), isKey(before: mark) {
                return self.problem(
                    "Le retrait de cette clé ne s’accorde pas avec les précédentes", at: place(of: mark).position,
                    hint: "Alignez les clés d’un même objet, avec des espaces")
            }
            let words = YAMLProblem.french(problem)
            // What is never closed is found at its opening, not where the text ends.
            let opening = words.isUnclosed ? context?.mark : nil
            return self.problem(words.message, at: place(of: opening ?? mark).position, hint: words.hint)
        case .duplicatedKeysInMapping(let keys, let context):
            let key = keys.first ?? ""
            var found = problem(
                "La clé « \(key) » est écrite deux fois", at: secondPlace(of: key, after: context.mark),
                hint: "Première fois ligne \(place(of: context.mark).position.line) : gardez-en une seule")
            found.identifier = .cleEnDouble
            return found
        case .reader(_, let offset, _, _):
            let before = lines.first.map { $0.range.lowerBound + (offset ?? 0) } ?? 0
            let line = SourcePosition(line: source.line(at: min(before, source.bytes.count)))
            return problem(
                "L’en-tête contient un caractère de commande invisible", at: line,
                hint: "Effacez cette ligne et récrivez-la")
        default:
            return problem("L’en-tête n’est pas du YAML", at: place(of: nil).position, hint: nil)
        }
    }

    /// True when nothing but one word of a key stands before a colon.
    private func isKey(before mark: Mark) -> Bool {
        let index = lines.startIndex + mark.line - 1
        guard lines.indices.contains(index) else { return false }
        let before = lines[index].text.unicodeScalars.prefix(max(0, mark.column - 1)).drop { $0 == " " }
        return !before.isEmpty
            && before.allSatisfy {
                $0 == "_" || $0 == "-" || $0.properties.isAlphabetic || $0.isASCII && $0.properties.numericType != nil
            }
    }

    /// The line on which a key is written again at the same column.
    private func secondPlace(of key: String, after mark: Mark) -> SourcePosition {
        let position = place(of: mark).position
        let repeated = lines.first { line in
            line.number > position.line
                && line.text.unicodeScalars.dropFirst(position.column - 1).starts(with: (key + ":").unicodeScalars)
        }
        return repeated.map { SourcePosition(line: $0.number, column: position.column) } ?? position
    }

    private func problem(_ message: String, at position: SourcePosition, hint: String?) -> Diagnostic {
        let excerpt = lines.first { $0.number == position.line }?.text
        return Diagnostic(
            .error, .enTeteIllisible, message, file: path, position: position, hint: hint, excerpt: excerpt)
    }
}
