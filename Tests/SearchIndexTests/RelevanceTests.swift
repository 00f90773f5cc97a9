import FrenchText
import Testing

@testable import SearchIndex

/// How well the engine answers queries that were written before it: a fall fails here.
@Suite struct RelevanceTests {
    @Test(arguments: [
        (name: "requetes.tsv", least: 300, success: 0.97, reciprocalRank: 0.92),
        (name: "requetes-2.tsv", least: 100, success: 0.96, reciprocalRank: 0.92),
    ])
    func mostQueriesFindTheirFicheFirst(_ bar: (name: String, least: Int, success: Double, reciprocalRank: Double))
        throws
    {
        let set = try RelevanceSet(bar.name)
        #expect(set.queries.count >= bar.least)
        var engine = try BuiltIndex(set.fiches).engine()
        var groups: [String: (asked: Int, found: Int, ranks: Double)] = [:]
        var missed: [String] = []
        for query in set.queries {
            let answer = try engine.answer(query.text)
            let rank: Int? = answer.fiches.firstIndex {
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
                let first = answer.fiches.prefix(3).map { "\($0.numero) \($0.intitule)" }.joined(separator: " | ")
                let place: String = rank.map { String($0 + 1) } ?? "–"
                missed.append("\(query.group) « \(query.text) » rank \(place): \(first)")
            }
        }
        let all = try #require(groups["tous"])
        let report =
            "\(bar.name)\n"
            + groups.sorted { $0.key < $1.key }.map { name, sum in
                "\(name): \(sum.found)/\(sum.asked), MRR@10 \(sum.ranks / Double(sum.asked))"
            }.joined(separator: "\n") + "\n" + missed.joined(separator: "\n")
        print(report)
        #expect(Double(all.found) / Double(all.asked) >= bar.success, "\(report)")
        #expect(all.ranks / Double(all.asked) >= bar.reciprocalRank, "\(report)")
    }
}
