/// What comes before and after each fiche, seen from both sides.
///
/// A link is often declared by one of the two fiches only: the other then learns of it here. Nothing is added to the
/// fiche itself, which says what its source says.
public struct Lineage: Equatable, Sendable {
    private var avant: [String: [String]] = [:]
    private var apres: [String: [String]] = [:]
    /// What a fiche declares itself, for walking on from it.
    private var declarees: [String: (avant: [String], apres: [String])] = [:]

    /// - Parameter fiches: in the order in which their links are listed.
    public init(_ fiches: [FicheSummary]) {
        for index in fiches.indices {
            guard let numero = fiches[index].numeroFiche else { continue }
            let (anciennes, nouvelles) = (fiches[index].anciennes, fiches[index].nouvelles)
            for ancienne in anciennes where ancienne != numero { apres[ancienne, default: []].append(numero) }
            for nouvelle in nouvelles where nouvelle != numero { avant[nouvelle, default: []].append(numero) }
            if !anciennes.isEmpty || !nouvelles.isEmpty { declarees[numero] = (anciennes, nouvelles) }
        }
    }

    /// Numbers of the fiches that declare to be followed by `numero`.
    public func anciennes(declaringNext numero: String) -> [String] { avant[numero] ?? [] }

    /// Numbers of the fiches that declare to follow `numero`.
    public func nouvelles(declaringPrevious numero: String) -> [String] { apres[numero] ?? [] }

    /// Whether a certification follows `numero`, as it or another declares.
    public func hasSuccessor(_ numero: String) -> Bool {
        apres[numero] != nil || declarees[numero]?.apres.isEmpty == false
    }

    /// The generations beyond the immediate neighbours of `numero`, the nearest first in both directions; none is named
    /// twice, and a circle ends where it began.
    public func lointaines(of numero: String) -> (avant: [[String]], apres: [[String]]) {
        (walk(from: numero) { self.precedents(of: $0) }, walk(from: numero) { self.suivants(of: $0) })
    }

    private func precedents(of numero: String) -> [String] { (declarees[numero]?.avant ?? []) + (avant[numero] ?? []) }
    private func suivants(of numero: String) -> [String] { (declarees[numero]?.apres ?? []) + (apres[numero] ?? []) }

    private func walk(from numero: String, _ step: (String) -> [String]) -> [[String]] {
        let next = step(numero)
        if next.isEmpty { return [] }
        var seen: Set<String> = [numero]
        var current = next.filter { seen.insert($0).inserted }
        var generations: [[String]] = []
        while !current.isEmpty, generations.count < Self.longest {
            current = current.flatMap(step).filter { seen.insert($0).inserted }
            if !current.isEmpty { generations.append(current) }
        }
        return generations
    }

    /// A line of certifications since 2002 is not longer; a wrong one must not grow without end.
    private static let longest = 6

    public static func == (one: Lineage, other: Lineage) -> Bool {
        one.avant == other.avant && one.apres == other.apres
            && one.declarees.mapValues { [$0.avant, $0.apres] } == other.declarees.mapValues { [$0.avant, $0.apres] }
    }
}
