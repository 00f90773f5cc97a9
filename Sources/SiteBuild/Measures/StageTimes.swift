import Dispatch

/// How long the stages of a build took, one after the other.
public struct StageTimes: Sendable {
    /// The stages, in the order in which they begin.
    public enum Stage: String, Sendable, CaseIterable {
        /// Walking the content folder, settings, theme.
        case decouverte = "découverte"
        /// Documents to fiches, or what an earlier build kept of them.
        case lecture
        /// Lists, lineage, correspondances.
        case assemblage
        /// The names of all outputs.
        case plan
        /// Looking at what the last site has.
        case reprise
        /// The outputs, and the rows of tables.
        case rendu
        /// The end of the tables, and the files of the search.
        case recherche
        /// Links and anchors.
        case verification = "vérification"
        /// The new site takes its place.
        case publication
        /// What is kept for the next build.
        case conservation
    }

    private var spent: [Stage: Int] = [:]
    private var last: UInt64

    init() { last = Self.now }

    /// Ends a stage: it took the time since the former one ended. A stage that ends several times has the sum.
    mutating func end(_ stage: Stage) {
        let now = Self.now
        spent[stage, default: 0] += Int(now - last)
        last = now
    }

    /// Adds stages that were timed elsewhere in the meantime.
    mutating func add(_ other: StageTimes) {
        spent.merge(other.spent, uniquingKeysWith: +)
        last = Self.now
    }

    /// The stages that were gone through in their order, each with its time in nanoseconds.
    public var all: [(stage: Stage, nanoseconds: Int)] {
        Stage.allCases.compactMap { stage in spent[stage].map { (stage, $0) } }
    }

    /// Of all stages, in nanoseconds.
    public var total: Int { spent.values.reduce(0, +) }

    /// Nanoseconds of a clock that never goes back.
    static var now: UInt64 { DispatchTime.now().uptimeNanoseconds }
}
