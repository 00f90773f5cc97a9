/// A manifest as it is kept in its folder.
public struct ManifestList: Sendable {
    let bytes: [UInt8]
    /// By which the site is known that has it.
    public let hash: ContentHash

    init(_ manifest: Manifest) {
        bytes = manifest.bytes
        hash = ContentHash(of: bytes)
    }
}
