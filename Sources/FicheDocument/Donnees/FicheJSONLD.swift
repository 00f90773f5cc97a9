import FicheModel
import JSONText

/// The facts of a fiche for programs that read pages: JSON-LD in the words of schema.org.
///
/// A certification is an `EducationalOccupationalCredential`, never a `Course`. `validFor` would be how long the
/// certificate of a person holds; the registration of the certification is something else and is not said there.
public enum FicheJSONLD {
    /// A graph: the certification, the jobs of its ROME codes, the bread crumbs of its page.
    public static func json(_ fiche: Fiche, context: FicheContext) -> JSONValue {
        let page = context.adresseAbsolue ?? ""
        let credential = page + "#certification"
        var nodes: [JSONValue] = [certification(fiche, id: credential, context: context)]
        for code in fiche.codesROME {
            guard let libelle = code.libelle else { continue }
            nodes.append([
                "@type": "Occupation", "name": .string(libelle),
                "occupationalCategory": [
                    "@type": "CategoryCode", "codeValue": .string(code.code), "name": .string(libelle),
                    "inCodeSet": ["@type": "CategoryCodeSet", "name": "ROME, France Travail"],
                ],
                "qualifications": ["@id": .string(credential)],
            ])
        }
        nodes.append(breadcrumb(fiche, page: page, context: context))
        return ["@context": "https://schema.org", "@graph": .array(nodes)]
    }

    private static func certification(_ fiche: Fiche, id: String, context: FicheContext) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("@type", "EducationalOccupationalCredential"), .init("@id", .string(id)),
            .init("name", .string(fiche.intitule)), .init("inLanguage", "fr"),
        ]
        func add(_ key: String, _ value: JSONValue?) {
            if let value { members.append(.init(key, value)) }
        }
        add("url", context.adresseAbsolue.map(JSONValue.string))
        if let numero = fiche.numeroFiche {
            add(
                "identifier",
                [
                    "@type": "PropertyValue", "propertyID": .string(fiche.repertoire?.rawValue ?? "numero_fiche"),
                    "value": .string(numero),
                ])
            add("sameAs", context.adresseOfficielle(numero: numero).map(JSONValue.string))
        }
        add("credentialCategory", fiche.abrege.map { .string($0.libelle ?? $0.code) })
        add("educationalLevel", (fiche.niveau?.europe).map(niveau))
        let names = fiche.certificateurs.map { certificateur -> JSONValue in
            var members: [JSONValue.Member] = [
                .init("@type", "Organization"), .init("name", .string(certificateur.nom)),
            ]
            if let siret = certificateur.siret {
                members.append(
                    .init("identifier", ["@type": "PropertyValue", "propertyID": "SIRET", "value": .string(siret)]))
            }
            return .object(members)
        }
        add("recognizedBy", names.isEmpty ? nil : .array(names))
        let blocs = fiche.blocsCompetences.map { bloc -> JSONValue in
            var members: [JSONValue.Member] = [.init("@type", "DefinedTerm"), .init("name", .string(bloc.libelle))]
            if let code = bloc.code { members.append(.init("termCode", .string(code))) }
            if let page = context.adresseAbsolue {
                members.append(.init("url", .string("\(page)#bloc-\(bloc.numero)")))
            }
            return .object(members)
        }
        add("competencyRequired", blocs.isEmpty ? nil : .array(blocs))
        return .object(members)
    }

    private static func niveau(_ europe: Int) -> JSONValue {
        [
            "@type": "DefinedTerm", "name": .string("Niveau \(europe)"), "termCode": .string(String(europe)),
            "inDefinedTermSet": [
                "@type": "DefinedTermSet", "name": "Cadre national des certifications professionnelles",
            ],
        ]
    }

    /// Without the address of the site the steps lead from the page.
    private static func breadcrumb(_ fiche: Fiche, page: String, context: FicheContext) -> JSONValue {
        let own = "fiches/\(fiche.identifiant)/"
        let root = page.hasSuffix(own) ? String(page.dropLast(own.count)) : context.racine
        let steps = [("Accueil", root), ("Fiches", root + "fiches/"), (fiche.intitule, root + own)]
        return [
            "@type": "BreadcrumbList",
            "itemListElement": .array(
                steps.enumerated().map { index, step in
                    [
                        "@type": "ListItem", "position": .int(index + 1), "name": .string(step.0),
                        "item": .string(step.1),
                    ]
                }),
        ]
    }
}
