/// Rules that hold for the text of the sources. Each gives the places that break it, as `path:line: what`.
enum SourceRules {
    /// Words that have no place in a program that reads what strangers wrote.
    static let forbidden = [
        "fatalError(", "try!", "as!", "preconditionFailure(", "precondition(", "assertionFailure(", "TODO", "FIXME",
        "XXX",
    ]

    /// Calls that change the disk.
    static let writes = [
        "createFile(", "createDirectory(", "removeItem(", "moveItem(", "copyItem(", "replaceItem", "linkItem(",
        "createSymbolicLink(", "setAttributes(", "write(to:", "write(toFile:", "FileHandle(forWriting",
        "FileHandle(forUpdating", "fopen(", "unlink(", "mkdir(", "rmdir(", "renameat", "O_WRONLY", "O_CREAT", "O_RDWR",
    ]

    static let longestFile = 400

    static func forbiddenWords(in file: SourceFile) -> [String] { places(of: forbidden, in: file) }

    static func diskWrites(in file: SourceFile) -> [String] { places(of: writes, in: file) }

    static func tooLong(_ file: SourceFile) -> [String] {
        let count = file.lines.count - (file.text.hasSuffix("\n") ? 1 : 0)
        guard count > longestFile, !file.lines.prefix(5).contains(where: { $0.contains("Long file:") }) else {
            return []
        }
        return ["\(file.path): \(count) lines; split it, or say why at its head (Long file: …)"]
    }

    /// Public types and functions without a docstring. Operators and initialisers explain themselves; one docstring
    /// serves all functions of one name, and that of a protocol those that fulfil it.
    static func undocumented(in file: SourceFile, requirements: Set<Substring> = []) -> [String] {
        let lines = file.lines
        var documented = requirements
        return lines.indices.compactMap { index in
            let words = lines[index].split(separator: " ")
            guard words.first == "public", let kind = words.first(where: { keywords.contains(String($0)) }),
                let position = words.firstIndex(of: kind), position + 1 < words.count
            else { return nil }
            let name = words[position + 1]
            if kind == "func", let first = name.first, !first.isLetter { return nil }
            var above = index - 1
            while above >= 0, isAttribute(lines[above]) { above -= 1 }
            let plainName = plain(name)
            if above >= 0, trimmed(lines[above]).hasPrefix("///") { documented.insert(plainName) }
            if documented.contains(plainName) { return nil }
            return "\(file.path):\(index + 1): public \(kind) \(name) has no docstring"
        }
    }

    /// Names of the functions that the protocols of a file require and document.
    static func documentedRequirements(in file: SourceFile) -> Set<Substring> {
        let lines = file.lines
        let names = lines.indices.dropFirst().compactMap { index -> Substring? in
            let words = lines[index].split(separator: " ")
            guard words.count > 1, words[0] == "func", !lines[index].hasSuffix("{"),
                trimmed(lines[index - 1]).hasPrefix("///")
            else { return nil }
            return plain(words[1])
        }
        return Set(names)
    }

    /// Modules of this package that a file imports from its own layer or a higher one.
    static func upwardImports(in file: SourceFile, layers: [String: Int]) -> [String] {
        guard let own = layers[file.target] else { return ["\(file.path): its folder has no layer"] }
        return file.lines.enumerated().compactMap { index, line in
            let words = line.split(separator: " ")
            guard let position = words.firstIndex(of: "import"), position <= 1, position + 1 < words.count,
                let other = layers[String(words[position + 1])], other >= own
            else { return nil }
            return "\(file.path):\(index + 1): layer \(own) imports \(words[position + 1]) of layer \(other)"
        }
    }

    private static let keywords: Set<String> = ["struct", "enum", "class", "protocol", "actor", "func", "typealias"]

    private static func places(of words: [String], in file: SourceFile) -> [String] {
        file.lines.enumerated().flatMap { index, line in
            words.filter { word in line.ranges(of: word).contains { stands($0, in: line) } }
                .map { "\(file.path):\(index + 1): \($0)" }
        }
    }

    /// True unless the match is the tail of a longer name.
    private static func stands(_ range: Range<Substring.Index>, in line: Substring) -> Bool {
        guard range.lowerBound > line.startIndex else { return true }
        let before = line[line.index(before: range.lowerBound)]
        return !(before.isLetter || before.isNumber || before == "_")
    }

    private static func plain(_ name: Substring) -> Substring { name.prefix { $0 != "(" && $0 != "<" && $0 != ":" } }

    private static func isAttribute(_ line: Substring) -> Bool { trimmed(line).hasPrefix("@") }

    private static func trimmed(_ line: Substring) -> Substring { line.drop { $0 == " " || $0 == "\t" } }
}
