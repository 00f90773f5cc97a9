import FrenchText
import Testing

@testable import SearchIndex

/// How well the engine answers queries that were written before it: a fall fails here.
@Suite struct RelevanceTests {
    @Test func mostQueriesFindTheirFicheFirst() throws {
        let set = try RelevanceSet()
        #expect(set.queries.count >= 300)
        var engine = try BuiltIndex(set.fiches).engine()
        var groups: [String: (asked: Int, found: Int, ranks: Double)] = [:]
        var missed: [String] = []
        for query in set.queries {
            let answer = try engine.answer(query.text)
            let rank = answer.fiches.firstIndex {
                query.expected.contains($0.numero) || query.expected.contains($0.identifiant)
            }
            for name in [query.group, "tous"] {
                groups[name, default: (0, 0, 0)].asked += 1
                if let rank {
                    groups[name, default: (0, 0, 0)].found += 1
                    groups[name, default: (0, 0, 0)].ranks += 1 / Double(rank + 1)
                }
            }
            if rank != 0 {
                missed.append(
                    "\(query.group) « \(query.text) » rank \(rank.map { String($0 + 1) } ?? "–"): "
                        + answer.fiches.prefix(3).map { "\($0.numero) \($0.intitule)" }.joined(separator: " | "))
            }
        }
        let all = try #require(groups["tous"])
        let report =
            groups.sorted { $0.key < $1.key }.map { name, sum in
                "\(name): \(sum.found)/\(sum.asked), MRR@10 \(sum.ranks / Double(sum.asked))"
            }.joined(separator: "\n") + "\n" + missed.joined(separator: "\n")
        print(report)
        #expect(Double(all.found) / Double(all.asked) >= Self.success, "\(report)")
        #expect(all.ranks / Double(all.asked) >= Self.reciprocalRank, "\(report)")
    }

    private static let success = 0.97
    private static let reciprocalRank = 0.92
}
