/// What is to be said of the links of one page, or to be looked up when all pages are there.
struct PageAudit: Sendable {
    /// A link to a page that has, or has not, the anchor that the link names.
    struct Elsewhere: Sendable {
        var target: String
        var file: String
        var anchor: String
    }

    /// The place of the page in the plan.
    let place: Int
    /// Links that lead nowhere, each once; `isAnchor` where only the anchor is missing.
    var broken: [(target: String, isAnchor: Bool)] = []
    var elsewhere: [Elsewhere] = []
    var doubled: String?
    /// Numbers of the addresses of the site to which the page leads, in order, each once.
    var targets: [UInt32] = []

    /// True where the page itself has something to mend.
    var isUnsound: Bool { !broken.isEmpty || doubled != nil }

    /// True when there is nothing to say or to look up.
    var isClean: Bool { broken.isEmpty && elsewhere.isEmpty && doubled == nil }
}
