import Diagnostics
import FicheModel
import FrenchText

/// Builds one fiche from its rows in all tables, and accounts for every word of them.
///
/// The rows, one below the other, are the document whose words are counted; lines that are told are those of their files.
struct CSVFicheBuilder {
    /// A row with its cells, at their places among all rows of the fiche.
    struct Row {
        let part: CSVJoin.Part
        let line: Int
        let cells: [CSVTable.Cell]
        let excerpt: String

        /// A cell by its column; nil when the row is too short.
        func cell(_ column: String) -> CSVTable.Cell? {
            part.places[column].flatMap { $0 < cells.count ? cells[$0] : nil }
        }
    }

    private(set) var fiche: Fiche
    private let rows: [Row]
    private let source: SourceText
    private var ledger: CoverageLedger
    private var diagnostics: [Diagnostic] = []
    /// The first byte of each row, with its file and line.
    private var origins: [(start: Int, row: Row)] = []
    /// What each list holds already: rows of one fiche may be as many as a file has.
    private var known: [Champ: Set<[String?]>] = [:]
    /// The row of each part of a field.
    private var parts: [Champ: [DetailedProvenance.Part]] = [:]

    init(
        _ numero: String, _ found: [(part: CSVJoin.Part, row: CSVTable.Row)], path: String, links: CSVLinks.Ends
    ) {
        var bytes: [UInt8] = []
        var rows: [Row] = []
        for (part, row) in found {
            let shift = bytes.count - row.range.lowerBound
            let cells = part.table.cells(of: row).map {
                CSVTable.Cell(text: $0.text, range: $0.range.lowerBound + shift..<$0.range.upperBound + shift)
            }
            let entry = Row(part: part, line: row.line, cells: cells, excerpt: part.table.text(of: row))
            origins.append((bytes.count, entry))
            rows.append(entry)
            bytes += part.table.bytes[row.range]
            bytes.append(0x0A)
        }
        self.rows = rows
        source = SourceText(bytes)
        ledger = CoverageLedger(source)
        fiche = Fiche(
            identifiant: numero.lowercased(), intitule: "", source: SourceFiche(fichier: path, format: .csv))
        fiche.numeroFiche = numero
        fiche.repertoire = Repertoire.parse(numero)?.repertoire
        for row in rows { read(row) }
        complete(links)
    }

    /// The fiche with its account, and what is to be said about it.
    mutating func finished() -> (ReadFiche, [Diagnostic]) {
        let (couverture, provenance) = ledger.audited(against: fiche)
        fiche.source.couverture = couverture
        for (index, passage) in couverture.passages.enumerated() {
            let origin = origin(ofLine: passage.ligne)
            fiche.source.couverture.passages[index].ligne = origin.line
            diagnostics.append(
                Diagnostic(
                    .warning, .texteNonReconnu, "« \(passage.texte.prefix(80)) » n’a pas trouvé de place dans la fiche",
                    file: origin.row.part.table.file, position: SourcePosition(line: origin.line),
                    hint: "Ce texte est gardé et montré sous « Autres informations »", excerpt: origin.row.excerpt))
        }
        let lines = provenance.mapValues { found in
            var known: Set<Int> = []
            return found.map { origin(ofLine: $0).line }.filter { known.insert($0).inserted }
        }
        let files = provenance.compactMapValues { $0.first.map { origin(ofLine: $0).row.part.table.file } }
        return (ReadFiche(fiche, provenance: lines, parts: parts, files: files), diagnostics)
    }

    /// Where a line of the joined rows stands in its file.
    private func origin(ofLine line: Int) -> (row: Row, line: Int) {
        let offset = source.lines.indices.contains(line - 1) ? source.lines[line - 1].range.lowerBound : 0
        var (low, high) = (0, origins.count)
        while low < high {
            let middle = (low + high) / 2
            if origins[middle].start <= offset { low = middle + 1 } else { high = middle }
        }
        let found = origins[max(low, 1) - 1]
        return (found.row, found.row.line + line - source.line(at: found.start))
    }

