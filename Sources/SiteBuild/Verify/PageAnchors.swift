/// The anchors of one page.
struct PageAnchors: Sendable {
    private var anchors = ByteStrings(capacity: 128)
    /// The first anchor that two elements have.
    private(set) var doubled: String?

    /// Adds an anchor as it stands in the page, without entities.
    mutating func add(_ anchor: UnsafeBufferPointer<UInt8>) {
        if !anchors.insert(anchor), doubled == nil { doubled = String(decoding: anchor, as: UTF8.self) }
    }

    func contains(_ anchor: UnsafeBufferPointer<UInt8>) -> Bool { anchors.contains(anchor) }

    func contains(_ anchor: String) -> Bool {
        var anchor = anchor
        return anchor.withUTF8 { anchors.contains($0) }
    }
}
