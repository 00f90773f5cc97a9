import Diagnostics
import FicheModel
import FrenchText

/// Reads the fiche that France compétences has shown since 2019: text of its PDF, text pasted from its page, saved page.
public struct FicheActuelleReader: FicheReader {
    public let format = SourceFormat.ficheActuelle

    public init() {}

    /// Three for each heading of the page that no other form has.
    public func recognition(of document: SourceDocument) -> Int {
        let bytes = document.text.bytes
        guard let first = bytes.firstIndex(where: { $0 > 0x20 }), !bytes[first...].starts(with: Array("---".utf8))
        else {
            return 0
        }
        if bytes[first] == UInt8(ascii: "<"), !PageContent.isHTML(document.text) { return 0 }
        let found = PageSections(PageContent(document.text).elements).sections.filter(\.rubrique.isOwn).count
        return found >= 4 ? found * 3 : 0
    }

    /// The fiche of the document; an error, and no fiche, when it has neither title nor number.
    public func read(_ document: SourceDocument) -> ReadResult {
        let content = PageContent(document.text)
        let sections = PageSections(content.elements)
        var lecture = Self.opened(document, sections)
        Self.readSections(sections, isHTML: content.isHTML, into: &lecture)
        guard !lecture.fiche.intitule.isEmpty else {
            lecture.diagnostics.append(
                Diagnostic(
                    .error, .ficheSansTitre, "Cette fiche n’a ni intitulé ni numéro : elle n’est pas publiée",
                    file: document.path, position: SourcePosition(line: 1),
                    hint: "Copiez la page depuis son titre, ou donnez au fichier le numéro de la fiche"))
            return ReadResult(diagnostics: lecture.diagnostics)
        }
        lecture.fiche.identifiant = lecture.fiche.numeroFiche?.lowercased() ?? Slug.make(lecture.fiche.intitule)
        var ledger = CoverageLedger(document.text)
        for claim in content.claims + sections.claims + lecture.claims + content.markup {
            ledger.claim(claim.range, claim.fate)
        }
        let (couverture, provenance) = ledger.audited(against: lecture.fiche)
        lecture.fiche.source.couverture = couverture
        return ReadResult(
            fiches: [ReadFiche(lecture.fiche, provenance: provenance)],
            diagnostics: lecture.diagnostics + couverture.unplacedDiagnostics(in: document))
    }

    private static func opened(_ document: SourceDocument, _ sections: PageSections) -> PageLecture {
        let prose: Set<RubriqueActuelle> = [
            .objectifs, .activites, .competences, .modalitesEvaluation, .secteurs, .emplois, .reglementations,
            .prerequisEntree, .prerequisValidation, .niveauMaitrise, .renouvellement,
        ]
        let lines = sections.sections.filter { prose.contains($0.rubrique) }.flatMap(\.elements).compactMap(\.line)
        let isWrapped = WrappedLayout.isWrapped(lines, wrapsHeadings: sections.wrapsHeadings)
        let source = SourceFiche(fichier: document.path, format: .ficheActuelle)
        return PageLecture(
            fiche: Fiche(identifiant: "", intitule: "", source: source), file: document.path, source: document.text,
            column: Column(lines, isWrapped: isWrapped))
    }

    private static func readSections(_ sections: PageSections, isHTML: Bool, into lecture: inout PageLecture) {
        EnTeteReader.read(sections.preamble, isHTML: isHTML, into: &lecture)
        EssentielReader.read(sections, into: &lecture)
        OrganismesReader.certificateurs(sections[.certificateurs], into: &lecture)
        for (rubrique, champ, path) in proses {
            lecture.fiche[keyPath: path] = lecture.prose(sections[rubrique], for: champ)
        }
        BlocsActuelsReader.read(sections[.blocs], into: &lecture)
        for passage in sections[.codesROME]?.elements.flatMap(\.passages) ?? [] {
            if passage.isPlaceholder {
                lecture.claimEmpty(passage)
            } else {
                _ = EssentielReader.code(passage.withoutBullet, .rome, .codesROME, \.codesROME, into: &lecture)
            }
        }
        RepertoireSpecifiqueReader.read(sections, into: &lecture)
        StatistiquesReader.read(sections[.statistiques], into: &lecture)
        VoiesReader.read(sections, into: &lecture)
        TextesLegauxReader.read(sections, into: &lecture)
        LiensReader.read(sections, into: &lecture)
        OrganismesReader.historique(sections[.historique], into: &lecture)
        OrganismesReader.partenaires(sections[.organismes], into: &lecture)
        EnTeteReader.complete(&lecture)
    }

    private static let proses: [(RubriqueActuelle, Champ, WritableKeyPath<Fiche, String?> & Sendable)] = [
        (.objectifs, .objectifsContexte, \.objectifsContexte), (.activites, .activitesVisees, \.activitesVisees),
        (.competences, .capacitesAttestees, \.capacitesAttestees),
        (.modalitesEvaluation, .modalitesEvaluation, \.modalitesEvaluation),
        (.secteurs, .secteursActivite, \.secteursActivite), (.emplois, .typeEmploiAccessibles, \.typeEmploiAccessibles),
        (.reglementations, .reglementationsActivites, \.reglementationsActivites),
        (.prerequisEntree, .prerequisEntreeFormation, \.prerequisEntreeFormation),
        (.prerequisValidation, .prerequisValidationCertification, \.prerequisValidationCertification),
        (.niveauMaitrise, .niveauMaitriseCompetences, \.niveauMaitriseCompetences),
        (.renouvellement, .modalitesRenouvellement, \.modalitesRenouvellement),
        (.acquisition, .composantes, \.composantes),
    ]
}