    private mutating func read(_ row: Row) {
        if row.part.name != .standard, let key = row.cell("numero_fiche") {
            ledger.claim(key.range, .miseEnPage(CSVMiseEnPage.cle))
        }
        switch row.part.name {
        case .standard: readStandard(row)
        case .blocs: readBloc(row)
        case .ccn:
            for number in 1...3 {
                add(row, "ccn_\(number)_numero", "ccn_\(number)_libelle", .conventions, \.conventions)
            }
        case .certificateurs: readCertificateur(row)
        case .formacode: add(row, "formacode_code", "formacode_libelle", .formacodes, \.formacodes)
        case .nsf: add(row, "nsf_code", "nsf_intitule", .codesNSF, \.codesNSF)
        case .partenaires: readPartenaire(row)
        case .rome: add(row, "codes_rome_code", "codes_rome_libelle", .codesROME, \.codesROME)
        case .voies: readVoie(row)
        case .lignee: readLignee(row)
        }
    }

    // MARK: Tables

    private mutating func readStandard(_ row: Row) {
        _ = value(row, "numero_fiche", .numeroFiche)
        fiche.source.idFiche = value(row, "id_fiche", .source)
        fiche.source.dateDesDonnees = FluxDate.inFileName(row.part.table.file)
        if let intitule = value(row, "intitule", .intitule) {
            fiche.intitule = intitule
        } else {
            report(
                .error, .ficheSansTitre, "La fiche \(fiche.numeroFiche ?? "") n’a pas d’intitulé", row,
                hint: "La colonne « Intitule » donne son titre exact")
        }
        readAbrege(row)
        readNiveau(row)
        fiche.accessibleNouvelleCaledonie = boolean(row, "accessible_nouvelle_caledonie")
        fiche.accessiblePolynesieFrancaise = boolean(row, "accessible_polynesie_francaise")
        var enregistrement = Enregistrement()
        enregistrement.dateDernierJO = date(row, "date_dernier_jo")
        enregistrement.dateDecision = date(row, "date_decision")
        enregistrement.dateFin = date(row, "date_fin_enregistrement")
        enregistrement.dateEffet = date(row, "date_effet")
        enregistrement.type = value(row, "type_enregistrement", .enregistrement)
        fiche.enregistrement = enregistrement
        if let possible = boolean(row, "validation_partielle") {
            fiche.validationPartielle = ValidationPartielle(possible: possible)
        }
        fiche.actif = boolean(row, "actif", yes: ["active", "actif", "oui"], no: ["inactive", "inactif", "non"])
    }

    private mutating func readAbrege(_ row: Row) {
        let code = value(row, "abrege_libelle", .abrege)
        let libelle = value(row, "abrege_intitule", .abrege)
        guard let first = code ?? libelle else { return }
        // "Autre" is how the register says that the certification has no type of its own.
        if Folding.key(first) == "autre" {
            for column in ["abrege_libelle", "abrege_intitule"] { claim(row, column, CSVMiseEnPage.vide) }
        } else {
            fiche.abrege = CodeLibelle(code: first, libelle: libelle)
        }
    }

    private mutating func readNiveau(_ row: Row) {
        let code = code(row, "nomenclature_europe_niveau")
        let libelle = self.code(row, "nomenclature_europe_intitule")
        guard let code else { return }
        let key = code.uppercased()
        if let level = Int(key.hasPrefix("NIV") ? String(key.dropFirst(3)) : key), (1...8).contains(level) {
            fiche.niveau = Niveau(europe: level)
            // A label that says something else than "Niveau 5" is no code.
            if let libelle, Folding.key(libelle) != "niveau \(level)",
                let cell = row.cell("nomenclature_europe_intitule")
            {
                ledger.claim(cell.range, .nonReconnu)
            }
        } else if key != "REPRISE", key != "AUCUN" {
            unreadable(row, "nomenclature_europe_niveau", hint: "Un niveau s’écrit NIV3 à NIV8, REPRISE ou AUCUN")
        }
    }

