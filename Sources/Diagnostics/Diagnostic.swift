/// One thing to say about an input: where, how grave, what, and what to do about it.
public struct Diagnostic: Equatable, Sendable {
    /// How grave it is. An `error` keeps something from being published.
    public enum Severity: String, Sendable, Comparable, CaseIterable {
        case note, warning, error

        public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
        private var rank: Int { Severity.allCases.firstIndex(of: self) ?? 0 }
    }

    /// The stable name of a kind of diagnostic, in kebab case: what documentation and tests refer to.
    public struct Identifier: RawRepresentable, Equatable, Hashable, Sendable, ExpressibleByStringLiteral {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        public init(stringLiteral value: String) { rawValue = value }
    }

    public var severity: Severity
    public var identifier: Identifier
    /// One sentence in French, the most specific fact first, without a final full stop.
    public var message: String
    /// The file, relative to the content folder where it lies in it; nil when no file is concerned.
    public var file: String?
    public var position: SourcePosition?
    /// What to do, or the nearest valid value: one sentence.
    public var hint: String?
    /// The line of the source that is concerned, as it stands there.
    public var excerpt: String?
    /// What of the file is left out because of it, where that is a part: from the first character to behind the last.
    public var extent: Range<SourcePosition>?

    public init(
        _ severity: Severity, _ identifier: Identifier, _ message: String, file: String? = nil,
        position: SourcePosition? = nil, hint: String? = nil, excerpt: String? = nil,
        extent: Range<SourcePosition>? = nil
    ) {
        self.severity = severity
        self.identifier = identifier
        self.message = message
        self.file = file
        self.position = position
        self.hint = hint
        self.excerpt = excerpt
        self.extent = extent
    }
}

extension Diagnostic: Comparable {
    /// By file, then place, then severity: the order in which a reader mends a document.
    public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
        let leftKey = (left.file ?? "", left.position ?? SourcePosition(line: 0), left.identifier.rawValue)
        let rightKey = (right.file ?? "", right.position ?? SourcePosition(line: 0), right.identifier.rawValue)
        if leftKey != rightKey { return leftKey < rightKey }
        return left.message < right.message
    }
}

extension Collection where Element == Diagnostic {
    /// True when something could not be published.
    public var hasErrors: Bool { contains { $0.severity == .error } }
    /// True when there is at least one warning.
    public var hasWarnings: Bool { contains { $0.severity == .warning } }
}
