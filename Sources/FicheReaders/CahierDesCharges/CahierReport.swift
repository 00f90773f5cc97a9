import Diagnostics
import FicheModel
import FrenchText

/// What is to be said about a cahier des charges.
struct CahierReport {
    private let document: SourceDocument
    private(set) var diagnostics: [Diagnostic] = []

    init(document: SourceDocument) { self.document = document }

    private mutating func add(
        _ severity: Diagnostic.Severity, _ identifier: Diagnostic.Identifier, _ message: String, line: Int, hint: String
    ) {
        let lines = document.text.lines
        diagnostics.append(
            Diagnostic(
                severity, identifier, message, file: document.path, position: SourcePosition(line: line), hint: hint,
                excerpt: lines.indices.contains(line - 1) ? lines[line - 1].text : nil))
    }

    mutating func certificateurAbsent() {
        add(
            .warning, .certificateurAbsent, "La couverture ne dit pas qui délivre la certification", line: 1,
            hint: "Écrivez-y « Organisme certificateur : … », ou le nom de la commission paritaire de la branche")
    }

    /// Entries of the contents that no section of the body answers.
    mutating func check(layout: CahierLayout, blocks: [CahierBlock]) {
        var numbers: Set<String> = []
        for block in blocks { if case .section(let heading) = block.kind { numbers.insert(heading.numero) } }
        for (entry, line) in zip(layout.entries, layout.entryLines) where !numbers.contains(entry.numero) {
            add(
                .warning, .sectionAbsente,
                "Le sommaire annonce « \(entry.numero) \(entry.titre) », que le texte n’a pas",
                line: line.number, hint: "Vérifiez le numéro et le titre de la section dans le texte")
        }
    }

    mutating func check(_ domaines: DomainesReader) {
        for problem in domaines.problems {
            add(.warning, problem.identifier, problem.message, line: problem.line, hint: problem.hint)
        }
        if domaines.blocs.isEmpty {
            add(
                .warning, .domainesAbsents, "Aucun domaine de compétences trouvé", line: 1,
                hint:
                    "Les domaines commencent par « Domaine de compétences 1 : titre », leurs unités par « Unité de compétences 1 - titre »"
            )
        }
    }

    mutating func check(_ footnotes: Footnotes, repeated: [Int]) {
        if let numero = repeated.first, let note = footnotes.notes.first {
            add(
                .note, .noteEnDouble, "Plusieurs notes portent le numéro \(numero) : elles sont numérotées à la suite",
                line: note.lines.first?.number ?? 1, hint: "Un appel va à la première note de son numéro qui le suit")
        }
        for (numero, item) in footnotes.recovered {
            add(
                .note, .noteDeplacee,
                "Cet élément de liste est rattaché à la note \(numero), dont une page l’avait séparé",
                line: item.firstLine, hint: "Si ce n’est pas sa place, donnez-lui la puce des éléments qui l’entourent")
        }
    }

    /// Notes that nothing calls: the page shows them, but no text leads there.
    mutating func check(calls document: DocumentReference?, _ footnotes: Footnotes) {
        guard let document else { return }
        let texts =
            document.couverture
            + document.elements.flatMap { element -> [String] in
                switch element {
                case .titre(_, _, let texte, _): [texte]
                case .texte(let texte): [texte]
                case .tableau(let entete, let lignes): entete + lignes.flatMap { $0 }
                }
            }
        let called = texts.reduce(into: Set<Int>()) { $0.formUnion(NoteCalls.written(in: $1)) }
        for note in footnotes.notes where !called.contains(note.numero) {
            add(
                .warning, .noteSansAppel, "Rien dans le texte n’appelle la note \(note.numero)",
                line: note.lines.first?.number ?? 1, hint: "Mettez l’appel dans le texte, en chiffre supérieur : ¹")
        }
    }

    mutating func check(_ couverture: Couverture) {
        diagnostics += couverture.unplacedDiagnostics(in: document)
    }
}
