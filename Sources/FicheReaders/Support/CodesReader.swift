import FicheModel
import FrenchText

/// Reads lines of a code and its label: "312t Négociation et vente", "• C1102 : Conseil clientèle", "3152 - Horlogerie".
enum CodesReader {
    /// What a code of a list looks like.
    enum Shape {
        case nsf, rome, formacode, convention

        func matches(_ code: String) -> Bool {
            let bytes = Array(code.utf8)
            let digits = bytes.prefix { (0x30...0x39).contains($0) }.count
            switch self {
            case .nsf:
                return (1...3).contains(digits)
                    && (digits == bytes.count || (digits + 1 == bytes.count && Self.isLetter(bytes[digits])))
            case .rome:
                if digits == bytes.count { return digits == 5 }
                return bytes.count <= 5 && bytes.count != 2 && Self.isLetter(bytes[0])
                    && bytes.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
            case .formacode: return digits == bytes.count && digits == 5
            case .convention: return digits == bytes.count && (3...5).contains(digits)
            }
        }

        private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    }

    static func codes(_ section: Section, shape: Shape, champ: Champ, into lecture: inout Lecture) -> [CodeLibelle] {
        var codes: [CodeLibelle] = []
        var last: PrintedLine?
        for line in section.lines {
            let text = Bullet(line).flatMap { line.rest(from: $0.length)?.text } ?? line.text
            if BlockWriter.isPlaceholder(lecture.blocks([line])) {
                lecture.claim(line, .miseEnPage("valeur vide"))
                continue
            }
            let entries = entries(text, shape: shape)
            if !entries.isEmpty {
                codes += entries
            } else if let end = codes.indices.last, let last, goesOn(last, line, in: lecture) {
                codes[end].libelle.grow {
                    BlockBuilder.append(text, to: &$0)
                } orBeginWith: {
                    text
                }
            } else {
                continue
            }
            lecture.claim(line, .repris(champ))
            last = line
        }
        return codes
    }

    private static func goesOn(_ last: PrintedLine, _ line: PrintedLine, in lecture: Lecture) -> Bool {
        guard line.follows else { return false }
        return LineEnds.beginsInLowerCase(line.text)
            || lecture.prose.map { !$0.hasRoom(after: last, for: line) } ?? false
    }

    /// The codes of a line: one with its label, or several where each sign that parts them stands before a code.
    static func entries(_ text: String, shape: Shape) -> [CodeLibelle] {
        for sign in [";", ",", "/"] as [Character] where text.contains(sign) {
            let parts = text.split(separator: sign).map { Folding.squeezed(String($0)) }.filter { !$0.isEmpty }
            let entries = parts.compactMap { entry($0, shape: shape) }
            // A label may hold a comma before a figure; bare codes hold no label.
            guard entries.count == parts.count, sign == ";" || entries.allSatisfy({ $0.libelle == nil }) else {
                continue
            }
            return entries
        }
        return entry(text, shape: shape).map { [$0] } ?? []
    }

    /// The code and the label of a line; nil when it does not begin with a code of that shape.
    static func entry(_ text: String, shape: Shape) -> CodeLibelle? {
        var rest = Substring(text)
        var code = rest.prefix { $0 != " " && $0 != ":" }
        rest = rest.dropFirst(code.count)
        while let last = code.last, last == "." || last == "," { code.removeLast() }
        guard !code.isEmpty, shape.matches(String(code)) else { return nil }
        let words = rest.split(separator: " ", maxSplits: 1)
        // "312 t Négociation": the letter of an NSF code stands apart in some forms.
        if shape == .nsf, let letter = words.first, letter.count == 1, letter.first?.isLowercase == true, letter != "à"
        {
            return CodeLibelle(code: String(code + letter), libelle: label(words.dropFirst().first ?? ""))
        }
        return CodeLibelle(code: String(code), libelle: label(rest))
    }

    private static func label(_ text: Substring) -> String? {
        var label = Folding.squeezed(
            String(text.unicodeScalars.drop { $0 == " " || $0 == ":" || $0 == "." || Bullet.isDash($0) }))
        // No label ends in a full stop; a sentence that holds one does.
        if label.hasSuffix("."), !label.hasSuffix("..") { label.removeLast() }
        return label.isEmpty ? nil : label
    }
}
