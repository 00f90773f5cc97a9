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

    /// The same of the first byte of the key that `Collation` gives a text: what is first there is what counts first.
    public init(ofKey byte: UInt8?) {
        switch byte {
        case .some(0x30...0x39): self = .chiffre
        case .some(let byte) where (0x61...0x7A).contains(byte): self = .lettre(byte)
        case .some(0x80...): self = .autre
        default: self = .aucune
        }
    }

    /// A number for it: 0 for none, 1 for a figure, 2 for another alphabet, else the letter.
    public var code: Int {
        switch self {
        case .aucune: 0
        case .chiffre: 1
        case .autre: 2
        case .lettre(let byte): Int(byte)
        }
    }

    /// The initial of such a number; nil where it is none.
    public init?(code: Int) {
        switch code {
        case 0: self = .aucune
        case 1: self = .chiffre
        case 2: self = .autre
        case 0x61...0x7A: self = .lettre(UInt8(code))
        default: return nil
        }
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
