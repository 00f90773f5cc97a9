import FrenchText

/// How much of the layout of a cahier des charges a document shows.
enum CahierRecognition {
    static func score(_ text: SourceText) -> Int {
        guard let first = text.lines.first(where: { !Folding.squeezed($0.text).isEmpty })?.text else { return 0 }
        let opening = Folding.squeezed(first)
        // Front matter and XML have readers of their own.
        if opening == "---" || opening.hasPrefix("<?xml") || opening.hasPrefix("<!DOCTYPE")
            || opening.hasPrefix("<html")
        {
            return 0
        }
        var features: Set<String> = []
        var sections = 0
        var previous: [Int]?
        for (index, line) in text.lines.enumerated() where line.text.utf8.count <= 300 {
            let bare = SourceMarkup.bare(line.text)
            guard !bare.isEmpty else { continue }
            let key = Folding.key(bare)
            if key.hasPrefix("resume descriptif de la certification") { return 0 }
            if index < 80 {
                if key.hasPrefix("certificat de qualification professionnelle")
                    || key.hasPrefix("certificats de qualification professionnelle")
                    || WordScanner.words(in: key).contains("cqp")
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
            if line.text.contains("\t") || line.text.hasPrefix("|") {
                let cells = TableLine.cells(line).map { Folding.key(SourceMarkup.bare($0)) }
                if cells.contains("competences"), cells.contains("activites") { features.insert("tableau") }
            } else if let heading = NumberedHeading(bare), heading.isStrong, heading.follows(previous) {
                previous = heading.path
                sections += 1
            }
        }
        if sections >= 3 { features.insert("sections") }
        // A document that speaks of no CQP, nor of domaines, is something else that is numbered.
        guard features.contains("cqp") || features.contains("domaine") || features.contains("unite") else { return 0 }
        return features.count >= 3 ? features.count : 0
    }
}
