import FicheModel
import FrenchText
import JSONText

/// `/index.json`: every fiche of the catalogue in short, for the search page and for programs.
public enum CatalogueIndex {
    /// Grows when a key changes its meaning or goes.
    public static let version = 1

    /// The index of all published fiches, in the order of the model.
    public static func json(_ model: CatalogueModel) -> JSONValue {
        [
            "version": .int(version), "titre": .string(model.configuration.titre),
            "url": .optional(model.configuration.url?.text), "date": .string(model.date.iso),
            "nombre": .int(model.fiches.count),
            "fiches": .array(model.fiches.indices.map { entry(model.fiches[$0], etat: model.etats[$0]) }),
        ]
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
