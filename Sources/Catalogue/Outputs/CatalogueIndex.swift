import FicheModel
import FrenchText
import JSONText

/// `/index.json`: every fiche of the catalogue in short, for the search page and for programs.
public enum CatalogueIndex {
    /// Grows when a key changes its meaning or goes.
    public static let version = 1

    /// The index of all published fiches, in the order of the model, as JSON on one line: fiche by fiche, for a national base
    /// as one value would take many times its bytes.
    public static func bytes(_ model: CatalogueModel) -> [UInt8] {
        var bytes = JSONWriter.bytes(of: [
            "version": .int(version), "titre": .string(model.configuration.titre),
            "url": .optional(model.configuration.url?.text), "date": .string(model.date.iso),
            "nombre": .int(model.fiches.count), "fiches": [],
        ])
        // The fiches come between the brackets that are there.
        bytes.removeLast(2)
        for index in model.fiches.indices {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += JSONWriter.bytes(of: entry(model.fiches[index], etat: model.etats[index]))
        }
        bytes += "]}".utf8
        return bytes
    }

    private static func entry(_ fiche: FicheSummary, etat: EtatDeValidite) -> JSONValue {
        [
            "identifiant": .string(fiche.identifiant), "numero_fiche": .optional(fiche.numeroFiche),
            "intitule": .string(fiche.intitule),
            "abrege": fiche.abrege.map { ["code": .string($0.code), "libelle": .optional($0.libelle)] } ?? .null,
            "niveau": .optional(fiche.niveau?.europe), "codes_rome": codes(fiche.codesROME),
            "codes_nsf": codes(fiche.codesNSF), "certificateurs": .strings(fiche.certificateurs.map(\.nom)),
            "conventions": codes(fiche.conventions + fiche.codesIDCC),
            "voies_acces": .strings(fiche.voiesOuvertes.map(\.rawValue)), "etat": .string(etat.code),
            "etat_phrase": .string(etat.phrase), "date_fin": .optional(fiche.dateFin?.iso),
            "date_limite_delivrance": .optional(fiche.dateLimiteDelivrance?.iso), "adresse": .string(fiche.adresse),
            "emplois": .strings(fiche.emplois), "blocs": .strings(fiche.blocs),
        ]
    }

    private static func codes(_ codes: [CodeLibelle]) -> JSONValue {
        .array(codes.map { ["code": .string($0.code), "libelle": .optional($0.libelle)] })
    }
}
