import Diagnostics
import FicheModel
import FrenchText

/// Turns nodes of the front matter into typed values, claims their words and says what is wrong with them.
struct FieldDecoder {
    let path: String
    let source: SourceText
    /// What completes a code that stands alone.
    let codeLists: CodeLists
    var ledger: CoverageLedger
    var diagnostics: [Diagnostic] = []
    /// The lines of which something was said already.
    var reported: Set<Int> = []
    /// How many codes were looked up for a near one: each costs a walk over a list.
    private var nearCodes = 0

    init(path: String, source: SourceText, codeLists: CodeLists) {
        self.path = path
        self.source = source
        self.codeLists = codeLists
        ledger = CoverageLedger(source)
    }

    /// The hint for a code that its list does not have; nil once enough were given.
    mutating func hint(for code: String, _ champ: Champ, _ checks: CodeChecks) -> String? {
        nearCodes += 1
        return nearCodes <= CodeChecks.mostSaid ? checks.hint(for: code, champ) : nil
    }

    // MARK: Scalars

    /// A text; nil for an empty value and for a placeholder ("Sans objet").
    mutating func text(_ node: FrontMatterNode, _ champ: Champ) -> String? {
        guard case .scalar(let raw) = node.content else {
            mistyped(node, "Un texte est attendu ici")
            return nil
        }
        guard !node.isNull, !Placeholder.isEmpty(raw) else {
            ledger.claim(node.range, .miseEnPage("valeur vide"))
            return nil
        }
        ledger.claim(node.range, .repris(champ))
        let blanks = raw.utf8.reversed().prefix { $0 == 0x0A || $0 == 0x20 }.count
        return blanks == 0 ? raw : String(decoding: raw.utf8.dropLast(blanks), as: UTF8.self)
    }

    /// A text that is CommonMark: raw HTML in it is said and made harmless.
    mutating func commonMark(_ node: FrontMatterNode, _ champ: Champ) -> String? {
        guard let raw = text(node, champ), let conversion = AuthoredHTML.converted(raw) else {
            return text(node, champ)
        }
        if !conversion.blocks.isEmpty { claimTags(in: node.range) }
        reportHTML(conversion, at: node.position)
        return conversion.text.isEmpty ? nil : conversion.text
    }

    /// A text of one line, blanks squeezed.
    mutating func line(_ node: FrontMatterNode, _ champ: Champ) -> String? {
        text(node, champ).map { $0.utf8.contains { $0 < 0x20 } ? Folding.squeezed($0) : $0 }
    }

    /// `oui` or `non` (also `true`, `false`).
    mutating func bool(_ node: FrontMatterNode) -> Bool? {
        guard let raw = coded(node) else { return nil }
        switch Folding.key(raw) {
        case "oui", "true", "vrai": return true
        case "non", "false", "faux": return false
        default:
            unclaim(node)
            mistyped(node, "« \(raw) » n’est ni « oui » ni « non »", hint: "Écrivez oui, non, ou supprimez la ligne")
            return nil
        }
    }

    /// A whole number within bounds.
    mutating func int(_ node: FrontMatterNode, _ champ: Champ, in bounds: ClosedRange<Int>, what: String) -> Int? {
        guard let raw = coded(node) else { return nil }
        guard let number = Int(raw), bounds.contains(number) else {
            unclaim(node)
            mistyped(
                node, "« \(raw) » n’est pas \(what)",
                hint: "Écrivez un nombre de \(bounds.lowerBound) à \(bounds.upperBound), en chiffres")
            return nil
        }
        ledger.claim(node.range, .repris(champ))
        return number
    }

    /// A year, four digits.
    mutating func year(_ node: FrontMatterNode, _ champ: Champ) -> Int? {
        int(node, champ, in: 1900...2199, what: "une année")
    }

