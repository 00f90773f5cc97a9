import FicheModel
import FrenchText

/// All taxonomies of a catalogue.
public struct Taxonomies: Sendable {
    public let all: [Taxonomy]

    /// - Parameters:
    ///   - codes: the published lists, for headings and for labels that no fiche gives.
    ///   - etats: the state of each fiche.
    ///   - lineage: what follows each fiche.
    public init(_ fiches: [FicheSummary], codes: CodeLists, etats: [EtatDeValidite], lineage: Lineage) {
        all = [
            Self.niveaux(fiches), Self.rome(fiches, codes), Self.nsf(fiches, codes), Self.certificateurs(fiches),
            Self.conventions(fiches, codes), Self.types(fiches), Self.voies(fiches),
            ListesParEtat.taxonomy(fiches, etats: etats, lineage: lineage),
        ]
    }

    public subscript(kind: Taxonomy.Kind) -> Taxonomy? { all.first { $0.kind == kind } }

    /// The address of the list of one value: asked for each code of each fiche, so that no taxonomy is copied for it.
    public func adresse(of kind: Taxonomy.Kind, key: String) -> String? {
        for index in all.indices where all[index].kind == kind { return all[index].adresse(ofKey: key) }
        return nil
    }

    private static func niveaux(_ fiches: [FicheSummary]) -> Taxonomy {
        var builder = TaxonomyBuilder()
        for (index, fiche) in fiches.enumerated() {
            if let europe = fiche.niveau?.europe {
                builder.add(
                    index, id: String(europe), slug: String(europe), titre: "Niveau\u{A0}\(europe)", code: nil,
                    key: String(europe))
            } else {
                builder.add(
                    index, id: "sans", slug: "sans-niveau", titre: "Sans niveau déclaré", code: nil, key: "sans")
            }
        }
        return builder.taxonomy(.niveau) { id, _ in Collation.key(id == "sans" ? "99" : id) }
    }

    private static func rome(_ fiches: [FicheSummary], _ codes: CodeLists) -> Taxonomy {
        var builder = TaxonomyBuilder()
        for (index, fiche) in fiches.enumerated() {
            for code in fiche.codesROME {
                let id = code.code.uppercased()
                builder.add(
                    index, id: id, slug: Slug.make(id), titre: code.libelle ?? codes.rome(id), code: id, key: id)
            }
        }
        return builder.taxonomy(
            .rome,
            group: { id, _ in codes.domaineROME(id).map { ($0.code, $0.libelle ?? $0.code) } },
            order: { id, _ in Collation.key(id) })
    }

    private static func nsf(_ fiches: [FicheSummary], _ codes: CodeLists) -> Taxonomy {
        var builder = TaxonomyBuilder()
        for (index, fiche) in fiches.enumerated() {
            for code in fiche.codesNSF {
                let id = code.code.lowercased()
                builder.add(
                    index, id: id, slug: Slug.make(id), titre: code.libelle ?? codes.nsf(id), code: id, key: id)
            }
        }
        return builder.taxonomy(
            .nsf,
            group: { id, _ in codes.groupeNSF(id).map { ($0.code, $0.libelle ?? $0.code) } },
            order: { id, _ in Collation.key(id) })
    }

    private static func conventions(_ fiches: [FicheSummary], _ codes: CodeLists) -> Taxonomy {
        var builder = TaxonomyBuilder()
        for (index, fiche) in fiches.enumerated() {
            for code in fiche.conventions {
                builder.add(
                    index, id: code.code, slug: Slug.make(code.code), titre: code.libelle,
                    code: "brochure \(code.code)", key: code.code)
            }
            for code in fiche.codesIDCC {
                builder.add(
                    index, id: "idcc " + code.code, slug: "idcc-" + Slug.make(code.code),
                    titre: code.libelle ?? codes.idcc(code.code), code: "IDCC \(code.code)", key: "idcc " + code.code)
            }
        }
        return builder.taxonomy(.convention) { _, draft in Collation.key(draft.titre) }
    }

    private static func types(_ fiches: [FicheSummary]) -> Taxonomy {
        var builder = TaxonomyBuilder()
        for (index, fiche) in fiches.enumerated() {
            guard let type = fiche.abrege else { continue }
            builder.add(
                index, id: Folding.key(type.code), slug: Slug.make(type.code), titre: type.libelle, code: type.code,
                key: type.code)
        }
        return builder.taxonomy(.type) { _, draft in Collation.key(draft.titre) }
    }

    private static func voies(_ fiches: [FicheSummary]) -> Taxonomy {
        var builder = TaxonomyBuilder()
        for (index, fiche) in fiches.enumerated() {
            for code in fiche.voiesOuvertes {
                builder.add(
                    index, id: code.rawValue, slug: Slug.make(code.rawValue), titre: code.libelle, code: nil,
                    key: code.rawValue)
            }
        }
        return builder.taxonomy(.voie) { id, _ in
            Array(String(CodeVoieAcces.allCases.firstIndex { $0.rawValue == id } ?? 9).utf8)
        }
    }

    private static func certificateurs(_ fiches: [FicheSummary]) -> Taxonomy {
        let names = CertifierNames(fiches)
        var builder = TaxonomyBuilder()
        for (index, fiche) in fiches.enumerated() {
            for certifier in fiche.certificateurs {
                let (id, titre) = names.identity(of: certifier)
                builder.add(index, id: id, slug: Slug.abridged(titre), titre: titre, code: nil, key: certifier.nom)
                if let siret = certifier.siret {
                    builder.add(index, id: id, slug: Slug.abridged(titre), titre: titre, code: nil, key: siret)
                }
            }
        }
        return builder.taxonomy(
            .certificateur,
            group: { _, draft in
                let initial = Folding.folded(draft.titre).unicodeScalars.first { ("a"..."z").contains($0) }
                let letter = initial.map { String($0).uppercased() } ?? Taxonomy.sansInitiale
                return (letter, letter)
            },
            order: { _, draft in Collation.key(draft.titre) })
    }
}
