/// Stems of the body that so many fiches have that they tell nothing.
struct CommonStems {
    /// The places in the lists of the words that have them, ascending.
    let words: [UInt32]

    /// Reads the lists of stems that may be common only.
    ///
    /// - Parameter former: the common words of the lists of before, where these are of as many fiches.
    init(_ body: MergedLists, fiches: Int, former: [UInt32]?) {
        let lists = body.lists
        let limit = max(64, fiches / 16)
        var common: [UInt32] = []
        var touched: Set<UInt32>?
        if let former {
            let wasCommon = Set(former)
            let changed = lists.traits.indices.filter { body.origins[$0] < 0 }
            let stems = Set(changed.map { lists.traits[$0].stem } + body.lostStems)
            for (word, origin) in body.origins.enumerated()
            where origin >= 0 && wasCommon.contains(UInt32(origin)) && !stems.contains(lists.traits[word].stem) {
                common.append(UInt32(word))
            }
            touched = stems
        }
        for own in Self.groups(lists, touched, limit: limit) where Self.isCommon(own, lists, fiches, limit: limit) {
            common += own.map(UInt32.init)
        }
        words = common.sorted()
    }

    /// The words of each stem that more fiches than the limit may have.
    ///
    /// - Parameter stems: the numbers of those that are asked for; nil for all.
    private static func groups(_ lists: PostingLists, _ stems: Set<UInt32>?, limit: Int) -> [[Int]] {
        var sums: [UInt32: Int] = [:]
        let asked = lists.traits.indices.filter { stems?.contains(lists.traits[$0].stem) ?? true }
        for word in asked { sums[lists.traits[word].stem, default: 0] += Int(lists.counts[word]) }
        var groups: [[UInt8]: [Int]] = [:]
        for word in asked where sums[lists.traits[word].stem, default: 0] > limit {
            groups[WordTraits.stem(of: lists.word(word)), default: []].append(word)
        }
        return groups.values.filter { own in own.reduce(0) { $0 + Int(lists.counts[$1]) } > limit }
    }

    /// Whether more fiches than the limit have one of these words.
    private static func isCommon(_ words: [Int], _ lists: PostingLists, _ fiches: Int, limit: Int) -> Bool {
        if words.contains(where: { Int(lists.counts[$0]) > limit }) { return true }
        var has = [Bool](repeating: false, count: fiches)
        var count = 0
        for word in words {
            lists.forEachStand(word) { stand in
                let place = Int(stand & SortedPostings.placeMask)
                guard place < fiches, !has[place] else { return }
                has[place] = true
                count += 1
            }
        }
        return count > limit
    }
}
