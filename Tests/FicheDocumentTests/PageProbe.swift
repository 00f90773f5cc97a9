import FicheDocument
import FicheModel
import Testing
import Theme

/// Looks at a rendered page as a reader or a validator would.
struct PageProbe {
    let html: String
    private static let theme = Result { try Theme.load() }

    /// The page of a fiche in the default theme.
    init(_ fiche: Fiche, date: String = "2026-11-21", context: FicheContext = FicheContext()) throws {
        let etat = EtatDeValidite(of: fiche, at: try #require(CalendarDate(date)))
        let data = FichePage.data(fiche, etat: etat, context: context)
        html = try Self.theme.get().page(template: "fiche", data: data)
    }

    init(document: DocumentReference, fiche: Fiche? = nil) throws {
        let data = DocumentPage.data(document, fiche: fiche, context: FicheContext())
        html = try Self.theme.get().page(template: "document", data: data)
    }

    /// The values of an attribute, in order.
    func values(of attribute: String) -> [String] {
        html.split(separator: " \(attribute)=\"", omittingEmptySubsequences: false).dropFirst().map {
            String($0.prefix { $0 != "\"" })
        }
    }

    /// The levels of the headings, in order.
    var headingLevels: [Int] {
        html.split(separator: "<h", omittingEmptySubsequences: false).dropFirst().compactMap { piece in
            guard let level = piece.first?.wholeNumberValue, let next = piece.dropFirst().first,
                next == ">" || next == " "
            else {
                return nil
            }
            return level
        }
    }

    /// The text of the body without tags, entities resolved.
    var text: String {
        var text = ""
        var inTag = false
        let body = html.firstRange(of: "<body").map { html[$0.lowerBound...] } ?? html[...]
        for character in body {
            if character == "<" { inTag = true }
            if !inTag { text.append(character) }
            if character == ">", inTag {
                inTag = false
                text.append(" ")
            }
        }
        for (entity, sign) in [
            ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", "\u{A0}"), ("&amp;", "&"),
        ] {
            text = text.replacing(entity, with: sign)
        }
        return text
    }
}
