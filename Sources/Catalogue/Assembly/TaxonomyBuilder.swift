import FicheModel
import FrenchText

/// Gathers the fiches under the values of a taxonomy.
struct TaxonomyBuilder {
    /// A value as it grows: its key, what it is called, the fiches that name it.
    struct Draft {
        var slug: String
        var titre: String
        var code: String?
        var keys: Set<String>
        var fiches: [Int] = []
    }

    private(set) var drafts: [String: Draft] = [:]

    /// Notes that a fiche names a value. The first title given stays, unless it was a mere code.
    mutating func add(
        _ fiche: Int, id: String, slug: @autoclosure () -> String, titre: String?, code: String?, key: String
    ) {
        // In its place: a value has thousands of fiches, which must not be copied for each.
        Self.note(
            fiche, titre: titre, key: key,
            in: &drafts[id, default: Draft(slug: slug(), titre: titre ?? code ?? id, code: code, keys: [])])
    }

    private static func note(_ fiche: Int, titre: String?, key: String, in draft: inout Draft) {
        if let titre, draft.titre == draft.code { draft.titre = titre }
        draft.keys.insert(key)
        if draft.fiches.last != fiche { draft.fiches.append(fiche) }
    }

    /// The finished taxonomy. Slugs that meet are told apart by a number, in the order of the ids.
    ///
    /// - Parameters:
    ///   - group: the heading under which a value stands, with the code by which headings are ordered.
    ///   - order: the key by which values are ordered under a heading.
    func taxonomy(
        _ kind: Taxonomy.Kind, group: (String, Draft) -> (code: String, titre: String)? = { _, _ in nil },
        order: (String, Draft) -> [UInt8]
    ) -> Taxonomy {
        var taken: Set<String> = []
        var slugs: [String: String] = [:]
        var groups: [String: (titre: String?, values: [(key: [UInt8], value: Taxonomy.Value)])] = [:]
        for (id, draft) in drafts.sorted(by: { $0.key < $1.key }) {
            var slug = draft.slug.isEmpty ? "sans-nom" : draft.slug
            var number = 2
            while taken.contains(slug) {
                slug = "\(draft.slug)-\(number)"
                number += 1
            }
            taken.insert(slug)
            for key in draft.keys { slugs[key] = slug }
            let value = Taxonomy.Value(slug: slug, titre: draft.titre, code: draft.code, fiches: draft.fiches)
            let heading = group(id, draft)
            groups[heading?.code ?? "", default: (heading?.titre, [])].values.append((order(id, draft), value))
        }
        let sorted = groups.sorted { Collation.precedes($0.key, $1.key) }.map { code, group in
            Taxonomy.Group(
                titre: group.titre, code: group.titre == nil || code.isEmpty ? nil : code,
                values: group.values.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value))
        }
        return Taxonomy(kind: kind, groups: sorted, slugs: slugs)
    }
}
