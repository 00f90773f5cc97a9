import FicheModel
import FrenchText

/// The source of a fiche in the few words that the foot of a printed page has room for.
public enum SourceCourte {
    /// "source : rncp31387.txt", or the national data with their date.
    ///
    /// - Parameters:
    ///   - fichier: the path of the document.
    ///   - date: the day of the national data.
    ///   - fictif: whether the catalogue made the fiche, or its texts, up: then it is no national data.
    public static func phrase(fichier: String, format: SourceFormat, date: CalendarDate?, fictif: Bool) -> String {
        if format.isNationalOpenData, !fictif {
            return "source\u{A0}: données de France compétences" + (date.map { " au \($0.inFull)" } ?? "")
        }
        let name = fichier.split(separator: "/").last.map(String.init) ?? fichier
        return "source\u{A0}: \(name)"
    }
}
