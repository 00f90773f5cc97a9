import FicheModel

/// `atom.xml`: the deadlines that have come, for a feed reader (RFC 4287).
///
/// An entry appears on the day of its reminder. Its identifier and its date follow from the échéance that the fiche
/// states, never from the day of the build.
public enum EcheancesFlux {
    /// The feed of the last twelve months; empty without the address of the site.
    public static func xml(_ model: CatalogueModel) -> String {
        guard let url = model.configuration.url else { return "" }
        let moments = Echeances(model).recents.prefix(longest)
        let author = model.configuration.editeur.nom ?? model.configuration.titre
        let own = url.absolute(EcheancesAddress.flux)
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(XMLText.escaped(model.configuration.langue))">
              <id>\(XMLText.escaped(own))</id>
              <title>\(XMLText.escaped("Échéances, \(model.configuration.titre)"))</title>
              <updated>\(updated(moments.first?.date ?? latestStatedDate(model)))</updated>
              <author><name>\(XMLText.escaped(author))</name></author>
              <link rel="self" type="application/atom+xml" href="\(XMLText.escaped(own))"/>
              <link rel="alternate" type="text/html" href="\(XMLText.escaped(url.absolute(EcheancesAddress.page)))"/>

            """
        for moment in moments {
            let words = EcheanceWords(moment, model)
            let page = url.absolute(words.fiche.adresse)
            text += """
                  <entry>
                    <id>\(XMLText.escaped("\(own)#\(words.cle)"))</id>
                    <title>\(XMLText.escaped(words.titre))</title>
                    <updated>\(updated(moment.date))</updated>
                    <link rel="alternate" type="text/html" href="\(XMLText.escaped(page))"/>
                    <summary>\(XMLText.escaped(words.description))</summary>
                  </entry>

                """
        }
        return text + "</feed>\n"
    }

    /// A feed tells what is new: of a national base the latest are enough.
    private static let longest = 500

    private static func updated(_ date: CalendarDate) -> String { "\(date.iso)T00:00:00Z" }

    /// For a feed without entries: the latest date that a fiche states of its data, else the one that the site states.
    private static func latestStatedDate(_ model: CatalogueModel) -> CalendarDate {
        model.fiches.compactMap(\.dateDesDonnees).filter { $0 <= model.date }.max() ?? model.date
    }
}
