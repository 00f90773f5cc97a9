import FicheDocument
import FrenchText

/// The index of a division: its values under their headings. One of too many values leads to a page for each heading.
struct IndexData {
    private let taxonomy: Taxonomy
    private let explication: String

    /// From so many headings on, an index on one page has their initials above it.
    private static let fewGroups = 8

    init(_ taxonomy: Taxonomy, explication: String) { (self.taxonomy, self.explication) = (taxonomy, explication) }

    /// The index itself.
    var data: PageData {
        var data: PageData = [
            "titre": TaxonomyWords.of(taxonomy.kind).titre, "explication": explication,
            "nombre_en_clair": Self.entrees(taxonomy.values.count),
        ]
        if taxonomy.estDivisee {
            data["groupes"] = [["valeurs": taxonomy.groups.indices.map(groupRow)] as PageData]
        } else {
            data["groupes"] = taxonomy.groups.indices.map(group)
            data["lettres"] = ancres.data
        }
        return data
    }

    /// One page of one heading.
    func data(ofGroup index: Int, page: Int) -> PageData {
        let group = taxonomy.groups[index]
        let size = Taxonomy.valeursParPage
        let shown = group.values.dropFirst((page - 1) * size).prefix(size)
        let lettres = taxonomy.groups.indices.map { place in
            Lettres.Lettre(
                titre: Self.titre(taxonomy.groups[place]), adresse: taxonomy.adresse(ofGroup: place),
                courante: place == index)
        }
        var data: PageData = [
            "titre": titre(ofGroup: index), "nombre_en_clair": Self.entrees(group.values.count),
            "groupes": [["valeurs": shown.map(row)] as PageData], "lettres": Lettres(lettres).data,
        ]
        data["pagination"] = ListData.pagination(
            taxonomy.adresse(ofGroup: index), page: page, total: taxonomy.pages(ofGroup: index))
        return data
    }

    /// The title of the page of a heading.
    func titre(ofGroup index: Int) -> String {
        "\(TaxonomyWords.of(taxonomy.kind).titre)\u{A0}– \(Self.titre(taxonomy.groups[index]))"
    }

    private func group(_ index: Int) -> PageData {
        let group = taxonomy.groups[index]
        var data: PageData = ["valeurs": group.values.map(row)]
        guard let titre = group.titre else { return data }
        data["titre"] = Typography.spaced(Self.titre(group))
        data["ancre"] = ancre(of: index)
        if group.code != titre { data["code"] = group.code }
        return data
    }

    private func row(_ value: Taxonomy.Value) -> PageData {
        var row: PageData = [
            "titre": Typography.spaced(value.titre), "adresse": taxonomy.adresse(of: value),
            "nombre": value.fiches.count, "nombre_en_clair": FrenchCount.fiches(value.fiches.count),
        ]
        row["code"] = value.code
        return row
    }

    private func groupRow(_ index: Int) -> PageData {
        let group = taxonomy.groups[index]
        return [
            "titre": Typography.spaced(Self.titre(group)), "adresse": taxonomy.adresse(ofGroup: index),
            "nombre": group.values.count, "nombre_en_clair": Self.entrees(group.values.count),
        ]
    }

    /// The initials of the headings, each leading to the first heading that has it; none where headings are few.
    private var ancres: Lettres {
        guard taxonomy.groups.count > Self.fewGroups else { return Lettres([]) }
        var lettres: [Lettres.Lettre] = []
        for (index, group) in taxonomy.groups.enumerated() {
            guard let first = (group.code ?? group.titre)?.first, group.titre != nil else { continue }
            let titre = group.code.map { $0.count > 1 ? String(first) : Self.titre(group) } ?? String(first)
            guard lettres.last?.titre != titre else { continue }
            lettres.append(Lettres.Lettre(titre: titre, adresse: taxonomy.adresse + "#" + ancre(of: index)))
        }
        return Lettres(lettres.count > 1 ? lettres : [])
    }

    private func ancre(of index: Int) -> String { "groupe-" + taxonomy.slug(ofGroup: index) }

    private static func titre(_ group: Taxonomy.Group) -> String {
        group.titre == Taxonomy.sansInitiale ? Initial.autre.titre : group.titre ?? Initial.autre.titre
    }

    private static func entrees(_ count: Int) -> String { FrenchCount.text(count, "entrée", "entrées") }
}
