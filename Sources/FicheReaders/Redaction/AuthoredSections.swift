import Diagnostics
import FicheModel
import FrenchText
import Markdown

/// Reads the body of an authored fiche: one `##` section a field.
enum AuthoredSections {
    static func read(_ lines: some Sequence<SourceLine>, into fiche: inout Fiche, _ decoder: inout FieldDecoder) {
        let (kept, comments, unclosed) = AuthoredComments.removed(from: lines)
        if let unclosed {
            decoder.report(
                .error, .commentaireNonFerme, "Ce commentaire n’est pas fermé",
                at: SourcePosition(line: unclosed.number),
                hint: "Terminez-le par « --> »")
        }
        let (own, documents) = AuthoredDocumentLines.split(kept)
        let (lead, sections) = AuthoredBody.split(own, level: 2)
        decoder.unplaced(
            lead, "Ce texte n’est sous aucune rubrique", hint: "Écrivez au-dessus « ## » et le nom de sa rubrique")
        var seen: [Champ: Int] = [:]
        for section in sections { read(section, into: &fiche, &decoder, &seen) }
        AuthoredDocuments.read(documents, into: &fiche, &decoder)
        for range in comments { decoder.ledger.claim(range, .miseEnPage("commentaire")) }
    }

    private static func read(
        _ section: AuthoredSection, into fiche: inout Fiche, _ decoder: inout FieldDecoder, _ seen: inout [Champ: Int]
    ) {
        let title = section.title
        if section.level == 1 {
            readTitle(section, into: &fiche, &decoder)
            return
        }
        if RubriqueTitles.key(title.text) == RubriqueTitles.key(RubriqueTitles.autresInformations) {
            decoder.ledger.claim(title, .miseEnPage("titre de rubrique"))
            return
        }
        guard let champ = RubriqueTitles.champ(for: title.text) else {
            let hint = RubriqueTitles.nearest(to: title.text).map { "Vouliez-vous dire « ## \($0) » ?" }
            decoder.unplacedSection(
                section, .rubriqueInconnue,
                "La rubrique « \(title.text) » n’existe pas : son texte n’est dans aucun champ",
                hint: hint ?? inFrontMatter(title.text))
            return
        }
        let isSet = fiche.json(of: champ) != Fiche.blank.json(of: champ)
        let sharesFrontMatter = [.voiesAcces, .baseLegale, .validationPartielle].contains(champ)
        if let line = seen[champ] ?? (isSet && !sharesFrontMatter ? 0 : nil) {
            let before = line == 0 ? "dans l’en-tête" : "ligne \(line)"
            decoder.unplacedSection(
                section, .rubriqueEnDouble, "« \(champ.titre) » est déjà écrit \(before)", severity: .error,
                hint: "Réunissez les deux textes en une rubrique")
            return
        }
        seen[champ] = title.number
        decoder.ledger.claim(title, .miseEnPage("titre de rubrique"))
        readContent(section.content, champ, into: &fiche, &decoder)
    }

    private static func readContent(
        _ content: [SourceLine], _ champ: Champ, into fiche: inout Fiche, _ decoder: inout FieldDecoder
    ) {
        switch champ {
        case .blocsCompetences: AuthoredBlocs.read(content, into: &fiche, &decoder)
        case .voiesAcces: AuthoredJury.read(content, into: &fiche, &decoder)
        case .baseLegale: AuthoredBaseLegale.read(content, into: &fiche, &decoder)
        case .dureeValidite: fiche.dureeValidite = decoder.text(of: content, champ, level: 2).map(Folding.squeezed)
        case .validationPartielle:
            guard let perimetre = decoder.text(of: content, champ, level: 2) else { return }
            var value = fiche.validationPartielle ?? ValidationPartielle()
            value.perimetre = perimetre
            fiche.validationPartielle = value
        default:
            guard let texte = Fiche.champsTexte.first(where: { $0.champ == champ }) else { return }
            fiche[keyPath: texte.chemin] = decoder.text(of: content, champ, level: 2)
        }
    }