    private mutating func readBloc(_ row: Row) {
        let code = value(row, "bloc_competences_code", .blocsCompetences)
        let libelle = value(row, "bloc_competences_libelle", .blocsCompetences)
        guard code != nil || libelle != nil else { return }
        let numero = fiche.blocsCompetences.count + 1
        if libelle == nil {
            report(.warning, .blocSansLibelle, "Le bloc \(code ?? "\(numero)") n’a pas de libellé", row)
        }
        fiche.blocsCompetences.append(
            BlocDeCompetences(numero: numero, code: code, libelle: libelle ?? code ?? "Bloc \(numero)"))
        part(.blocsCompetences, String(numero), libelle ?? code ?? "", row)
    }

    private mutating func readCertificateur(_ row: Row) {
        let siret = siret(row, "siret_certificateur", .certificateurs)
        guard let nom = value(row, "nom_certificateur", .certificateurs) ?? siret else { return }
        fiche.certificateurs.append(Certificateur(nom: nom, siret: siret))
        part(.certificateurs, String(fiche.certificateurs.count), nom, row)
    }

    private mutating func readPartenaire(_ row: Row) {
        let siret = siret(row, "siret_partenaire", .partenaires)
        let habilitation = value(row, "habilitation_partenaire", .partenaires)
        guard let nom = value(row, "nom_partenaire", .partenaires) ?? siret else {
            claimNothing(row, "habilitation_partenaire")
            return
        }
        fiche.partenaires.append(Partenaire(nom: nom, siret: siret, habilitation: habilitation))
    }

    /// The table has a row for each route that is open; it says nothing of the others.
    private mutating func readVoie(_ row: Row) {
        guard let label = code(row, "si_jury") else { return }
        if let code = CSVVoie.code(of: label) {
            fiche.voiesAcces[code].ouverte = true
            part(.voiesAcces, code.rawValue, "", row)
        } else {
            unreadable(row, "si_jury", hint: "Une voie d’accès s’écrit par exemple « En contrat d’apprentissage »")
        }
    }

    private mutating func readLignee(_ row: Row) {
        let columns: [(String, Champ, WritableKeyPath<Fiche, [CertificationLiee]>)] = [
            ("ancienne_certification", .anciennesCertifications, \.anciennesCertifications),
            ("nouvelle_certification", .nouvellesCertifications, \.nouvellesCertifications),
        ]
        for (column, champ, path) in columns {
            guard let text = value(row, column, champ) else { continue }
            let numero = Repertoire.parse(text)?.numero ?? text
            if known[champ, default: []].insert([numero]).inserted {
                fiche[keyPath: path].append(CertificationLiee(numeroFiche: numero))
            } else {
                claim(row, column, CSVMiseEnPage.repetition)
            }
        }
    }

    /// Links that only the other end declares.
    private mutating func complete(_ links: CSVLinks.Ends) {
        for numero in links.anciennes
        where known[.anciennesCertifications, default: []].insert([numero]).inserted {
            fiche.anciennesCertifications.append(CertificationLiee(numeroFiche: numero))
        }
        for numero in links.nouvelles
        where known[.nouvellesCertifications, default: []].insert([numero]).inserted {
            fiche.nouvellesCertifications.append(CertificationLiee(numeroFiche: numero))
        }
    }

    /// A code with its label, which mostly repeats the code ("251 : Mécanique").
    private mutating func add(
        _ row: Row, _ codeColumn: String, _ labelColumn: String, _ champ: Champ,
        _ path: WritableKeyPath<Fiche, [CodeLibelle]>
    ) {
        let code = value(row, codeColumn, champ)
        var libelle = value(row, labelColumn, champ)
        guard code != nil || libelle != nil else { return }
        if let code, let text = libelle, let cell = row.cell(labelColumn),
            let rest = CSVLabel.withoutCode(text, code), let place = source.bytes[cell.range].firstRange(of: code.utf8)
        {
            libelle = rest
            ledger.claim(place, .miseEnPage(CSVMiseEnPage.repetition))
        }
        if known[champ, default: []].insert([code ?? "", libelle]).inserted {
            fiche[keyPath: path].append(CodeLibelle(code: code ?? "", libelle: libelle))
        } else {
            for column in [codeColumn, labelColumn] { claim(row, column, CSVMiseEnPage.repetition) }
        }
    }

