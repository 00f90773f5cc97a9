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

    private var values: [(id: String, draft: Draft)] = []
    /// The place of each value by its id.
    private var places: [String: Int] = [:]

    /// Notes that a fiche names a value. The first title given stays, unless it was a mere code.
    ///
    /// - Parameters:
    ///   - slug: asked for once for each value, and `titre` until there is one.
    mutating func add(
        _ fiche: Int, id: String, slug: @autoclosure () -> String, titre: @autoclosure () -> String?, code: String?,
        key: String
    ) {
        guard let place = places[id] else {
            let draft = Draft(slug: slug(), titre: titre() ?? code ?? id, code: code, keys: [key], fiches: [fiche])
            places[id] = values.count
            values.append((id, draft))
            return
        }
        // In their place: a list of thousands of fiches is not copied for one more.
        if values[place].draft.titre == values[place].draft.code, let titre = titre() {
            values[place].draft.titre = titre
        }
        values[place].draft.keys.insert(key)
        if values[place].draft.fiches.last != fiche { values[place].draft.fiches.append(fiche) }
    }

    /// The place of a value that was added; nil for one that was not.
    func place(of id: String) -> Int? { places[id] }

    /// Notes that a fiche names the value at a place, as another did before.
    mutating func add(_ fiche: Int, at place: Int) {
        if values[place].draft.fiches.last != fiche { values[place].draft.fiches.append(fiche) }
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
        for (id, draft) in values.sorted(by: { $0.id < $1.id }) {
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