    /// A decimal number, with a point or a comma.
    mutating func number(_ node: FrontMatterNode, _ champ: Champ) -> Double? {
        guard let raw = coded(node) else { return nil }
        let plain = String(raw.map { $0 == "," ? "." : $0 }.filter { $0 != "%" && !$0.isWhitespace })
        guard plain.utf8.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2E }), let number = Double(plain) else {
            unclaim(node)
            mistyped(node, "« \(raw) » n’est pas un nombre", hint: "Écrivez-le en chiffres : 87 ou 87,5")
            return nil
        }
        ledger.claim(node.range, .repris(champ))
        return number
    }

    /// A date as `2018-07-30`, `30/07/2018` or `30 juillet 2018`.
    mutating func date(_ node: FrontMatterNode, _ champ: Champ) -> CalendarDate? {
        guard let raw = coded(node) else { return nil }
        guard let date = CalendarDate(raw) else {
            unclaim(node)
            mistyped(
                node, "« \(raw) » n’est pas une date qui existe",
                hint: "Écrivez année-mois-jour : 2026-09-01 pour le 1er septembre 2026")
            return nil
        }
        // A month in letters is no word of the JSON: only then does the value count as coded.
        if !raw.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) {
            ledger.claim(node.range, .repris(champ))
        }
        return date
    }

    /// A SIRET: 14 digits, blanks between them left out. Kept as written, with a warning, when it is none.
    mutating func siret(_ node: FrontMatterNode, _ champ: Champ) -> String? {
        guard let raw = text(node, champ) else { return nil }
        let digits = raw.filter { !$0.isWhitespace }
        let finding = Siret.finding(digits, champ)
        if let finding { report(finding.severity, finding.identifier, finding.message, at: node, hint: finding.hint) }
        if finding?.severity == .warning { return raw }
        if digits != raw { ledger.claim(node.range, .miseEnPage("valeur codée")) }
        return digits
    }

    /// The raw scalar of a value that is not carried word for word; nil and silent when empty.
    private mutating func coded(_ node: FrontMatterNode) -> String? {
        guard case .scalar(let raw) = node.content else {
            mistyped(node, "Une seule valeur est attendue ici")
            return nil
        }
        ledger.claim(node.range, .miseEnPage(node.isNull ? "valeur vide" : "valeur codée"))
        return node.isNull ? nil : Folding.squeezed(raw)
    }

    // MARK: Collections

    /// The elements of a list; a single value counts as a list of one.
    func elements(_ node: FrontMatterNode) -> [FrontMatterNode] {
        if node.isNull { return [] }
        if case .sequence(let nodes) = node.content { return nodes.filter { !$0.isNull } }
        return [node]
    }

    /// A list of short texts.
    mutating func texts(_ node: FrontMatterNode, _ champ: Champ) -> [String] {
        elements(node).compactMap { line($0, champ) }
    }

    /// The members of an object by key, unknown keys reported. A bare value stands for the member `bare`.
    mutating func members(
        _ node: FrontMatterNode, keys: [String], bare: String? = nil
    ) -> [String: FrontMatterNode]? {
        switch node.content {
        case .mapping(let entries):
            var members: [String: FrontMatterNode] = [:]
            for entry in entries {
                if keys.contains(entry.name) {
                    claimKey(entry)
                    members[entry.name] = entry.value
                } else {
                    unknownKey(entry, among: keys)
                }
            }
            return members
        case .scalar where bare != nil:
            return bare.map { [$0: node] }
        default:
            mistyped(
                node, "Un objet est attendu ici", hint: "Clés possibles : \(keys.joined(separator: ", "))")
            return nil
        }
    }

    // MARK: Claims and problems

    mutating func claimKey(_ entry: FrontMatterNode.Entry) { ledger.claim(entry.key.range, .miseEnPage("clé")) }

    /// Takes back what was claimed for a value that turned out unreadable: it is shown with what was not recognised.
    mutating func unclaim(_ node: FrontMatterNode) {
        for scalar in node.scalars {
            ledger.claim(scalar.range, .nonReconnu)
            reported.insert(scalar.position.line)
        }
    }

    mutating func unknownKey(_ entry: FrontMatterNode.Entry, among keys: [String], hint: String? = nil) {
        reported.formUnion(entry.value.scalars.map(\.position.line))
        let folded = Folding.key(entry.name).replacingBlanks(with: "_")
        let nearest = NearestMatch.nearest(to: folded, in: keys)
        let suggestion = nearest.map { "Vouliez-vous dire « \($0) » ?" }
        report(
            .warning, .cleInconnue, "La clé « \(entry.name) » n’existe pas : sa valeur n’est dans aucun champ",
            at: entry.key, hint: hint ?? suggestion ?? "Clés possibles ici : \(keys.joined(separator: ", "))")
    }

    mutating func mistyped(_ node: FrontMatterNode, _ message: String, hint: String? = nil) {
        report(.error, .valeurIllisible, message, at: node, hint: hint)
    }

    mutating func report(
        _ severity: Diagnostic.Severity, _ identifier: Diagnostic.Identifier, _ message: String,
        at node: FrontMatterNode, hint: String?
    ) {
        report(severity, identifier, message, at: node.position, hint: hint)
    }

    mutating func report(
        _ severity: Diagnostic.Severity, _ identifier: Diagnostic.Identifier, _ message: String,
        at position: SourcePosition, hint: String?
    ) {
        reported.insert(position.line)
        let lines = source.lines
        let excerpt = position.line <= lines.count ? lines[position.line - 1].text : nil
        diagnostics.append(
            Diagnostic(severity, identifier, message, file: path, position: position, hint: hint, excerpt: excerpt))
    }
}

extension String {
    fileprivate func replacingBlanks(with sign: Character) -> String {
        String(map { $0 == " " || $0 == "-" ? sign : $0 })
    }
}

/// Words that forms print where there is nothing to say.
enum Placeholder {
    /// True for "Sans objet", "Néant", "Non concerné", "-" and blanks.
    static func isEmpty(_ text: String) -> Bool {
        var key = Folding.key(text)
        while let last = key.last, last == "." || last == "-" || last == " " { key.removeLast() }
        return ["", "sans objet", "neant", "non concerne", "non concernee"].contains(key)
    }
}
