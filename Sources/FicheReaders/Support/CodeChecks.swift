import Diagnostics
import FicheModel

/// Holds the codes of a fiche against the published lists: completes labels that are missing, says which codes are none.
///
/// ROME, NSF and IDCC are looked up; a Formacode (its thesaurus may not be redistributed), a brochure number and a SIRET
/// are looked at for their form. What older fiches rightly carry is left in peace: NSF codes of one or two digits, ROME
/// domains, ROME codes of five digits (before 2010).
struct CodeChecks: Sendable {
    let lists: CodeLists

    init(_ lists: CodeLists? = nil) { self.lists = lists ?? Self.embedded }

    private static let embedded = CodeLists()

    /// A code that is looked up at most this often for a near one: a document of nothing but codes stays quick.
    static let mostSaid = 40

    /// What a list says of a code.
    enum Verdict: Equatable {
        /// It is there, with this label.
        case known(String)
        /// It is not, and ought to be.
        case unknown
        /// Nothing is to be said of it.
        case unchecked
    }

    func verdict(on code: String, _ champ: Champ) -> Verdict {
        guard let list = Self.list(of: champ) else { return .unchecked }
        let label =
            switch list {
            case .rome: lists.rome(code)
            case .nsf: lists.nsf(code)
            case .idcc: lists.idcc(code)
            case .abreges: lists.abrege(code)
            default: nil as String?
            }
        if let label { return .known(label) }
        return isLeftInPeace(code, champ) ? .unchecked : .unknown
    }

    /// The fields whose codes have a list.
    static func list(of champ: Champ) -> CodeList? {
        switch champ {
        case .codesROME: .rome
        case .codesNSF: .nsf
        case .codesIDCC: .idcc
        case .abrege: .abreges
        default: nil
        }
    }

    /// Codes of former or wider lists, which real fiches carry.
    private func isLeftInPeace(_ code: String, _ champ: Champ) -> Bool {
        let bytes = Array(code.utf8)
        let digits = bytes.allSatisfy { (0x30...0x39).contains($0) }
        switch champ {
        case .codesNSF: return digits && bytes.count <= 2
        case .codesROME:
            // The register writes the domain A15 as A1500, too.
            if bytes.count == 5, code.hasSuffix("00"), lists.domaineROME(code) != nil { return true }
            return (digits && bytes.count == 5) || bytes.count == 1 || bytes.count == 3
        default: return false
        }
    }

    /// The hint for a code that its list does not have: the nearest one.
    func hint(for code: String, _ champ: Champ) -> String {
        if champ == .codesIDCC, code.utf8.count == 4, code.utf8.first == UInt8(ascii: "3") {
            return "Un numéro de brochure du Journal officiel va sous « conventions », pas sous « codes_idcc »"
        }
        guard code.utf8.count <= 12, let list = Self.list(of: champ), let near = lists.nearest(to: code, in: list)
        else { return "Vérifiez ce code dans la liste officielle ; il est gardé tel quel" }
        return "Le plus proche est « \(near.code) »\(near.libelle.map { " (\($0))" } ?? "")"
    }

    // MARK: A fiche as read

    /// Completes the labels of a fiche and says what is wrong with its codes, with the line where each stands.
    ///
    /// - Parameter document: where the fiche was read; looked at only when there is something to say.
    func check(_ read: inout ReadFiche, in document: @autoclosure () -> SourceDocument) -> [Diagnostic] {
        // An authored fiche was checked where its values were decoded, and says itself where no label is wanted.
        if read.fiche.source.format == .markdown { return [] }
        var findings: [CodeFinding] = []
        for (champ, path) in Self.codePaths {
            for index in read.fiche[keyPath: path].indices {
                if let finding = check(&read.fiche[keyPath: path][index], champ) { findings.append(finding) }
            }
        }
        findings += niveauFinding(read.fiche.niveau).map { [$0] } ?? []
        for certificateur in read.fiche.certificateurs {
            findings += certificateur.siret.flatMap { Siret.finding($0, .certificateurs) }.map { [$0] } ?? []
        }
        for partenaire in read.fiche.partenaires {
            findings += partenaire.siret.flatMap { Siret.finding($0, .partenaires) }.map { [$0] } ?? []
        }
        // The reader of the flow tells a wrong form with its element.
        if read.fiche.source.format == .fluxXML { findings.removeAll { $0.identifier == .siretInvalide } }
        return findings.isEmpty ? [] : diagnostics(of: findings, read, document())
    }

