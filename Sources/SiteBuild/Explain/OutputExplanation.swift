/// What became of one output in a build, and why.
public struct OutputExplanation: Equatable, Sendable {
    /// What became of it.
    public enum Outcome: String, Sendable {
        case garde = "gardé du dernier site"
        case refait = "refait"
        /// Made again, with the bytes that it had.
        case refaitIdentique = "refait, identique au fichier publié"
        case seraitRefait = "serait refait"
        case seraitGarde = "serait gardé"
    }

    /// From the root of the site.
    public let path: String
    public let outcome: Outcome
    /// Sentences in French without a full stop.
    public let reasons: [String]

    /// The explanation as it is shown.
    public var text: String {
        ([path + "\u{A0}: " + outcome.rawValue] + reasons.map { "  – " + $0 }).joined(separator: "\n")
    }
}
