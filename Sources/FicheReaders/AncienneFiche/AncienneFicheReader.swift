import Diagnostics
import FicheModel
import FrenchText

/// Reads the printed form of the register before 2019: text of its PDF, its web page as text or saved, tabbed Markdown;
/// and the annexe in which the Journal officiel printed the same headings.
public struct AncienneFicheReader: FicheReader {
    public let format = SourceFormat.ancienneFiche

    public init() {}

    /// How many of the form's own headings the document shows.
    public func recognition(of document: SourceDocument) -> Int {
        Self.headings(of: SavedPage.rewritten(document.text)?.text ?? document.text)
    }

    private static func headings(of text: SourceText) -> Int {
        guard text.bytes.first(where: { $0 > 0x20 }) != UInt8(ascii: "<") else { return 0 }
        let sections = Sections(PrintedPages(text, readsBars: true).lines)
        let own: Set<Rubrique> = [.conventions, .statistiques, .intitule]
        let found = sections.sections.filter { !own.contains($0.rubrique) }.count
        return found >= 4 && sections.sections.contains { old.contains($0.rubrique) } ? found : 0
    }

    /// Headings that the form of France compétences, which kept many others, no longer has.
    private static let old: Set<Rubrique> = [
        .titreDeLaFiche, .autorite, .qualite, .niveau, .resume, .modalitesAcces, .composantes, .inscription, .accords,
        .decretGeneral, .arreteCreation, .decretVAE, .siteAutorite, .lieuxCertification, .lieuxPreparation, .historique,
    ]

    /// The fiche of the document; an error, and no fiche, when it has no title.
    public func read(_ document: SourceDocument) -> ReadResult {
        // The text of a page may look like a page itself: its references are spelled out, and it is read as the text it is.
        if let page = SavedPage.rewritten(document.text) {
            return page.restored(readText(SourceDocument(path: document.path, text: page.text)))
        }
        return readText(document)
    }

    private func readText(_ document: SourceDocument) -> ReadResult {
        let pages = PrintedPages(document.text, readsBars: true)
        let sections = SideBySideTables.unfolded(Sections(pages.lines))
        var lecture = Self.opened(document, sections)
        Self.readSections(sections, pages, into: &lecture)
        guard !lecture.fiche.intitule.isEmpty else {
            let line = sections[.intitule]?.heading.number ?? sections.sections.first?.heading.number ?? 1
            lecture.diagnostics.append(
                Diagnostic(
                    .error, .ficheSansTitre, "Cette fiche n’a pas d’intitulé : elle n’est pas publiée",
                    file: document.path,
                    position: SourcePosition(line: line),
                    hint:
                        "L’intitulé se trouve sous la rubrique « Intitulé », avant « Autorité responsable de la certification »"
                ))
            return ReadResult(diagnostics: lecture.diagnostics)
        }
        var ledger = CoverageLedger(document.text)
        for claim in pages.claims + sections.claims + lecture.claims { ledger.claim(claim.range, claim.fate) }
        let (couverture, provenance) = ledger.audited(against: lecture.fiche)
        lecture.fiche.source.couverture = couverture
        let unplaced = couverture.unplacedDiagnostics(in: document)
        return ReadResult(
            fiches: [ReadFiche(lecture.fiche, provenance: provenance)], diagnostics: lecture.diagnostics + unplaced)
    }

    private static func opened(_ document: SourceDocument, _ sections: Sections) -> Lecture {
        let prose: Set<Rubrique> = [
            .resume, .capacites, .secteurs, .composantes, .decretGeneral, .arreteCreation, .decretVAE,
            .autresReferences,
            .statistiques,
            .autresSources, .lieuxCertification, .lieuxPreparation, .historique,
        ]
        let lines = sections.sections.filter { prose.contains($0.rubrique) }.flatMap(\.lines)
        let isWrapped = WrappedLayout.isWrapped(sections)
        let source = SourceFiche(fichier: document.path, format: .ancienneFiche)
        return Lecture(
            fiche: Fiche(identifiant: "", intitule: "", source: source), file: document.path,
            prose: Column(lines, isWrapped: isWrapped), isWrapped: isWrapped)
    }

    private static func readSections(_ sections: Sections, _ pages: PrintedPages, into lecture: inout Lecture) {
        if let section = sections[.titreDeLaFiche] { IdentiteReader.numero(section, into: &lecture) }
        if let section = sections[.intitule] { IdentiteReader.intitule(section, into: &lecture) }
        lecture.fiche.identifiant = identifiant(of: lecture.fiche)
        lecture.fiche.certificateurs = CertificateurReader.certificateurs(sections, into: &lecture)
        if let section = sections[.niveau] { IdentiteReader.niveau(section, into: &lecture) }
        if let section = sections[.conventions] {
            lecture.fiche.conventions = CodesReader.codes(
                section, shape: .convention, champ: .conventions, into: &lecture)
        }
        if let section = sections[.codesNSF] {
            lecture.fiche.codesNSF = CodesReader.codes(section, shape: .nsf, champ: .codesNSF, into: &lecture)
        }
        if let section = sections[.formacodes] {
            lecture.fiche.formacodes = CodesReader.codes(section, shape: .formacode, champ: .formacodes, into: &lecture)
        }
        if let section = sections[.resume] { ResumeReader.read(section, into: &lecture) }
        if let section = sections[.capacites] {
            let text = lecture.text(
                ImpliedLists.introduced(lecture.blocks(section.lines)), for: .capacitesAttestees)
            lecture.fiche.capacitesAttestees = lecture.fiche.capacitesAttestees ?? text
        }
        if let section = sections[.secteurs] { SecteursReader.read(section, into: &lecture) }
        if let section = sections[.codesROME] {
            lecture.fiche.codesROME = CodesReader.codes(section, shape: .rome, champ: .codesROME, into: &lecture)
        }
        if let section = sections[.reglementation] {
            lecture.fiche.reglementationsActivites = lecture.text(
                ImpliedLists.introduced(lecture.blocks(section.lines)), for: .reglementationsActivites)
        }
        if let section = sections[.composantes] { ComposantesReader.read(section, into: &lecture) }
        if let section = sections[.blocs] { BlocsReader.read(section, into: &lecture) }
        if let section = sections[.inscription] { InscriptionReader.read(section, into: &lecture) }
        BaseLegaleReader.read(sections, into: &lecture)
        InformationsReader.read(sections, footAddresses: pages.footAddresses, into: &lecture)
        if let section = sections[.historique] { HistoriqueReader.read(section, into: &lecture) }
    }

    /// "rncp31387", else an address made of the type and the title.
    private static func identifiant(of fiche: Fiche) -> String {
        if let numero = fiche.numeroFiche { return numero.lowercased() }
        return Slug.make([fiche.abrege?.code, fiche.intitule].compactMap { $0 }.joined(separator: " "))
    }
}