    /// The same for all fiches of a set of files, in which a code has no single line.
    func check(_ result: inout ReadResult, path: String) {
        for index in result.fiches.indices {
            result.diagnostics += check(
                &result.fiches[index], in: SourceDocument(path: path, text: SourceText([])))
        }
    }

    private static let codePaths: [(Champ, WritableKeyPath<Fiche, [CodeLibelle]> & Sendable)] = [
        (.codesNSF, \.codesNSF), (.codesROME, \.codesROME), (.formacodes, \.formacodes), (.conventions, \.conventions),
        (.codesIDCC, \.codesIDCC),
    ]

    private func check(_ code: inout CodeLibelle, _ champ: Champ) -> CodeFinding? {
        guard !code.code.isEmpty else { return nil }
        if let form = CodeForm.finding(code.code, champ) { return form }
        switch verdict(on: code.code, champ) {
        case .known(let label):
            if code.libelle == nil { (code.libelle, code.libelleDerive) = (label, true) }
            return nil
        case .unknown:
            return CodeFinding(
                .warning, .codeInconnu, code.code, champ,
                message: "Le code « \(code.code) » n’est pas dans la liste officielle (\(champ.titre))")
        case .unchecked: return nil
        }
    }

    private func niveauFinding(_ niveau: Niveau?) -> CodeFinding? {
        guard let niveau, let old = niveau.nomenclature1969, let europe = niveau.europe, niveau.deriveDe == nil,
            let implied = lists.niveau2019(fromNumeral1969: old), implied != europe
        else { return nil }
        return CodeFinding(
            .warning, .niveauxDiscordants, old, .niveau,
            message: "Le niveau \(old) de 1969 est le niveau \(implied) de 2019, mais la source donne \(europe)",
            hint: "Les deux sont gardés tels quels (décret n° 2019-14 du 8 janvier 2019)")
    }

    private func diagnostics(
        of findings: [CodeFinding], _ read: ReadFiche, _ document: SourceDocument
    ) -> [Diagnostic] {
        var said: Set<CodeFinding> = []
        let places = CodePlaces(document.text, provenance: read.provenance)
        var diagnostics: [Diagnostic] = []
        var more = 0
        var firstUntold: SourcePosition?
        for finding in findings where said.insert(finding).inserted {
            guard diagnostics.count < Self.mostSaid else {
                more += 1
                if more == 1 {
                    firstUntold = places.line(of: finding.code, finding.champ).map { SourcePosition(line: $0.number) }
                }
                continue
            }
            let line = places.line(of: finding.code, finding.champ)
            diagnostics.append(
                Diagnostic(
                    finding.severity, finding.identifier, finding.message, file: document.path,
                    position: line.map { SourcePosition(line: $0.number) },
                    hint: finding.hint
                        ?? (Self.list(of: finding.champ) == nil ? nil : hint(for: finding.code, finding.champ)),
                    excerpt: line?.text))
        }
        if more > 0 {
            diagnostics.append(
                Diagnostic(
                    .warning, .codeInconnu,
                    more == 1
                        ? "1 autre code de cette fiche n’a pas la forme voulue ou n’est pas dans sa liste"
                        : "\(more) autres codes de cette fiche n’ont pas la forme voulue ou ne sont pas dans leur liste",
                    file: document.path, position: firstUntold))
        }
        return diagnostics
    }
}

/// Something to say about a code.
struct CodeFinding: Hashable {
    let severity: Diagnostic.Severity
    let identifier: Diagnostic.Identifier
    let code: String
    let champ: Champ
    let message: String
    let hint: String?

    init(
        _ severity: Diagnostic.Severity, _ identifier: Diagnostic.Identifier, _ code: String, _ champ: Champ,
        message: String, hint: String? = nil
    ) {
        (self.severity, self.identifier, self.code, self.champ) = (severity, identifier, code, champ)
        (self.message, self.hint) = (message, hint)
    }

    /// Findings that are the same have the same code: their sentences need no hash.
    func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension Diagnostic.Identifier {
    public static let codeInconnu: Self = "code-inconnu"
    public static let codeInvalide: Self = "code-invalide"
    public static let niveauxDiscordants: Self = "niveaux-discordants"
    public static let siretDouteux: Self = "siret-douteux"
}
