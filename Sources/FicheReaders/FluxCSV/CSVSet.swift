import Diagnostics
import FicheModel
import FrenchText

/// The set of official CSV exports as one source: ten tables joined on `Numero_Fiche`.
///
/// The heads of the files belong to no fiche; each row belongs to the fiche whose number it has. The links of
/// `Ancienne_Nouvelle_Certification` are read in both directions, because the register often declares one only.
public struct CSVSet: Sendable {
    /// One file of the set.
    public struct File: Sendable {
        public let path: String
        public let bytes: [UInt8]

        public init(path: String, bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }
    }

    /// What to call the set: the folder or the archive that holds it.
    public let path: String
    public var selection: SelectionDeFiches

    public init(path: String, selection: SelectionDeFiches = SelectionDeFiches()) {
        self.path = path
        self.selection = selection
    }

    /// True for the name of a file of the set.
    public static func isMember(_ path: String) -> Bool { CSVTableName.named(by: path) != nil }

    /// The sets among the names of files: by folder and by the date in the name, in the order of the names.
    public static func groups(_ paths: [String]) -> [[String]] {
        var keys: [String] = []
        var groups: [String: [String]] = [:]
        for path in paths where isMember(path) {
            let folder = path.split(separator: "/").dropLast().joined(separator: "/")
            let key = folder + "/" + (FluxDate.inFileName(path)?.iso ?? "")
            if groups[key] == nil { keys.append(key) }
            groups[key, default: []].append(path)
        }
        return keys.map { groups[$0] ?? [] }
    }

    /// Reads and joins the files.
    public func read(_ files: [File]) -> ReadResult {
        var result = ReadResult()
        var tables: [CSVTableName: CSVJoin.Part] = [:]
        for file in files.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
            let (text, problems) = TextDecoding.decode(file.bytes, path: file.path)
            result.diagnostics += problems
            guard let text else { continue }
            let table = CSVTable(text, file: file.path)
            result.diagnostics += table.diagnostics
            guard let name = CSVTableName.recognised(by: table.columns) ?? CSVTableName.named(by: file.path) else {
                continue
            }
            let (part, wrong) = CSVJoin.Part.checked(table, name)
            result.diagnostics += wrong
            guard let part else { continue }
            if let known = tables[name] {
                result.diagnostics.append(
                    Diagnostic(
                        .error, .csvTableRepetee,
                        "Ce fichier donne \(name.contenu) une seconde fois : il n’est pas lu", file: file.path,
                        hint: "« \(known.table.file) » les donne déjà ; gardez une seule date d’export"))
            } else {
                tables[name] = part
            }
        }
        guard let standard = tables[.standard] else {
            if !files.isEmpty, result.diagnostics.allSatisfy({ $0.severity != .error }) || !tables.isEmpty {
                result.diagnostics.append(
                    Diagnostic(
                        .error, .csvTableAbsente, "Il manque \(CSVTableName.standard.contenu) parmi ces exports CSV",
                        file: path, hint: "Donnez le dossier ou le .zip qui tient les dix fichiers de l’export"))
            }
            return result
        }
        let missing = CSVTableName.allCases.filter { tables[$0] == nil }
        if !missing.isEmpty {
            result.diagnostics.append(
                Diagnostic(
                    .warning, .csvTableAbsente,
                    "Cet export CSV n’a pas tous ses fichiers : il manque \(missing.map(\.contenu).joined(separator: ", "))",
                    file: path, hint: "Les fiches sont lues sans ces données"))
        }
        var join = CSVJoin(path: path, tables: tables, selection: selection)
        join.run(standard)
        result.fiches = join.fiches
        result.diagnostics += join.diagnostics
        return result
    }
}

/// Reads one CSV file that is given alone.
public struct CSVReader: FicheReader {
    public init() {}

    public var format: SourceFormat { .csv }

    public func recognition(of document: SourceDocument) -> Int {
        let head = document.text.bytes.prefix(2000).prefix { $0 != 0x0A && $0 != 0x0D }
        guard head.contains(UInt8(ascii: ";")) || head.contains(UInt8(ascii: ",")) || head.contains(0x09) else {
            return 0
        }
        let table = CSVTable(Array(head), file: document.path)
        guard let name = CSVTableName.recognised(by: table.columns) else { return 0 }
        return 4 * name.columns.count { table.columns.contains($0) }
    }

    public func read(_ document: SourceDocument) -> ReadResult {
        CSVSet(path: document.path).read([CSVSet.File(path: document.path, bytes: document.text.bytes)])
    }
}
