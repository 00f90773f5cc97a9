import CEmbeddedCodeLists
import Diagnostics
import FrenchText

/// Labels of published codes: ROME, NSF, levels, types of certification, collective agreements, routes.
///
/// The lists come with the program (France Travail, France compétences, Légifrance, ministère du Travail, under Licence
/// Ouverte 2.0); a site may add rows of its own. Formacode labels are not among them: only what a fiche gives is shown.
public struct CodeLists: Sendable {
    private var tables: [CodeList: CodeTable]

    /// The lists that the program carries.
    public init() {
        tables = [:]
        for index in 0..<pembed_codelists_count() {
            let file = pembed_codelists_files()[index]
            guard let path = file.path, let list = CodeLists.list(named: String(cString: path)) else { continue }
            tables[list] = CodeTable(sorted: Array(UnsafeBufferPointer(start: file.bytes, count: file.length)))
        }
    }

    /// These lists with the rows of `text`, a file in the form of the embedded ones (sorted or not); its rows win.
    ///
    /// Lines without a tab, and files that name no list, are reported and left out.
    /// - Parameter file: the path of the file, for diagnostics; its last part names the list (`rome.tsv`).
    public func adding(_ text: String, file: String) -> (lists: CodeLists, diagnostics: [Diagnostic]) {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        guard let list = CodeLists.list(named: name) else {
            return (self, [CodeLists.unknownList(name, file: file)])
        }
        let (rows, diagnostics) = CodeListText.rows(of: text, file: file)
        var lists = self
        lists.tables[list] = table(list).adding(rows)
        return (lists, diagnostics)
    }

    /// The label of a ROME code (`D1214`, `D12` or `D`): that of version 3, which the registers use, else of version 4.
    public func rome(_ code: String) -> String? {
        let key = Codes.upper(code)
        return table(.rome).label(of: key) ?? table(.rome4).label(of: key)
    }

    /// The domain of a ROME code: `D1214` gives `D12` with its label.
    public func domaineROME(_ code: String) -> CodeLibelle? {
        let key = String(Codes.upper(code).prefix(3))
        return table(.rome).label(of: key).map { CodeLibelle(code: key, libelle: $0, libelleDerive: true) }
    }

    /// The great domain of a ROME code: `D1214` gives `D` with its label.
    public func grandDomaineROME(_ code: String) -> CodeLibelle? {
        let key = String(Codes.upper(code).prefix(1))
        return table(.rome).label(of: key).map { CodeLibelle(code: key, libelle: $0, libelleDerive: true) }
    }

    /// The label of an NSF code as the registers word it; of a code that they do not have, the label of its group where
    /// its letter exists.
    public func nsf(_ code: String) -> String? {
        let key = Codes.lower(code)
        if let label = table(.nsfLibelles).label(of: key) ?? table(.nsf).label(of: key) { return label }
        guard key.utf8.count == 4, lettreNSF(key) != nil else { return nil }
        return table(.nsf).label(of: String(key.prefix(3)))
    }

    /// The group of an NSF code: `251w` gives `251` with the label of the nomenclature.
    public func groupeNSF(_ code: String) -> CodeLibelle? { nsfAncestor(code, length: 3) }

    /// The domain of an NSF code: `251w` gives `25` with the label of the nomenclature.
    public func domaineNSF(_ code: String) -> CodeLibelle? { nsfAncestor(code, length: 2) }

    /// What the letter at the end of an NSF code means: `251w` gives "Commercialisation".
    public func lettreNSF(_ code: String) -> String? {
        let key = Codes.lower(code)
        guard let last = key.last, last.isLetter else { return nil }
        return table(.nsfLettres).label(of: String(last))
    }

    /// The label of a collective agreement by its IDCC, with or without leading zeros.
    public func idcc(_ code: String) -> String? { table(.idcc).label(of: Codes.withoutLeadingZeros(code)) }

    /// The words behind the abbreviation of a type of certification (`CQP`).
    public func abrege(_ code: String) -> String? {
        table(.abreges).label(of: code)
            ?? table(.abreges).rows.first { row in
                Folding.key(row.first ?? "") == Folding.key(code)
            }?.dropFirst().first
    }

    /// The words of a route by its key in the contract (`VAE`: "Par expérience").
    public func voieAcces(_ key: String) -> String? { table(.voiesAcces).label(of: Codes.upper(key)) }

    /// The words of a level of 2019, 1 to 8.
    public func niveau(_ europe: Int) -> String? { table(.niveaux).label(of: String(europe)) }

    /// The level of 2019 of a numeral of 1969, where there is exactly one: "III" gives 5, "I" (7 or 8) nil.
    public func niveau2019(fromNumeral1969 numeral: String) -> Int? {
        let wanted = Codes.upper(numeral)
        let found = table(.niveaux).rows.filter { row in
            row.count > 2 && row[2].split(separator: "|").contains { Codes.upper(String($0)) == wanted }
        }
        return found.count == 1 ? found.first?.first.flatMap { Int($0) } : nil
    }

    /// The numeral of 1969 of a level of 2019 ("III" for 5), nil where there was none or several.
    public func nomenclature1969(of europe: Int) -> String? {
        guard let numerals = table(.niveaux).fields(of: String(europe)).flatMap({ $0.dropFirst().first }),
            !numerals.isEmpty, !numerals.contains("|")
        else { return nil }
        return numerals
    }

    /// The code of a list that `code` was probably meant to be, with its label; nil when none is near enough.
    public func nearest(to code: String, in list: CodeList) -> CodeLibelle? {
        var labels: [String: String] = [:]
        for list in CodeLists.searched(with: list) {
            for row in table(list).rows where row.count > 1 { labels[row[0]] = labels[row[0]] ?? row[1] }
        }
        guard let match = NearestMatch.nearest(to: code, in: labels.keys.sorted()) else { return nil }
        return CodeLibelle(code: match, libelle: labels[match], libelleDerive: true)
    }

    /// All codes of a list with their labels, in the order of the bytes of the code.
    public func entries(of list: CodeList) -> [CodeLibelle] {
        table(list).rows.compactMap { row in
            row.first.map { CodeLibelle(code: $0, libelle: row.count > 1 ? row[1] : nil, libelleDerive: true) }
        }
    }

    private func table(_ list: CodeList) -> CodeTable { tables[list] ?? CodeTable(sorted: []) }

    private func nsfAncestor(_ code: String, length: Int) -> CodeLibelle? {
        let key = String(Codes.lower(code).prefix(length))
        guard key.utf8.count == length else { return nil }
        return table(.nsf).label(of: key).map { CodeLibelle(code: key, libelle: $0, libelleDerive: true) }
    }

    /// Lists whose codes live in one space: a near miss is looked for in all of them.
    private static func searched(with list: CodeList) -> [CodeList] {
        switch list {
        case .rome, .rome4: [.rome, .rome4]
        case .nsf, .nsfLibelles: [.nsfLibelles, .nsf]
        default: [list]
        }
    }

    private static func list(named fileName: String) -> CodeList? {
        CodeList.allCases.first { $0.fileName == fileName }
    }

    private static func unknownList(_ name: String, file: String) -> Diagnostic {
        let known = CodeList.allCases.map(\.fileName)
        let hint =
            NearestMatch.nearest(to: name, in: known).map { "Le nom le plus proche est « \($0) »." }
            ?? "Les noms connus sont : \(known.joined(separator: ", "))."
        return Diagnostic(
            .warning, "liste-de-codes-inconnue", "« \(name) » n’est le nom d’aucune liste de codes", file: file,
            hint: hint)
    }
}
