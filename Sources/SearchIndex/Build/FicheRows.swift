import FicheModel
import JSONText

/// What the list of results shows of some fiches, column after column: `Documentation/recherche-format.md`, 3.5.
struct FicheRows {
    private let shared: SharedNames
    private let successors: Successors

    init(_ shared: SharedNames, _ successors: Successors) { (self.shared, self.successors) = (shared, successors) }

    /// The file of these fiches; with their places where they are not in the order of places.
    func bytes(_ fiches: [IndexedFiche], places: [Int32]? = nil) -> [UInt8] {
        var types = NameRanks(shared.types)
        var certifiers = NameRanks(shared.certificateurs)
        var (numbers, states, natures, holders) = ([UInt8](), [UInt8](), [UInt8](), [UInt8]())
        var (ends, limits, follows) = ([UInt8](), [UInt8](), [UInt8]())
        var exceptions: [JSONValue] = []
        for (row, fiche) in fiches.enumerated() {
            let document = fiche.document
            let number = FicheNumber(document.numeroFiche)
            let successor = successors.value(of: document)
            number.append(to: &numbers)
            let etat = DisplayRow.etats.firstIndex(of: fiche.etat.code) ?? 0
            states.append(CompactNumbers.alphabet[(min(8, max(0, document.niveau)) * 7 + etat) & 63])
            CompactNumbers.append(types.rank(document.type?.libelle), to: &natures)
            CompactNumbers.append(certifiers.rank(document.certificateurs.first), to: &holders)
            CompactNumbers.append(max(0, document.dateFin?.dayNumber ?? 0), to: &ends)
            CompactNumbers.append(max(0, document.dateLimiteDelivrance?.dayNumber ?? 0), to: &limits)
            let next = successor.map { $0.isPlain ? FicheNumber($0.numero) : .none } ?? .none
            next.append(to: &follows)
            let own = document.identifiant == number.text.lowercased() ? "" : document.identifiant
            var exception = [own]
            exception += next == .none ? successor.map { [$0.numero, $0.identifiant, $0.intitule] } ?? [] : []
            if number.text != document.numeroFiche {
                while exception.count < 4 { exception.append("") }
                exception.append(document.numeroFiche)
            }
            while exception.last == "" { exception.removeLast() }
            if !exception.isEmpty { exceptions.append(.array([.int(row)] + exception.map(JSONValue.string))) }
        }
        var columns: [JSONValue] = [.strings(CompactNumbers.frontCoded(texts: fiches.map(\.document.intitule)))]
        columns += [numbers, states, natures, holders, ends, limits, follows].map {
            .string(String(decoding: $0, as: UTF8.self))
        }
        columns += [.strings(types.own), .strings(certifiers.own), .array(exceptions)]
        if let places {
            var text: [UInt8] = []
            for place in places { CompactNumbers.append(Int(place), to: &text) }
            columns.append(.string(String(decoding: text, as: UTF8.self)))
        }
        return JSONWriter.bytes(of: .array(columns))
    }
}

/// Ranks of names from 1 on: those that are shared, then the file's own.
private struct NameRanks {
    private var ranks: [String: Int]
    private let shared: Int
    private(set) var own: [String] = []

    init(_ shared: [String: Int]) {
        ranks = shared
        self.shared = shared.count
    }

    /// 0 for no name.
    mutating func rank(_ name: String?) -> Int {
        guard let name, !name.isEmpty else { return 0 }
        if let known = ranks[name] { return known }
        own.append(name)
        ranks[name] = shared + own.count
        return shared + own.count
    }
}

/// A number of a register that three characters can hold.
struct FicheNumber: Equatable {
    /// Twice the number, and one more for the RS; 0 for none.
    let code: Int

    static let none = FicheNumber(code: 0)

    init(code: Int) { self.code = code }

    /// None for what is no number, or a number that is too large.
    init(_ numero: String) {
        let isRS = numero.hasPrefix("RS")
        guard isRS || numero.hasPrefix("RNCP"), let value = Int(numero.dropFirst(isRS ? 2 : 4)), 0 < value,
            value < 1 << 17, numero == (isRS ? "RS" : "RNCP") + String(value)
        else {
            code = 0
            return
        }
        code = 2 * value + (isRS ? 1 : 0)
    }

    var text: String { code == 0 ? "" : (code & 1 == 1 ? "RS" : "RNCP") + String(code >> 1) }

    func append(to text: inout [UInt8]) {
        for shift in [12, 6, 0] { text.append(CompactNumbers.alphabet[code >> shift & 63]) }
    }
}

/// The fiches that come after others, by their number.
struct Successors {
    struct Value {
        let numero: String
        let identifiant: String
        let intitule: String

        /// Whether the number alone says where the fiche is.
        var isPlain: Bool { !identifiant.isEmpty && identifiant == numero.lowercased() && FicheNumber(numero) != .none }
    }

    private var identifiants: [String: String] = [:]

    init(_ fiches: [IndexedFiche]) {
        for fiche in fiches where fiche.document.repertoire != nil {
            identifiants[fiche.document.numeroFiche] = fiche.document.identifiant
        }
    }

    /// The first successor that is in the catalogue, else the first that is stated.
    func value(of document: SearchDocument) -> Value? {
        let stated = document.suites.map { suite in
            let number = suite.numeroFiche.flatMap(Repertoire.parse)?.numero ?? suite.numeroFiche ?? ""
            return Value(
                numero: number, identifiant: identifiants[number] ?? "",
                intitule: number.isEmpty ? suite.intitule ?? "" : "")
        }
        return stated.first { !$0.identifiant.isEmpty } ?? stated.first
    }
}
