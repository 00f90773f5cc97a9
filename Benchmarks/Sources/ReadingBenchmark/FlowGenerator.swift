/// Invented certifications in the shape of the flow V4.1: the same bytes for the same number of fiches.
///
/// Sizes follow the national base: prose of several hundred words in flattened lists, blocs, juries, and partners on few
/// fiches but many of them there. The words mean nothing.
enum FlowGenerator {
    static func flow(fiches: Int) -> [UInt8] {
        var writer = FlowWriter(seed: 42)
        writer.text = Array(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<FICHES>\n  <VERSION_FLUX>4.1</VERSION_FLUX>\n"
                .utf8)
        for number in 0..<fiches { writer.fiche(number) }
        writer.text += Array("</FICHES>\n".utf8)
        return writer.text
    }
}

private struct FlowWriter {
    var text: [UInt8] = []
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private static let starts = ["b", "c", "ch", "d", "f", "gr", "l", "m", "n", "p", "pl", "r", "s", "t", "tr", "v"]
    private static let middles = ["a", "e", "é", "i", "o", "u", "ou", "eau", "an", "en", "on", "è"]
    private static let ends = ["tion", "ment", "eur", "age", "ité", "ique", "able", "isme", "ière", "al", "ance", "er"]
    private static let small = ["de", "la", "le", "les", "des", "et", "à", "en", "un", "une", "pour", "d’", "dans"]

    /// xorshift64*: 0 to `limit` - 1.
    private mutating func draw(_ limit: Int) -> Int {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % limit
    }

    private mutating func pick(_ words: [String]) -> String { words[draw(words.count)] }

    private mutating func sentence(_ words: Int) -> String {
        var found: [String] = []
        for index in 0..<words {
            found.append(
                index % 3 == 1
                    ? pick(Self.small) : pick(Self.starts) + pick(Self.middles) + pick(Self.starts) + pick(Self.ends))
        }
        return found.joined(separator: " ")
    }

    private mutating func prose(_ lines: Int) -> String {
        (0..<lines).map { _ in sentence(8 + draw(14)) }.joined(separator: draw(2) == 0 ? "    * " : " ;    - ") + "."
    }

    private mutating func add(_ line: String) { text += Array((line + "\n").utf8) }

    private mutating func element(_ name: String, _ value: String, indent: String = "    ") {
        add("\(indent)<\(name)>\(value)</\(name)>")
    }

    private mutating func list(_ name: String, _ item: String, _ count: Int, _ body: (inout FlowWriter, Int) -> Void) {
        add("    <\(name)>")
        for index in 0..<count {
            add("      <\(item)>")
            body(&self, index)
            add("      </\(item)>")
        }
        add("    </\(name)>")
    }

    mutating func fiche(_ number: Int) {
        let code = "RNCP\(number + 1000)"
        let inner = "        "
        add("  <FICHE>")
        element("ID_FICHE", "\(number + 1)")
        element("NUMERO_FICHE", code)
        element("INTITULE", sentence(7))
        element("ETAT_FICHE", "Publiée")
        list("FORMACODES", "FORMACODE", 2) { writer, index in
            writer.element("CODE", "\(31000 + number % 900 + index)", indent: inner)
            writer.element("LIBELLE", writer.sentence(2), indent: inner)
        }
        add("    <NOMENCLATURE_EUROPE>\n      <NIVEAU>NIV\(3 + draw(5))</NIVEAU>\n    </NOMENCLATURE_EUROPE>")
        list("CODES_NSF", "NSF", 1 + draw(2)) { writer, _ in
            writer.element("CODE", "\(100 + writer.draw(250))", indent: inner)
            writer.element("LIBELLE", writer.sentence(4), indent: inner)
        }
        list("CERTIFICATEURS", "CERTIFICATEUR", 1 + draw(3)) { writer, _ in
            writer.element("SIRET_CERTIFICATEUR", "\(10_000_000_000_000 + writer.draw(1 << 30))", indent: inner)
            writer.element("NOM_CERTIFICATEUR", writer.sentence(4).uppercased(), indent: inner)
        }
        let partners = draw(20) == 0 ? 200 + draw(260) : draw(4)
        list("PARTENAIRES", "PARTENAIRE", partners) { writer, _ in
            writer.element("NOM_PARTENAIRE", writer.sentence(4).uppercased(), indent: inner)
            writer.element("SIRET_PARTENAIRE", "\(10_000_000_000_000 + writer.draw(1 << 30))", indent: inner)
            writer.element("HABILITATION_PARTENAIRE", "HABILITATION_ORGA_FORM", indent: inner)
        }
        element("ACTIVITES_VISEES", prose(12))
        element("CAPACITES_ATTESTEES", prose(16))
        element("SECTEURS_ACTIVITE", prose(3))
        element("TYPE_EMPLOI_ACCESSIBLES", prose(3))
        for route in ["FI", "CA", "FC", "CQ", "CL", "VAE"] {
            add("    <SI_JURY_\(route)>")
            element("ACTIF", draw(2) == 0 ? "Oui" : "Non", indent: "      ")
            element("COMPOSITION", prose(2), indent: "      ")
            add("    </SI_JURY_\(route)>")
        }
        element("DATE_FIN_ENREGISTREMENT", "31/08/20\(20 + draw(10))")
        element("TYPE_ENREGISTREMENT", "Enregistrement sur demande")
        list("BLOCS_COMPETENCES", "BLOC_COMPETENCES", draw(6)) { writer, index in
            writer.element("CODE", "\(code)BC0\(index + 1)", indent: inner)
            writer.element("LIBELLE", writer.sentence(6), indent: inner)
            writer.element("LISTE_COMPETENCES", writer.prose(8), indent: inner)
            writer.element("MODALITES_EVALUATION", writer.prose(3), indent: inner)
        }
        element("OBJECTIFS_CONTEXTE", prose(8))
        element("ACTIF", draw(4) == 0 ? "Oui" : "Non")
        add("  </FICHE>")
    }
}
