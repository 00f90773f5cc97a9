/// A part of a page that is rendered already, for a tag in triple braces: it is neither read nor copied as a text.
public struct RenderedText: Sendable, CustomStringConvertible {
    public let bytes: [UInt8]

    /// - Parameter bytes: HTML in UTF-8.
    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    public var description: String { String(decoding: bytes, as: UTF8.self) }
}
