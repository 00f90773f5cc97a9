/// The lists of an index with what they have of the index of before.
struct MergedLists: Sendable {
    let lists: PostingLists
    /// For each word its place in the lists of before where it has the same lists there, else -1.
    let origins: [Int32]
    /// The stems of words that no fiche has any more.
    let lostStems: [UInt32]

    /// What became of the places of an index of before.
    struct Moves: Sendable {
        /// The new place of each; -1 where the fiche is gone or is added anew.
        let places: [Int32]
        /// Whether no fiche has another place than before.
        let isFixed: Bool

        init(_ places: [Int32]) {
            self.places = places
            isFixed = places.enumerated().allSatisfy { $1 < 0 || $0 == Int($1) }
        }

        /// The places of before that fiches left.
        var left: [Int32] { places.indices.filter { places[$0] < 0 }.map(Int32.init) }
    }

    /// Those of before, moved, with those that were added. A word that no fiche has any more goes.
    ///
    /// - Parameter gone: the words of the fiches that left their place; nil where they must be looked for.
    init(
        _ former: PostingLists, _ moves: Moves, gone: SortedPostings?, adding added: SortedPostings,
        _ workers: IndexWorkers
    ) {
        // Where most fiches are new it is quicker to make all.
        if moves.isFixed, moves.left.count * 4 <= moves.places.count, !moves.places.isEmpty {
            let appearances =
                gone.flatMap { former.appearances(of: $0) } ?? former.appearances(at: moves.left, workers)
            self.init(former, ListEdit.edits(former, gone: appearances, added), workers)
        } else {
            let lists = PostingLists(former, moves, adding: added, workers)
            self.init(lists: lists, origins: Array(repeating: -1, count: lists.count), lostStems: [])
        }
    }

    private init(lists: PostingLists, origins: [Int32], lostStems: [UInt32]) {
        (self.lists, self.origins, self.lostStems) = (lists, origins, lostStems)
    }

    /// Those of before with some words changed; all else is copied.
    private init(_ former: PostingLists, _ edits: [ListEdit], _ workers: IndexWorkers) {
        var lists = PostingLists(fields: former.fields)
        lists.reserve(like: former)
        var origins: [Int32] = []
        origins.reserveCapacity(former.count + edits.count)
        var lost: [UInt32] = []
        var next = 0
        let length = 32
        let pieces = stride(from: 0, to: edits.count, by: length).map { $0..<min($0 + length, edits.count) }
        let made = workers.map(pieces) { edits[$0].map { $0.made(former) } }
        for (edit, word) in zip(edits, made.joined()) {
            lists.append(former, next..<edit.place)
            origins += Int32(next)..<Int32(edit.place)
            next = edit.isNew ? edit.place : edit.place + 1
            if word.count > 0 {
                lists.append(edit.word, word.traits, word.entry, count: word.count)
                origins.append(-1)
            } else {
                lost.append(word.traits.stem)
            }
        }
        lists.append(former, next..<former.count)
        origins += Int32(next)..<Int32(former.count)
        self.init(lists: lists, origins: origins, lostStems: lost)
    }
}

/// What changes in the lists of one word.
private struct ListEdit: Sendable {
    /// The place of the word in the lists of before, or of the one before which it comes.
    let place: Int
    let isNew: Bool
    let word: ArraySlice<UInt8>
    /// Appearances, ascending.
    let taken: [UInt32]
    let given: [UInt32]

    /// What changes, in the order of words.
    static func edits(
        _ former: PostingLists, gone: [(word: Int, stands: [UInt32])], _ added: SortedPostings
    ) -> [ListEdit] {
        var edits: [ListEdit] = []
        var left = gone[...]
        func leave(upTo end: Int) {
            while let (place, taken) = left.first, place < end {
                edits.append(
                    ListEdit(place: place, isNew: false, word: former.word(place), taken: taken, given: []))
                left.removeFirst()
            }
        }
        for index in 0..<added.count {
            let (word, given) = (added.word(index), added.stands(index).sorted())
            let (place, isThere) = former.place(of: word)
            leave(upTo: place)
            var taken: [UInt32] = []
            if isThere, let first = left.first, first.word == place {
                taken = first.stands
                left.removeFirst()
            }
            guard taken != given else { continue }
            edits.append(ListEdit(place: place, isNew: !isThere, word: word, taken: taken, given: given))
        }
        leave(upTo: former.count)
        return edits
    }

    /// The word as it is now.
    func made(_ former: PostingLists) -> (traits: WordTraits, entry: [UInt8], count: Int) {
        guard !isNew else { return (WordTraits(word), former.entry(of: given), given.count) }
        var stands: [UInt32] = []
        stands.reserveCapacity(Int(former.counts[place]) + given.count)
        var (out, into) = (taken[...], given[...])
        former.forEachStand(place) { stand in
            if stand == out.first {
                out.removeFirst()
                return
            }
            while let next = into.first, next < stand {
                stands.append(next)
                into.removeFirst()
            }
            stands.append(stand)
        }
        stands += into
        return (former.traits[place], stands.isEmpty ? [] : former.entry(of: stands), stands.count)
    }
}

extension PostingLists {
    /// Where words stand that some fiches had; nil where one is not there.
    fileprivate func appearances(of gone: SortedPostings) -> [(word: Int, stands: [UInt32])]? {
        var found: [(word: Int, stands: [UInt32])] = []
        for index in 0..<gone.count {
            let (place, isThere) = place(of: gone.word(index))
            guard isThere else { return nil }
            found.append((place, gone.stands(index).sorted()))
        }
        return found
    }

    /// The words that stand at some places. Reads all lists.
    fileprivate func appearances(at places: [Int32], _ workers: IndexWorkers) -> [(word: Int, stands: [UInt32])] {
        guard let last = places.last else { return [] }
        var isMeant = [Bool](repeating: false, count: Int(last) + 1)
        for place in places { isMeant[Int(place)] = true }
        let length = 512
        let pieces = stride(from: 0, to: count, by: length).map { $0..<min($0 + length, count) }
        return workers.map(pieces) { [isMeant] words in
            var found: [(word: Int, stands: [UInt32])] = []
            for word in words {
                var stands: [UInt32] = []
                forEachStand(word) { stand in
                    let place = Int(stand & SortedPostings.placeMask)
                    if place < isMeant.count, isMeant[place] { stands.append(stand) }
                }
                if !stands.isEmpty { found.append((word, stands)) }
            }
            return found
        }.flatMap(\.self)
    }
}
