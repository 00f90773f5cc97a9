import Diagnostics
import FicheModel
import FrenchText

/// Brings the rows of all tables together by the number of their fiche.
struct CSVJoin {
    /// A table with what its columns are.
    struct Part: Sendable {
        let name: CSVTableName
        let table: CSVTable
        /// The place of each known column.
        let places: [String: Int]
    }

    let path: String
    let tables: [CSVTableName: Part]
    let selection: SelectionDeFiches
    private(set) var fiches: [ReadFiche] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// The links of each fiche, from rows of any fiche.
    private var links = CSVLinks()

    init(path: String, tables: [CSVTableName: Part], selection: SelectionDeFiches) {
        self.path = path
        self.tables = tables
        self.selection = selection
    }

    mutating func run(_ standard: Part) {
        var places: [String: Int] = [:]
        var groups: [[(part: Part, row: CSVTable.Row)]] = []
        var numbers: [String] = []
        var stray = StrayRows()
        for row in standard.table.rows {
            guard let key = key(of: row, in: standard), let numero = Repertoire.parse(key)?.numero else {
                stray.add(row)
                continue
            }
            if let known = places[numero] {
                let first = groups[known].first.map { "ligne \($0.row.line)" } ?? ""
                diagnostics.append(
                    Diagnostic(
                        .error, .csvFicheRepetee, "La fiche \(numero) est donnée deux fois (\(first) aussi)",
                        file: standard.table.file, position: SourcePosition(line: row.line),
                        hint: "La première est gardée", excerpt: standard.table.text(of: row)))
                continue
            }
            places[numero] = groups.count
            groups.append([(standard, row)])
            numbers.append(numero)
        }
        report(stray, standard, "n’ont pas de numéro de fiche lisible")
        if groups.isEmpty {
            diagnostics.append(
                Diagnostic(
                    .error, .csvSansFiche, "Ce fichier devait donner les fiches et n’en a aucune",
                    file: standard.table.file, hint: "Téléchargez l’export de nouveau"))
        }
        for name in CSVTableName.allCases where name != .standard {
            guard let part = tables[name] else { continue }
            var (unnumbered, unknown) = (StrayRows(), StrayRows())
            for row in part.table.rows {
                guard let key = key(of: row, in: part), !key.isEmpty else {
                    unnumbered.add(row)
                    continue
                }
                let numero = Repertoire.parse(key)?.numero ?? key
                // A link says something of both its ends, though one of them be no fiche of this export.
                let ends = name == .lignee ? links.add(part.table.cells(of: row), part, of: numero) : []
                if let place = places[numero] {
                    groups[place].append((part, row))
                } else if !ends.contains(where: { places[$0] != nil }) {
                    unknown.add(row)
                }
            }
            report(unnumbered, part, "n’ont pas de numéro de fiche")
            report(unknown, part, "ont un numéro que les fiches n’ont pas")
        }
        for (numero, rows) in zip(numbers, groups) { build(numero, rows) }
    }

    private mutating func build(_ numero: String, _ rows: [(part: Part, row: CSVTable.Row)]) {
        if !selection.codes.isEmpty, !selection.codes.contains(numero) { return }
        var builder = CSVFicheBuilder(numero, rows, path: path, links: links[numero])
        let (read, problems) = builder.finished()
        guard selection.contains(read.fiche) else { return }
        diagnostics += problems
        if problems.hasErrors { return }
        fiches.append(read)
    }

    private func key(of row: CSVTable.Row, in part: Part) -> String? {
        let cells = part.table.cells(of: row)
        guard let place = part.places["numero_fiche"], place < cells.count else { return nil }
        return cells[place].text
    }

    /// Rows of one table that no fiche has: told once.
    private struct StrayRows {
        var count = 0
        var first: CSVTable.Row?

        mutating func add(_ row: CSVTable.Row) {
            count += 1
            first = first ?? row
        }
    }

