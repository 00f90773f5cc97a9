/// The anchors of a document, of which no two are the same.
struct UniqueAnchors {
    private var used: Set<String> = []
    /// The last number that was put behind a name, so that a document of one heading again and again stays quick.
    private var counts: [String: Int] = [:]

    /// The name, or the name with the first number that is free (from 2).
    mutating func take(_ wanted: String) -> String {
        if used.insert(wanted).inserted { return wanted }
        var count = counts[wanted] ?? 1
        var anchor: String
        repeat {
            count += 1
            anchor = "\(wanted)-\(count)"
        } while !used.insert(anchor).inserted
        counts[wanted] = count
        return anchor
    }
}
