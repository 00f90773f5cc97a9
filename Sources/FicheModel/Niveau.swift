/// The level of qualification (décret n° 2019-14 du 8 janvier 2019; before it, the nomenclature of 1969).
public struct Niveau: Equatable, Sendable {
    /// 1 to 8 of the current scale.
    public var europe: Int?
    /// The roman numeral of the old scale as printed ("III").
    public var nomenclature1969: String?
    /// The numeral from which `europe` was derived, when the source gives the old numeral only.
    public var deriveDe: String?

    public init(europe: Int? = nil, nomenclature1969: String? = nil, deriveDe: String? = nil) {
        self.europe = europe
        self.nomenclature1969 = nomenclature1969
        self.deriveDe = deriveDe
    }

    /// The level of a source that prints only an old numeral: V is 3, IV 4, III 5, II 6; I alone may be 7 or 8.
    public static func derived(fromNumeral numeral: String) -> Niveau {
        let europe: Int? =
            switch numeral.uppercased() {
            case "V": 3
            case "IV": 4
            case "III": 5
            case "II": 6
            default: nil
            }
        return Niveau(europe: europe, nomenclature1969: numeral, deriveDe: europe == nil ? nil : numeral)
    }
}
