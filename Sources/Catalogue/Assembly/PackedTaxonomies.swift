import FicheModel

extension Taxonomies {
    /// None, for a description of fields to fill.
    public init() { all = [] }

    /// Its fields, for `Packing`.
    public mutating func carry(_ packing: inout Packing) {
        packing.list(&all, Taxonomy(kind: .niveau, groups: [], slugs: [:])) { $1.carry(&$0) }
    }

    /// Whether it names fiches of a list of so many only.
    public func fits(_ count: Int) -> Bool {
        all.allSatisfy { taxonomy in
            taxonomy.values.allSatisfy { $0.fiches.allSatisfy((0..<count).contains) }
        }
    }
}

extension Taxonomy {
    fileprivate mutating func carry(_ packing: inout Packing) {
        var (kind, groups) = (kind, groups)
        var slugs = packing.isReading ? [] : self.slugs.sorted { $0.key < $1.key }
        packing.word(&kind)
        packing.list(&groups, Group(titre: nil, code: nil, values: [])) { $1.carry(&$0) }
        packing.list(&slugs, (key: "", value: "")) { packing, slug in
            packing.text(&slug.key)
            packing.text(&slug.value)
        }
        guard packing.isReading else { return }
        self = Taxonomy(
            kind: kind, groups: groups,
            slugs: Dictionary(slugs.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first }))
    }
}

extension Taxonomy.Group {
    fileprivate mutating func carry(_ packing: inout Packing) {
        var (titre, code, values) = (titre, code, values)
        packing.text(&titre)
        packing.text(&code)
        packing.list(&values, Taxonomy.Value(slug: "", titre: "", code: nil, fiches: [])) { $1.carry(&$0) }
        if packing.isReading { self = Taxonomy.Group(titre: titre, code: code, values: values) }
    }
}

extension Taxonomy.Value {
    fileprivate mutating func carry(_ packing: inout Packing) {
        var (slug, titre, code, fiches) = (slug, titre, code, fiches)
        packing.text(&slug)
        packing.text(&titre)
        packing.text(&code)
        // They rise: what lies between two takes a byte or two.
        var last = 0
        packing.list(&fiches, 0) { packing, fiche in
            var step = fiche - last
            packing.number(&step)
            last += step
            if packing.isReading { fiche = last }
        }
        if packing.isReading { self = Taxonomy.Value(slug: slug, titre: titre, code: code, fiches: fiches) }
    }
}
