/// A second form of some files, that lies beside them under a longer name: `index.html.gz`.
public struct Companion: Sendable {
    /// What the name of the file is followed by.
    public let suffix: String
    /// Whether a file of this path and size (in bytes) has this form.
    let applies: @Sendable (_ path: String, _ size: Int) -> Bool
    /// The second form of a content; nil when there is none.
    let make: @Sendable ([UInt8]) -> [UInt8]?

    /// - Parameter make: must give the same bytes for the same content: it is not asked again while the content stays.
    public init(
        suffix: String, applies: @escaping @Sendable (String, Int) -> Bool,
        make: @escaping @Sendable ([UInt8]) -> [UInt8]?
    ) {
        self.suffix = suffix
        self.applies = applies
        self.make = make
    }
}