    private mutating func part(_ champ: Champ, _ cle: String, _ libelle: String, _ row: Row) {
        parts[champ, default: []].append(.init(cle: cle, libelle: libelle, lignes: [row.line]))
    }

    // MARK: Values

    private mutating func claim(_ row: Row, _ column: String, _ nature: String) {
        if let cell = row.cell(column) { ledger.claim(cell.range, .miseEnPage(nature)) }
    }

    private mutating func claimNothing(_ row: Row, _ column: String) {
        if let cell = row.cell(column) { ledger.claim(cell.range, .nonReconnu) }
    }

    /// A value as it stands; nil for a placeholder. Apostrophes are doubled in the export.
    private mutating func value(_ row: Row, _ column: String, _ champ: Champ) -> String? {
        guard let cell = row.cell(column), !cell.text.isEmpty else { return nil }
        guard !ValeurVide.isEmpty(cell.text) else {
            claim(row, column, CSVMiseEnPage.vide)
            return nil
        }
        ledger.claim(cell.range, .repris(champ))
        return CSVLabel.singleApostrophes(cell.text)
    }

    /// A coded value: its words become a typed value and are not printed as they stand.
    private mutating func code(_ row: Row, _ column: String) -> String? {
        guard let cell = row.cell(column), !cell.text.isEmpty else { return nil }
        claim(row, column, CSVMiseEnPage.code)
        return cell.text
    }

    private mutating func boolean(
        _ row: Row, _ column: String, yes: [String] = ["oui", "true", "1"], no: [String] = ["non", "false", "0"]
    ) -> Bool? {
        guard let text = code(row, column) else { return nil }
        let key = Folding.key(text)
        if yes.contains(key) { return true }
        if no.contains(key) { return false }
        unreadable(row, column, hint: "Les valeurs attendues sont « \(yes[0]) » et « \(no[0]) »")
        return nil
    }

    private mutating func date(_ row: Row, _ column: String) -> CalendarDate? {
        guard let text = value(row, column, .enregistrement) else { return nil }
        if let date = FluxDate.parse(text) { return date }
        unreadable(row, column, hint: "Une date s’écrit JJ/MM/AAAA")
        return nil
    }

    /// Kept as it stands, for its zeros count; 14 digits (Code de commerce, art. R. 123-221).
    private mutating func siret(_ row: Row, _ column: String, _ champ: Champ) -> String? {
        guard let text = value(row, column, champ) else { return nil }
        if text.utf8.count != 14 || !text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
            report(
                .warning, .siretInvalide, "« \(text.prefix(40)) » n’est pas un SIRET", row,
                hint: "Un SIRET a 14 chiffres (un tableur en retire les zéros) ; il est gardé tel quel")
        }
        return text
    }

    private mutating func unreadable(_ row: Row, _ column: String, hint: String) {
        claimNothing(row, column)
        let index = row.part.places[column] ?? 0
        report(
            .warning, .valeurIllisible,
            "La valeur « \(row.cells[index].text.prefix(60)) » de « \(row.part.table.names[index]) » est illisible",
            row,
            hint: hint)
    }

    private mutating func report(
        _ severity: Diagnostic.Severity, _ identifier: Diagnostic.Identifier, _ message: String, _ row: Row,
        hint: String? = nil
    ) {
        diagnostics.append(
            Diagnostic(
                severity, identifier, message, file: row.part.table.file, position: SourcePosition(line: row.line),
                hint: hint, excerpt: row.excerpt))
    }
}
