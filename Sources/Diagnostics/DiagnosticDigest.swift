/// Diagnostics as people are shown them: every error, and of each kind the first ones; of the others it is known how many there
/// are. A national base says the same thing a hundred thousand times.
public struct DiagnosticDigest: Equatable, Sendable {
    /// So many diagnostics of one kind and severity that are not shown.
    public struct Rest: Equatable, Sendable {
        public var identifier: Diagnostic.Identifier
        public var severity: Diagnostic.Severity
        public var count: Int

        public init(_ identifier: Diagnostic.Identifier, _ severity: Diagnostic.Severity, count: Int) {
            (self.identifier, self.severity, self.count) = (identifier, severity, count)
        }
    }

    /// How many warnings or notes of one kind are shown.
    public static let shownOfAKind = 20

    /// In their order. Of those of several digests, put in one order, the digest shows what it would of all diagnostics.
    public var shown: [Diagnostic] = []
    /// In the order in which they first came.
    public var rest: [Rest] = []

    /// For a description of fields to fill.
    public init() {}

    /// - Parameters:
    ///   - diagnostics: in order.
    ///   - more: others, which were left out of them already.
    public init(_ diagnostics: [Diagnostic], more: [Rest] = []) {
        rest = more
        // A few kinds, and one of them mostly thousands of times in a row.
        var kinds: [(identifier: Diagnostic.Identifier, count: Int)] = []
        var last = 0
        for diagnostic in diagnostics {
            if !kinds.indices.contains(last) || kinds[last].identifier != diagnostic.identifier {
                last = kinds.firstIndex { $0.identifier == diagnostic.identifier } ?? kinds.count
                if last == kinds.count { kinds.append((diagnostic.identifier, 0)) }
            }
            kinds[last].count += 1
            if diagnostic.severity == .error || kinds[last].count <= Self.shownOfAKind {
                shown.append(diagnostic)
            } else {
                leaveOut(diagnostic)
            }
        }
    }

    private mutating func leaveOut(_ diagnostic: Diagnostic) {
        let known = rest.firstIndex { $0.identifier == diagnostic.identifier && $0.severity == diagnostic.severity }
        if let known {
            rest[known].count += 1
        } else {
            rest.append(Rest(diagnostic.identifier, diagnostic.severity, count: 1))
        }
    }
}