    private mutating func report(_ stray: StrayRows, _ part: Part, _ message: String) {
        guard let first = stray.first else { return }
        let many = stray.count > 1 ? "\(stray.count) lignes de ce fichier" : "Une ligne de ce fichier"
        let verb =
            stray.count > 1
            ? message : message.hasPrefix("ont ") ? "a" + message.dropFirst(3) : "n’a" + message.dropFirst(5)
        diagnostics.append(
            Diagnostic(
                .warning, .csvLigneSansFiche, "\(many) \(verb)", file: part.table.file,
                position: SourcePosition(line: first.line),
                hint: "La première est montrée ; ces lignes ne sont pas reprises",
                excerpt: part.table.text(of: first)))
    }
}

extension CSVJoin.Part {
    /// The table when it has a key; and what is wrong with its columns.
    static func checked(_ table: CSVTable, _ name: CSVTableName) -> (CSVJoin.Part?, [Diagnostic]) {
        var places: [String: Int] = [:]
        var diagnostics: [Diagnostic] = []
        func report(
            _ severity: Diagnostic.Severity, _ identifier: Diagnostic.Identifier, _ message: String, _ hint: String?
        ) {
            diagnostics.append(
                Diagnostic(
                    severity, identifier, message, file: table.file, position: SourcePosition(line: 1), hint: hint))
        }
        for (index, column) in table.columns.enumerated() {
            if name.columns.contains(column), places[column] == nil {
                places[column] = index
            } else if !column.isEmpty {
                let nearest = NearestMatch.nearest(to: column, in: name.columns)
                report(
                    .warning, .csvColonneInconnue,
                    "La colonne « \(table.names[index].prefix(60)) » n’est pas de cet export",
                    nearest.map { "Vouliez-vous dire « \($0) » ? Ses valeurs sont gardées comme non reconnues" }
                        ?? "Ses valeurs sont gardées comme non reconnues")
            }
        }
        guard places["numero_fiche"] != nil else {
            report(.error, .csvColonneAbsente, "Ce fichier n’a pas de colonne « Numero_Fiche » : il n’est pas lu", nil)
            return (nil, diagnostics)
        }
        let absent = name.columns.filter { places[$0] == nil }
        if !absent.isEmpty {
            report(
                .warning, .csvColonneAbsente,
                "Il manque à ce fichier : \(absent.map { "« \($0) »" }.joined(separator: ", "))", nil)
        }
        return (CSVJoin.Part(name: name, table: table, places: places), diagnostics)
    }
}

/// The links between fiches, each known from both of its ends.
struct CSVLinks {
    /// The fiches before and after one, in the order of the file.
    struct Ends {
        var anciennes: [String] = []
        var nouvelles: [String] = []
    }

    private var ends: [String: Ends] = [:]
    private var known: Set<[String]> = []

    subscript(numero: String) -> Ends { ends[numero] ?? Ends() }

    /// Adds the links of a row of `numero`; gives their other ends.
    mutating func add(_ cells: [CSVTable.Cell], _ part: CSVJoin.Part, of numero: String) -> [String] {
        func other(_ column: String) -> String? {
            guard let place = part.places[column], place < cells.count else { return nil }
            return Repertoire.parse(cells[place].text)?.numero
        }
        let (ancienne, nouvelle) = (other("ancienne_certification"), other("nouvelle_certification"))
        if let ancienne { link(ancienne, to: numero) }
        if let nouvelle { link(numero, to: nouvelle) }
        return [ancienne, nouvelle].compactMap { $0 }
    }

    private mutating func link(_ ancienne: String, to nouvelle: String) {
        guard ancienne != nouvelle, known.insert([ancienne, nouvelle]).inserted else { return }
        ends[ancienne, default: Ends()].nouvelles.append(nouvelle)
        ends[nouvelle, default: Ends()].anciennes.append(ancienne)
    }
}
