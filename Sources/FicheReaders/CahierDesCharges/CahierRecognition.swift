import FrenchText

/// How much of the layout of a cahier des charges a document shows.
enum CahierRecognition {
    /// True for a référentiel of a certification that the document does not call a CQP.
    static func isReferentiel(_ text: SourceText) -> Bool { !(features(of: text)?.contains("cqp") ?? true) }

    static func score(_ text: SourceText) -> Int {
        guard let features = features(of: text) else { return 0 }
        // The three columns of a référentiel are a layout by themselves.
        if features.contains("colonnes") { return max(3, features.count) }
        // A document that speaks of no CQP, nor of domaines, is something else that is numbered.
        guard features.contains("cqp") || features.contains("domaine") || features.contains("unite") else { return 0 }
        return features.count >= 3 ? features.count : 0
    }

    /// The features of the layout; nil for a document of another one.
    private static func features(of text: SourceText) -> Set<String>? {
        guard let first = text.lines.first(where: { !Folding.squeezed($0.text).isEmpty })?.text else {
            return nil
        }
        let opening = Folding.squeezed(first)
        // Front matter and XML have readers of their own.
        if opening == "---" || opening.hasPrefix("<?xml") || opening.hasPrefix("<!DOCTYPE")
            || opening.hasPrefix("<html")
        {
            return nil
        }
        var features: Set<String> = []
        var sections = 0
        var previous: [Int]?
        // The form of the register says in each head what the column holds: such a row is long.
        for (index, line) in text.lines.enumerated() where line.text.utf8.count <= 1200 {
            let isRow = line.text.utf8.contains(0x09) || line.text.utf8.first == UInt8(ascii: "|")
            if isRow, !features.contains("colonnes"), ReferentielHead.isHead(TableLine.cells(line)) {
                features.insert("colonnes")
            }
            guard line.text.utf8.count <= 300 else { continue }
            let bare = SourceMarkup.bare(line.text)
            guard !bare.isEmpty else { continue }
            let key = Folding.key(bare)
            if key.hasPrefix("resume descriptif de la certification") { return nil }
            if index < 80 {
                if key.hasPrefix("certificat de qualification professionnelle")
                    || key.hasPrefix("certificats de qualification professionnelle")
                    || WordScanner.words(in: key).contains(where: ["cqp", "cqpi"].contains)
                {
                    features.insert("cqp")
                }
                if key.hasPrefix("cahier des charges") { features.insert("cahier") }
                if key.hasPrefix("referentiel") { features.insert("referentiel") }
                if key == "sommaire" || key == "table des matieres" { features.insert("sommaire") }
                if CoverPage.namesCertificateur(bare), key.hasPrefix("commission") || key.hasPrefix("cpne") {
                    features.insert("cpnefp")
                }
            }
            if let heading = CompetenceHeading(bare) { features.insert(heading.rank == .domaine ? "domaine" : "unite") }
            if isRow {
                let cells = TableLine.cells(line).map { Folding.key(SourceMarkup.bare($0)) }
                if cells.contains("competences"), cells.contains("activites") { features.insert("tableau") }
            } else if let heading = NumberedHeading(bare), heading.isStrong, heading.follows(previous) {
                previous = heading.path
                sections += 1
            }
        }
        if sections >= 3 { features.insert("sections") }
        return features
    }
}
