import Foundation

/// Random changes of a content folder, the same for one seed: fiches, settings, theme, pages, pictures and names.
public struct RandomEdits {
    private var dice: Dice
    private let site: Site
    /// What was done, for the message of a test that fails.
    public private(set) var history: [String] = []

    public init(_ site: Site, seed: UInt64) {
        self.site = site
        dice = Dice(seed: seed)
    }

    private mutating func one<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: values.indices, using: &dice)]
    }

    /// Makes one change.
    public mutating func edit() throws {
        let names = ["a", "b", "c", "d", "e", "f"]
        let rank = Int.random(in: names.indices, using: &dice)
        let path = "fiches/\(names[rank]).md"
        let full = site.content + "/" + path
        let isThere = FileManager.default.fileExists(atPath: full)
        switch Int.random(in: 0..<14, using: &dice) {
        case 0 where isThere:
            try site.remove(path)
            history.append("remove \(path)")
        case 1 where isThere:
            let other = site.content + "/fiches/z-\(names[rank]).md"
            try? FileManager.default.removeItem(atPath: other)
            try FileManager.default.moveItem(atPath: full, toPath: other)
            history.append("rename \(path)")
        case 2: try write("catalogue.yaml", settings())
        case 3:
            let row = one([
                "<tr><td>{{titre}}</td></tr>\n", "<tr><th><a href=\"{{racine}}{{adresse}}\">{{titre}}</a></th></tr>\n",
            ])
            try write("theme/templates/ligne.mustache", row)
        case 4:
            let title = one(["Aide", "Contact"])
            try write("pages/a-propos.md", "---\ntitre: \(title)\nmenu: oui\n---\nVoir [a](/fiches/rncp90001/).\n")
        case 5: try write("medias/p.svg", one(["<svg xmlns='x'/>", "<svg xmlns='y'/>"]))
        case 6:
            // An author stops in the middle, saves, and goes on.
            try write(path, "---\nnumero_fiche: RNCP\(90_001 + rank)\nintitule: [\n---\n")
            try write(path, fiche(rank))
        case 7 where isThere:
            // Many editors write another file and give it the name.
            let draft = site.content + "/fiches/.brouillon-\(rank)"
            try Data(fiche(rank).utf8).write(to: URL(fileURLWithPath: draft))
            guard rename(draft, full) == 0 else { throw CocoaError(.fileWriteUnknown) }
            history.append("replace \(path)")
        default: try write(path, fiche(rank))
        }
    }

    private mutating func write(_ path: String, _ text: String) throws {
        try site.write(text, to: path)
        history.append("write \(path)")
    }

    private mutating func settings() -> String {
        one(["titre: Pendules\n", "titre: Horloges\n", "titre: P\noutputs:\n  blocs: non\n", "titre: P\nmenu: []\n"])
            + "url: https://exemple.test/p/\n"
    }

    private mutating func fiche(_ rank: Int) -> String {
        let next = 90_001 + Int.random(in: 0..<6, using: &dice)
        return FichesEcrites.fiche(
            numero: "RNCP\(90_001 + rank)", intitule: one(["Émailleur", "Pendulier", "Horloger"]),
            niveau: one(["3", "4", "5"]), rome: one(["B1604", "B1601", "B1604, B1601"]),
            certificateur: one(["Chambre", "Branche"]), fin: one(["2028-06-30", "2020-01-01", "2027-01-01"]),
            plus: one([
                "", "", "alias: [ancienne-\(rank)]", "nouvelles_certifications:\n  - numero_fiche: RNCP\(next)",
                "anciennes_certifications:\n  - numero_fiche: RNCP\(next)",
            ]),
            corps: one(["", "## Historique\n\nVoir [ceci](/fiches/rncp\(next)/).\n", "## Historique\n\n\(next)\n"]))
    }
}
