extension PostingLists {
    /// Those of before where fiches have other places now, with those that were added. A word that no fiche has any more goes.
    init(_ former: PostingLists, _ moves: MergedLists.Moves, adding added: SortedPostings, _ workers: IndexWorkers) {
        self.init(fields: former.fields)
        let pairs = Self.pairs(former, added)
        let length = 256
        let pieces = stride(from: 0, to: pairs.count, by: length).map { $0..<min($0 + length, pairs.count) }
        reserve(like: former)
        for part in workers.map(pieces, { Self.part(pairs[$0], former, moves, added) }) {
            append(part, 0..<part.count)
        }
    }

    /// The places of each word in both, -1 where one has it not, in the order of words.
    private static func pairs(_ former: PostingLists, _ added: SortedPostings) -> [(former: Int, added: Int)] {
        var pairs: [(former: Int, added: Int)] = []
        pairs.reserveCapacity(max(former.count, added.count))
        var (left, right) = (0, 0)
        while left < former.count || right < added.count {
            if right == added.count {
                pairs.append((left, -1))
                left += 1
            } else if left == former.count {
                pairs.append((-1, right))
                right += 1
            } else if former.word(left).elementsEqual(added.word(right)) {
                pairs.append((left, right))
                (left, right) = (left + 1, right + 1)
            } else if former.word(left).lexicographicallyPrecedes(added.word(right)) {
                pairs.append((left, -1))
                left += 1
            } else {
                pairs.append((-1, right))
                right += 1
            }
        }
        return pairs
    }

    private static func part(
        _ pairs: ArraySlice<(former: Int, added: Int)>, _ former: PostingLists, _ moves: MergedLists.Moves,
        _ added: SortedPostings
    ) -> PostingLists {
        var part = PostingLists(fields: former.fields)
        for pair in pairs {
            guard pair.former >= 0 else {
                let (word, stands) = (added.word(pair.added), added.stands(pair.added).sorted())
                part.append(word, WordTraits(word), part.entry(of: stands), count: stands.count)
                continue
            }
            let (word, traits) = (former.word(pair.former), former.traits[pair.former])
            var stands = former.stands(pair.former)
            let isMoved = move(&stands, moves)
            if pair.added < 0, !isMoved {
                part.append(word, traits, former.entry(pair.former), count: stands.count)
                continue
            }
            if pair.added >= 0 { stands += added.stands(pair.added) }
            guard !stands.isEmpty else { continue }
            stands.sort()
            part.append(word, traits, part.entry(of: stands), count: stands.count)
        }
        return part
    }

    /// Gives appearances their new places; false where all are those of before.
    private static func move(_ stands: inout [UInt32], _ moves: MergedLists.Moves) -> Bool {
        let mask = SortedPostings.placeMask
        var isMoved = false
        var kept = 0
        for index in stands.indices {
            let before = Int(stands[index] & mask)
            let place = moves.places.indices.contains(before) ? moves.places[before] : -1
            if place < 0 {
                isMoved = true
                continue
            }
            if UInt32(place) != stands[index] & mask { isMoved = true }
            stands[kept] = stands[index] & ~mask | UInt32(place)
            kept += 1
        }
        stands.removeLast(stands.count - kept)
        return isMoved
    }
}