    /// `# Titre`: the intitulé, where the front matter has none; else it must repeat it.
    private static func readTitle(
        _ section: AuthoredSection, into fiche: inout Fiche, _ decoder: inout FieldDecoder
    ) {
        if fiche.intitule.isEmpty {
            fiche.intitule = Folding.squeezed(section.title.text)
            decoder.ledger.claim(section.title, .repris(.intitule))
        } else if Folding.key(fiche.intitule) == Folding.key(section.title.text) {
            decoder.ledger.claim(section.title, .miseEnPage("titre répété"))
        } else {
            decoder.report(
                .warning, .rubriqueInconnue, "Ce titre n’est ni l’intitulé ni une rubrique",
                at: SourcePosition(line: section.title.number),
                hint: "Les rubriques s’écrivent avec deux dièses : « ## Activités visées »")
        }
        decoder.unplaced(
            section.content, "Ce texte n’est sous aucune rubrique",
            hint: "Écrivez au-dessus « ## » et le nom de sa rubrique")
    }

    /// The hint for a heading that names a field of the front matter.
    private static func inFrontMatter(_ title: String) -> String? {
        let key = RubriqueTitles.key(title)
        let champ = Champ.allCases.first {
            RubriqueTitles.key($0.titre) == key || RubriqueTitles.key($0.rawValue) == key
        }
        guard let champ, FrontMatterFields.keys.contains(champ.rawValue) else { return nil }
        return "Cette information s’écrit dans l’en-tête, sous la clé « \(champ.rawValue) »"
    }
}

extension Fiche {
    /// A fiche that states nothing.
    static let blank = Fiche(identifiant: "", intitule: "", source: SourceFiche(fichier: "", format: .markdown))
}

extension FieldDecoder {
    /// The text of a section, claimed for a field; nil when it is empty or a placeholder.
    ///
    /// - Parameter level: the deepest heading that the format uses at this place.
    mutating func text(of content: [SourceLine], _ champ: Champ, level: Int) -> String? {
        let text = AuthoredBody.text(content, level: level)
        guard !Placeholder.isEmpty(text) else {
            ledger.claim(content, .miseEnPage("valeur vide"))
            return nil
        }
        ledger.claim(content, .repris(champ))
        guard let conversion = AuthoredHTML.converted(text) else { return text }
        let written = content.drop { AuthoredBody.isBlank($0.text) }
        func line(_ index: Int) -> SourceLine? { written.dropFirst(index).first ?? written.last }
        for block in conversion.blocks {
            guard let first = line(block.lowerBound), let last = line(block.upperBound - 1) else { continue }
            claimTags(in: first.range.lowerBound..<last.range.upperBound)
        }
        reportHTML(conversion, at: SourcePosition(line: line(conversion.firstLine)?.number ?? 1))
        return conversion.text.isEmpty ? nil : conversion.text
    }

    /// Claims the tags of HTML that became structure.
    mutating func claimTags(in range: Range<Int>) {
        for tag in HTMLFragment.tagRanges(in: source.bytes[range]) {
            ledger.claim(
                range.lowerBound + tag.lowerBound..<range.lowerBound + tag.upperBound, .miseEnPage("balise HTML"))
        }
    }

    mutating func reportHTML(_ conversion: AuthoredHTML.Conversion, at position: SourcePosition) {
        let isAllStructure = conversion.blocks.first?.lowerBound == 0 && conversion.blocks.count == 1
        report(
            .warning, .htmlDansTexte,
            isAllStructure
                ? "Ce texte est en HTML : il est lu comme des paragraphes et des listes"
                : "Les balises HTML au fil du texte ne sont pas interprétées : elles seront affichées telles quelles",
            at: position,
            hint: "Écrivez en Markdown : « - » pour une liste, « **gras** », une ligne vide entre deux paragraphes")
    }

    /// Says that lines have no place; nothing when they are blank.
    mutating func unplaced(_ lines: [SourceLine], _ message: String, hint: String) {
        let written = lines.filter { !AuthoredBody.isBlank($0.text) }
        guard let first = written.first else { return }
        report(.warning, .texteNonReconnu, message, at: SourcePosition(line: first.number), hint: hint)
        reported.formUnion(written.map(\.number))
    }

    /// Says that a heading and what stands under it have no place.
    mutating func unplacedSection(
        _ section: AuthoredSection, _ identifier: Diagnostic.Identifier, _ message: String,
        severity: Diagnostic.Severity = .warning, hint: String?
    ) {
        report(severity, identifier, message, at: SourcePosition(line: section.title.number), hint: hint)
        reported.formUnion(section.content.map(\.number))
    }
}
