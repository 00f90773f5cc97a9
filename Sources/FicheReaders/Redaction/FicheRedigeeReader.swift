import Diagnostics
import FicheModel
import FrenchText

/// Reads Parchemin's own format: a Markdown file with the facts in a YAML front matter and one `##` section a text.
///
/// `Documentation/rediger-une-fiche.md` describes it for authors; `FicheMarkdown` writes it.
public struct FicheRedigeeReader: FicheReader {
    public let format = SourceFormat.markdown

    private let codeLists: CodeLists

    /// - Parameter codeLists: what completes a code that stands alone; those that the program carries when nil.
    public init(codeLists: CodeLists? = nil) { self.codeLists = codeLists ?? Self.embedded }

    private static let embedded = CodeLists()

    /// A front matter is ours alone: with it, and a key of the contract in it, no other reader comes near.
    public func recognition(of document: SourceDocument) -> Int {
        guard let open = FrontMatter.openingFence(of: document.text) else { return 0 }
        var keys = 0
        var others = 0
        for line in document.text.lines[(open + 1)...] {
            if line.text.hasPrefix("---") { break }
            guard let colon = line.text.firstIndex(of: ":") else { continue }
            let name = String(line.text[..<colon])
            if FrontMatterFields.keys.contains(name) { keys += 1 } else if name.utf8.first ?? 0 > 0x23 { others += 1 }
        }
        if keys > 0 { return 100 + keys }
        return others > 0 ? 2 : 1
    }

    /// The one fiche of the document; none when its front matter cannot be read or gives no title.
    public func read(_ document: SourceDocument) -> ReadResult {
        let source = document.text
        var decoder = FieldDecoder(path: document.path, source: source, codeLists: codeLists)
        guard let frontMatter = FrontMatter(source) else {
            decoder.report(
                .error, .formatInconnu, "Une fiche rédigée commence par un en-tête entre deux lignes « --- »",
                at: SourcePosition(line: 1), hint: "Écrivez « --- », « intitule: » et le titre, puis « --- »")
            return ReadResult(diagnostics: decoder.diagnostics)
        }
        if !frontMatter.isClosed {
            let line = frontMatter.lines.last?.number ?? 1
            decoder.report(
                .error, .enTeteNonFermee, "L’en-tête n’est pas fermé : il manque une ligne « --- »",
                at: SourcePosition(line: line), hint: "Écrivez « --- » seul sur une ligne après la dernière clé")
            return ReadResult(diagnostics: decoder.diagnostics)
        }
        var parser = FrontMatterParser(path: document.path, source: source, lines: frontMatter.lines)
        let (entries, problems) = parser.parse()
        if problems.hasErrors { return ReadResult(diagnostics: problems) }

        let origin = SourceFiche(fichier: document.path, format: format)
        var fiche = Fiche(identifiant: "", intitule: "", source: origin)
        FrontMatterFields.read(entries, into: &fiche, &decoder)
        for range in parser.comments { decoder.ledger.claim(range, .miseEnPage("commentaire")) }
        AuthoredSections.read(frontMatter.body, into: &fiche, &decoder)

        guard !fiche.intitule.isEmpty else {
            decoder.report(
                .error, .ficheSansTitre, "Cette fiche n’a pas d’intitulé",
                at: SourcePosition(line: frontMatter.lines.first?.number ?? 1),
                hint: "Ajoutez dans l’en-tête « intitule: » et le titre exact de la certification")
            return ReadResult(diagnostics: decoder.diagnostics.sorted())
        }
        if fiche.identifiant.isEmpty { fiche.identifiant = identifiant(of: fiche) }
        let (couverture, provenance) = decoder.ledger.audited(against: fiche)
        fiche.source.couverture = couverture
        reportPassages(of: couverture, &decoder)
        return ReadResult(
            fiches: [ReadFiche(fiche, provenance: provenance)], diagnostics: decoder.diagnostics.sorted())
    }

    /// The number in lower case; without one the type and the title.
    private func identifiant(of fiche: Fiche) -> String {
        if let numero = fiche.numeroFiche { return numero.lowercased() }
        let slug = Slug.make([fiche.abrege?.code, fiche.intitule].compactMap { $0 }.joined(separator: " "))
        return slug.isEmpty ? "fiche" : slug
    }

    /// Says every passage that no field took, but those of which something was said already.
    private func reportPassages(of couverture: Couverture, _ decoder: inout FieldDecoder) {
        let said = decoder.reported
        for passage in couverture.passages where !said.contains(passage.ligne) {
            decoder.report(
                .warning, .texteNonReconnu, "« \(passage.texte) » n’est repris dans aucun champ",
                at: SourcePosition(line: passage.ligne),
                hint: "Ce texte est affiché sous « \(RubriqueTitles.autresInformations) »")
        }
    }
}
