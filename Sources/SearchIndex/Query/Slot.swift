import FrenchText

/// A word of a question with what stands for it.
struct QueryWord: Equatable {
    let word: AnalysedWord
    /// Whether it was typed; else it is part of a synonym.
    let isTyped: Bool
    /// Whether it is the last and may go on.
    let isOpen: Bool
}

/// A part of a question that a fiche answers or not: alternatives, each of words that must all be there.
struct Slot: Equatable {
    enum Origin: Equatable { case typed, synonym, glued, cut, code }

    struct Alternative: Equatable {
        var words: [QueryWord]
        var origin: Origin
    }

    var alternatives: [Alternative]

    init(_ words: [QueryWord], _ origin: Origin = .typed) { alternatives = [Alternative(words: words, origin: origin)] }

    /// The only word that was typed, whatever else stands for it.
    var typed: QueryWord? { alternatives[0].words.count == 1 ? alternatives[0].words[0] : nil }

    /// The only word, where nothing else stands for it.
    var single: QueryWord? {
        alternatives.count == 1 && alternatives[0].words.count == 1 ? alternatives[0].words[0] : nil
    }
}

extension Slot {
    /// The slots of a question: `Documentation/recherche-format.md`, 4.2.
    static func slots(of text: QueryText, _ lexicon: CoreLexicon) -> [Slot] {
        var slots = withSynonyms(words(of: text))
        glue(&slots, lexicon)
        for index in slots.indices { cut(&slots[index], lexicon) }
        return slots
            + text.codes.map { code in
                Slot([QueryWord(word: AnalysedWord(code), isTyped: false, isOpen: false)], .code)
            }
    }

    /// The words of a question as they were typed.
    static func words(of text: QueryText) -> [QueryWord] {
        text.words.enumerated().map { index, word in
            QueryWord(word: word, isTyped: true, isOpen: text.endsOpen && index == text.words.count - 1)
        }
    }

    private static func withSynonyms(_ words: [QueryWord]) -> [Slot] {
        var slots: [Slot] = []
        var index = 0
        while index < words.count {
            var slot = Slot([words[index]])
            var length = 1
            for count in stride(from: min(3, words.count - index), through: 1, by: -1) {
                let key = words[index..<index + count].map(\.word.lemme).joined(separator: " ")
                guard let expansions = Synonyms.byLemmas[key] ?? (count == 1 ? Synonyms.ofStem(words[index].word) : nil)
                else { continue }
                slot = Slot(Array(words[index..<index + count]))
                slot.alternatives += expansions.map { Alternative(words: $0, origin: .synonym) }
                length = count
                break
            }
            slots.append(slot)
            index += length
        }
        return slots
    }

    private static func glue(_ slots: inout [Slot], _ lexicon: CoreLexicon) {
        var index = 0
        while index + 1 < slots.count {
            if let first = slots[index].typed, let second = slots[index + 1].typed,
                case let glued = first.word.forme + second.word.forme,
                lexicon.word(glued) != nil
                    || (slots[index].single != nil && slots[index + 1].single != nil && second.isOpen
                        && glued.utf16.count >= 6 && !lexicon.words(withPrefix: glued).isEmpty)
            {
                let both = QueryWord(word: AnalysedWord(glued), isTyped: false, isOpen: second.isOpen)
                slots[index] = Slot([first, second])
                slots[index].alternatives.append(Alternative(words: [both], origin: .glued))
                slots.remove(at: index + 1)
            }
            index += 1
        }
    }

    private static func cut(_ slot: inout Slot, _ lexicon: CoreLexicon) {
        guard let word = slot.single?.word, word.forme.utf8.count >= 6,
            word.forme.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }),
            lexicon.words(withStem: word.racine).isEmpty
        else { return }
        let bytes = Array(word.forme.utf8)
        for length in 3...(bytes.count - 3) {
            let parts = [
                String(decoding: bytes[..<length], as: UTF8.self), String(decoding: bytes[length...], as: UTF8.self),
            ]
            guard parts.allSatisfy({ lexicon.word($0) != nil }) else { continue }
            slot.alternatives.append(
                Alternative(
                    words: parts.map { QueryWord(word: AnalysedWord($0), isTyped: false, isOpen: false) }, origin: .cut)
            )
            return
        }
    }
}

/// The table of synonyms by the lemmas of its keys.
private enum Synonyms {
    static let byLemmas: [String: [[QueryWord]]] = {
        var table: [String: [[QueryWord]]] = [:]
        for (key, expansions) in SearchSynonyms.table {
            let lemmas = words(key).map(\.lemme).joined(separator: " ")
            let own = expansions.map { words($0).map { QueryWord(word: $0, isTyped: false, isOpen: false) } }
            table[lemmas, default: []] += own.filter { !$0.isEmpty }
        }
        return table
    }()

    /// The table of keys of one word by their stem.
    private static let byStems: [String: [[QueryWord]]] = {
        var table: [String: [[QueryWord]]] = [:]
        for (key, _) in SearchSynonyms.table {
            let own = words(key)
            guard own.count == 1, own[0].forme.utf16.count >= shortest, let expansions = byLemmas[own[0].lemme] else {
                continue
            }
            if table[own[0].racine] == nil { table[own[0].racine] = expansions }
        }
        return table
    }()

    /// What stands for a word whose stem is that of a key: only longer words, whose stem says enough.
    static func ofStem(_ word: AnalysedWord) -> [[QueryWord]]? {
        word.forme.utf16.count >= shortest ? byStems[word.racine] : nil
    }

    private static let shortest = 5

    private static func words(_ text: String) -> [AnalysedWord] {
        SearchWords.words(in: SearchFolding(text, mapped: false)).map { AnalysedWord($0.forme) }
    }
}
