import FicheModel
import FrenchText
import JSONText
import SearchIndex

/// An answer of the search, for people and for programs.
enum SearchAnswerText {
    static func json(_ question: String, _ answer: SearchAnswer) -> JSONValue {
        [
            "question": .string(question), "total": .int(answer.total), "partielle": .bool(answer.isPartial),
            "corrections": .array(answer.corrections.map { .strings([$0.typed, $0.corrected]) }),
            "synonymes": .array(answer.synonyms.map { .strings([$0.typed, $0.synonym]) }),
            "fiches": .array(answer.fiches.map(json)), "facettes": .object(answer.facettes.map(json)),
        ]
    }

    private static func json(_ count: FacetCount) -> JSONValue.Member {
        .init(
            count.facette,
            .array(
                count.valeurs.map { value in
                    [
                        "valeur": .string(value.valeur), "libelle": .string(value.libelle),
                        "nombre": .int(value.nombre),
                    ]
                }))
    }

    private static func json(_ fiche: FoundFiche) -> JSONValue {
        [
            "identifiant": .string(fiche.identifiant), "numero_fiche": .string(fiche.numero),
            "intitule": .string(fiche.intitule), "type": .optional(fiche.type),
            "niveau": fiche.niveau > 0 ? .int(fiche.niveau) : .null, "etat": .string(fiche.etat),
            "date_fin": .optional(fiche.fin?.iso), "certificateur": .optional(fiche.certificateur),
            "suite": .optional(fiche.suite), "place": .int(fiche.place), "score": .int(fiche.score),
        ]
    }

    static func human(_ question: String, _ answer: SearchAnswer) -> String {
        var lines: [String] = []
        let count = Typography.grouped(answer.total)
        lines.append(
            answer.total == 0
                ? "Aucune fiche trouvée pour «\u{A0}\(question)\u{A0}»"
                : "\(count) \(answer.total > 1 ? "fiches trouvées" : "fiche trouvée") pour «\u{A0}\(question)\u{A0}»")
        if !answer.corrections.isEmpty, answer.total > 0 {
            lines.append("Cherché aussi\u{A0}: " + answer.corrections.map(\.corrected).joined(separator: ", "))
        }
        if !answer.synonyms.isEmpty {
            lines.append("Cherché comme\u{A0}: " + answer.synonyms.map(\.synonym).joined(separator: ", "))
        }
        if answer.isPartial, answer.total > 0 { lines.append("Aucune fiche ne contient tous ces mots") }
        for (rank, fiche) in answer.fiches.enumerated() {
            let name = fiche.numero.isEmpty ? fiche.identifiant : fiche.numero
            lines.append("\(rank + 1). \(name)  \(fiche.intitule)")
            var facts = [fiche.type, fiche.niveau > 0 ? "niveau\u{A0}\(fiche.niveau)" : nil, fiche.certificateur]
                .compactMap(\.self)
            facts.append(etat(fiche))
            if let suite = fiche.suite { facts.append("suivie de \(suite)") }
            lines.append("   " + facts.joined(separator: " · "))
        }
        for count in answer.facettes {
            let values = count.valeurs.map { "\($0.libelle) (\(Typography.grouped($0.nombre)))" }
            lines.append("\(count.facette)\u{A0}: " + values.joined(separator: ", "))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func etat(_ fiche: FoundFiche) -> String {
        let fin = fiche.fin?.inFull ?? ""
        return switch fiche.etat {
        case "en-vigueur": "en vigueur jusqu’au \(fin)"
        case "echeance-proche": "en vigueur jusqu’au \(fin), échéance proche"
        case "echue": "échue depuis le \(fin)"
        case "depubliee": "dépubliée"
        case "declaree-active": "déclarée active par sa source"
        case "declaree-inactive": "déclarée inactive par sa source"
        default: "validité non précisée"
        }
    }
}
