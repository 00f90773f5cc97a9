import FicheModel
import FrenchText
import Threads

/// All taxonomies of a catalogue. Fiches are gone through by their places: a summary has many fields, and is dear to copy.
public struct Taxonomies: Sendable {
    public internal(set) var all: [Taxonomy]

    /// - Parameters:
    ///   - codes: the published lists, for headings and for labels that no fiche gives.
    ///   - etats: the state of each fiche.
    ///   - lineage: what follows each fiche.
    ///   - threads: on how many they are made.
    public init(
        _ fiches: [FicheSummary], codes: CodeLists, etats: [EtatDeValidite], lineage: Lineage,
        threads: Int = 1
    ) {
        // The one that takes longest first, so that nobody waits for it at the end.
        let kinds: [Taxonomy.Kind] = [.certificateur] + Taxonomy.Kind.allCases.filter { $0 != .certificateur }
        let made = ParallelMap.map(kinds, threads: threads) { kind in
            switch kind {
            case .niveau: Self.niveaux(fiches)
            case .rome: Self.rome(fiches, codes)
            case .nsf: Self.nsf(fiches, codes)
            case .certificateur: Self.certificateurs(fiches)
            case .convention: Self.conventions(fiches, codes)
            case .type: Self.types(fiches)
            case .voie: Self.voies(fiches)
            case .etat: ListesParEtat.taxonomy(fiches, etats: etats, lineage: lineage)
            }
        }
        all = Taxonomy.Kind.allCases.compactMap { kind in made.first { $0.kind == kind } }
    }

    public subscript(kind: Taxonomy.Kind) -> Taxonomy? { all.first { $0.kind == kind } }

    /// The address of the list of one value: asked for each code of each fiche, so that no taxonomy is copied for it.
    public func adresse(of kind: Taxonomy.Kind, key: String) -> String? {
        for index in all.indices where all[index].kind == kind { return all[index].adresse(ofKey: key) }
        return nil
    }

    private static func niveaux(_ fiches: [FicheSummary]) -> Taxonomy {
        var builder = TaxonomyBuilder()
        for index in fiches.indices {
            if let europe = fiches[index].niveau?.europe {
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
        for index in fiches.indices {
            for code in fiches[index].codesROME {
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
        for index in fiches.indices {
            for code in fiches[index].codesNSF {
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
        for index in fiches.indices {
            for code in fiches[index].conventions {
                builder.add(
                    index, id: code.code, slug: Slug.make(code.code), titre: code.libelle,
                    code: "brochure \(code.code)", key: code.code)
            }
            for code in fiches[index].codesIDCC {
                builder.add(
                    index, id: "idcc " + code.code, slug: "idcc-" + Slug.make(code.code),
                    titre: code.libelle ?? codes.idcc(code.code), code: "IDCC \(code.code)", key: "idcc " + code.code)
            }
        }
        return builder.taxonomy(.convention) { _, draft in Collation.key(draft.titre) }
    }

    private static func types(_ fiches: [FicheSummary]) -> Taxonomy {
        var builder = TaxonomyBuilder()
        for index in fiches.indices {
            guard let type = fiches[index].abrege else { continue }
            builder.add(
                index, id: Folding.key(type.code), slug: Slug.make(type.code), titre: type.libelle, code: type.code,
                key: type.code)
        }
        return builder.taxonomy(.type) { _, draft in Collation.key(draft.titre) }
    }

    private static func voies(_ fiches: [FicheSummary]) -> Taxonomy {
        var builder = TaxonomyBuilder()
        for index in fiches.indices {
            for code in fiches[index].voiesOuvertes {
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
        // A certifier is mostly written as it was before, and then stands where it stood.
        var known: [FicheSummary.Certifier: Int] = [:]
        for index in fiches.indices {
            for certifier in fiches[index].certificateurs {
                if let place = known[certifier] {
                    builder.add(index, at: place)
                    continue
                }
                let (id, titre) = names.identity(of: certifier)
                builder.add(index, id: id, slug: Slug.abridged(titre), titre: titre, code: nil, key: certifier.nom)
                if let siret = certifier.siret {
                    builder.add(index, id: id, slug: Slug.abridged(titre), titre: titre, code: nil, key: siret)
                }
                known[certifier] = builder.place(of: id)
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
