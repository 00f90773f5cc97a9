import TestSupport
import Testing

@testable import FileStore

struct PathTableTests {
    @Test func aTableIsWhatADictionaryWouldBe() {
        var chance = Dice(seed: 7)
        let base = Dictionary(uniqueKeysWithValues: (0..<20).map { ("p\($0)", $0) })
        var table = PathTable(base)
        var plain = base
        for round in 0..<400 {
            let path = "p\(Int.random(in: 0..<30, using: &chance))"
            switch Int.random(in: 0..<3, using: &chance) {
            case 0: (table[path], plain[path]) = (nil, nil)
            case 1: (table[path], plain[path]) = (round, round)
            default:
                table.restore(path)
                plain[path] = base[path]
            }
            #expect(table.count == plain.count)
            #expect(Dictionary(uniqueKeysWithValues: table.map { ($0.path, $0.value) }) == plain)
            #expect(Set(table.paths) == Set(plain.keys))
            #expect(table[path] == plain[path])
        }
    }

    @Test func differencesAreThoseOfTheLists() {
        var chance = Dice(seed: 3)
        func content(_ number: Int) -> ContentHash { ContentHash(of: [UInt8(number)]) }
        for _ in 0..<60 {
            var lists: [[String: ContentHash]] = [[:], [:]]
            for place in 0..<2 {
                for name in 0..<Int.random(in: 0..<12, using: &chance) {
                    lists[place]["a/\(name)"] = content(Int.random(in: 0..<2, using: &chance))
                }
            }
            let (before, after) = (lists[0], lists[1])
            let found = Manifest.differences(Manifest(hashes: before).bytes, Manifest(hashes: after).bytes)
            #expect(Set(found.others) == Set(after.keys.filter { before[$0] != after[$0] }))
            #expect(Set(found.gone) == Set(before.keys.filter { after[$0] == nil }))
            #expect(found.others.count + found.gone.count == Set(found.others + found.gone).count)
        }
    }
}
