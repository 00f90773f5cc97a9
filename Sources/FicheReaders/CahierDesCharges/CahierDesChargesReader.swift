import Diagnostics
import FicheModel
import FrenchText
import Markdown

/// Reads a branch's cahier des charges or référentiel of a CQP: a fiche with its domaines and unités de compétences, and
/// the whole text as a document page.
///
/// The layout it knows: a cover, contents with page numbers, numbered sections, tables in tabs or bars whose cells may hold
/// HTML, référentiels whose columns stand side by side, footnotes called by raised digits. Every word is on the document page,
/// or is furniture, or is reported.
public struct CahierDesChargesReader: FicheReader {
    public init() {}

    public var format: SourceFormat { .cahierDesCharges }

    /// How many features of the layout the document shows; 0 for fewer than three.
    public func recognition(of document: SourceDocument) -> Int {
        CahierRecognition.score(PlacedTable.rewritten(document.text)?.text ?? document.text)
    }

    /// The fiche with its document, or the reason why there is none.
    public func read(_ document: SourceDocument) -> ReadResult {
        if let placed = PlacedTable.rewritten(document.text) {
            return placed.restored(readText(SourceDocument(path: document.path, text: placed.text)))
        }
        return readText(document)
    }

    private func readText(_ document: SourceDocument) -> ReadResult {
        let layout = CahierLayout(document.text.lines)
        let isReferentiel = CahierRecognition.isReferentiel(document.text)
        let cover = CoverPage(
            layout.cover.isEmpty ? Array(layout.body.prefix(12)) : layout.cover, isReferentiel: isReferentiel)
        guard let intitule = cover.intitule else {
            return ReadResult(diagnostics: [untitled(document, layout, isReferentiel: isReferentiel)])
        }
        let numbering = NoteNumbering(BlockScanner.blocks(of: layout.body, entries: layout.entries))
        let footnotes = Footnotes(numbering.blocks)
        let body = BlockJoiner.joined(footnotes.flow)
        var report = CahierReport(document: document)
        report.check(layout: layout, blocks: body.blocks)
        report.check(footnotes, repeated: numbering.repeated)

        let identifiant =
            cover.numero.map { $0.numero.lowercased() }
            ?? (isReferentiel ? "" : "cqp-") + Slug.make(intitule.texte)
        var fiche = Fiche(
            identifiant: identifiant, intitule: intitule.texte,
            source: SourceFiche(fichier: document.path, format: .cahierDesCharges))
        fiche.abrege = cover.abrege
        fiche.repertoire = cover.numero?.repertoire
        fiche.numeroFiche = cover.numero?.numero
        fiche.niveau = cover.niveau.map { Niveau(europe: $0) }
        var sources = CahierSources(cover)
        if let certificateur = cover.certificateur ?? CoverPage.certificateur(in: body.blocks) {
            fiche.certificateurs = [Certificateur(nom: certificateur.nom)]
            sources.add(certificateur.lines, .certificateurs)
        } else {
            report.certificateurAbsent()
        }
        fill(&fiche, body.blocks, footnotes.numbers, &sources, &report)
        fiche.documents = [Self.linked(text(cover, layout, fiche, body.blocks, footnotes))]

        report.check(calls: fiche.documents.first?.contenu, footnotes)

        let ledger = CahierCoverage.ledger(
            document.text, layout: layout, repeatedHeads: body.repeatedHeads, renumbered: numbering.changedRanges)
        let (couverture, provenance) = ledger.audited(against: fiche)
        fiche.source.couverture = couverture
        report.check(couverture)
        let read = ReadFiche(fiche, provenance: sources.merged(into: provenance))
        return ReadResult(fiches: [read], diagnostics: report.diagnostics)
    }

    private func fill(
        _ fiche: inout Fiche, _ blocks: [CahierBlock], _ notes: Set<Int>, _ sources: inout CahierSources,
        _ report: inout CahierReport
    ) {
        let sections = CahierSections(blocks)
        var fields = CahierFields(sections, notes: notes)
        fields.fill(&fiche)
        for (champ, lines) in fields.provenance { sources.add(lines, champ) }
        let domaines = DomainesReader(blocks)
        fiche.blocsCompetences = domaines.blocs
        report.check(domaines)
        var evaluations = EvaluationReader(blocks)
        evaluations.fill(&fiche.blocsCompetences)
        sources.add(domaines.lines + evaluations.lines, .blocsCompetences)
        if domaines.blocs.isEmpty {
            let lists = UndividedLists(blocks)
            for (champ, found) in lists.fill(&fiche) { sources.add(found, champ) }
        }
        let routes = RouteProse(sections, notes: notes)
        fiche.voiesAcces = routes.voies
        sources.add(routes.lines, .voiesAcces)
    }

    private func text(
        _ cover: CoverPage, _ layout: CahierLayout, _ fiche: Fiche, _ blocks: [CahierBlock], _ footnotes: Footnotes
    ) -> DocumentReference {
        let notes = footnotes.numbers
        return DocumentReference(
            identifiant: fiche.identifiant,
            titre: cover.titreDuDocument ?? cover.abrege.map { "\(cover.nature) du \($0.code) \(fiche.intitule)" }
                ?? "\(cover.nature) — \(fiche.intitule)",
            nature: cover.nature, couverture: layout.cover.isEmpty ? [] : cover.paragraphs,
            elements: DocumentComposer.elements(of: blocks, notes: notes),
            notes: footnotes.notes.sorted { $0.numero < $1.numero }.map { note in
                let text = DocumentComposer.text(
                    of: [CahierBlock(kind: .paragraph, text: note.text, lines: note.lines)] + note.items, notes: [])
                return DocumentReference.Note(numero: note.numero, texte: text)
            })
    }

    private static func linked(_ document: DocumentReference) -> DocumentLie {
        DocumentLie(
            nature: document.nature, titre: document.titre, url: "documents/\(document.identifiant)/", contenu: document
        )
    }

    private func untitled(_ document: SourceDocument, _ layout: CahierLayout, isReferentiel: Bool) -> Diagnostic {
        let line = layout.cover.first { !Folding.squeezed($0.text).isEmpty } ?? document.text.lines.first
        return Diagnostic(
            .error, .ficheSansTitre,
            "\(isReferentiel ? "Référentiel" : "Cahier des charges") sans le titre de la certification",
            file: document.path, position: SourcePosition(line: line?.number ?? 1),
            hint: isReferentiel
                ? "Écrivez au-dessus du tableau « Intitulé de la certification : », puis le titre"
                : "Écrivez sur la couverture « Certificat de qualification professionnelle », puis le titre à la ligne",
            excerpt: line?.text)
    }
}
