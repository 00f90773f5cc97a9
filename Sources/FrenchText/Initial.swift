/// The letter under which a title stands in an alphabetical list, in the order of `Collation`.
public enum Initial: Hashable, Comparable, Sendable {
    /// A title of signs alone.
    case aucune
    /// A title that begins with a number.
    case chiffre
    /// `a` to `z`, as a byte.
    case lettre(UInt8)
    /// A title of another alphabet.
    case autre

    /// The initial of a text; what does not count for its place there does not count here.
    public init(_ text: String) {
        for byte in Collation.letters(of: text) {
            switch byte {
            case 0x30...0x39: self = .chiffre
            case 0x61...0x7A: self = .lettre(byte)
            case 0x80...: self = .autre
            default: continue
            }
            return
        }
        self = .aucune
    }

    /// As it is shown: "0–9", "A", "Autres".
    public var titre: String {
        switch self {
        case .chiffre: "0–9"
        case .lettre(let byte): String(UnicodeScalar(byte)).uppercased()
        case .aucune, .autre: "Autres"
        }
    }
}
