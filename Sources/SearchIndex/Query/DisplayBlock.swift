import FicheModel
import Foundation

/// A fiche as the list of results shows it.
public struct FoundFiche: Equatable, Sendable {
    public var place: Int
    public var identifiant: String
    /// With its prefix; empty where the fiche has none.
    public var numero: String
    public var intitule: String
    public var type: String?
    public var niveau: Int
    /// `en-vigueur`, `echue`, … at the date of the index.
    public var etat: String
    public var fin: CalendarDate?
    public var certificateur: String?
    /// Number or title of the fiche that comes after this one.
    public var suite: String?
    public var score: Int
}

/// The rows of 32 places.
struct DisplayBlock {
    struct File: Decodable {
        let fiches: [[Cell]]
        let types: [String]
        let certificateurs: [String]
    }

    /// A number, a text or a list of texts.
    enum Cell: Decodable {
        case number(Int)
        case text(String)
        case list([String])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Int.self) {
                self = .number(number)
            } else if let text = try? container.decode(String.self) {
                self = .text(text)
            } else {
                self = .list(try container.decode([String].self))
            }
        }

        var number: Int {
            guard case .number(let number) = self else { return 0 }
            return number
        }

        var text: String {
            guard case .text(let text) = self else { return "" }
            return text
        }
    }

    /// In order of places; number as an integer (0 without one) beside each.
    let fiches: [(numero: Int, fiche: FoundFiche)]

    init(_ file: File, prefix: String) {
        fiches = file.fiches.map { row in
            func cell(_ index: Int) -> Cell { row.indices.contains(index) ? row[index] : .number(0) }
            func named(_ list: [String], _ index: Int) -> String? {
                let rank = cell(index).number
                return list.indices.contains(rank - 1) ? list[rank - 1] : nil
            }
            let numero = cell(0).number
            let own = cell(9).text
            let identifiant = prefix.isEmpty ? cell(0).text : own.isEmpty ? prefix.lowercased() + String(numero) : own
            var suite: String?
            if case .list(let parts) = cell(8) { suite = parts.first { !$0.isEmpty } }
            let etat = cell(4).number
            return (
                numero,
                FoundFiche(
                    place: 0, identifiant: identifiant, numero: prefix.isEmpty ? "" : prefix + String(numero),
                    intitule: cell(1).text, type: named(file.types, 2), niveau: cell(3).number,
                    etat: DisplayBlocks.etats.indices.contains(etat) ? DisplayBlocks.etats[etat] : "non-precisee",
                    fin: cell(5).number == 0 ? nil : CalendarDate(dayNumber: cell(5).number),
                    certificateur: named(file.certificateurs, 7), suite: suite, score: 0)
            )
        }
    }
}
