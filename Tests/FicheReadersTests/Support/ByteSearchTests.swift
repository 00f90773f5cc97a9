import Testing

@testable import FicheReaders

@Suite struct ByteSearchTests {
    private func first(_ wanted: String, in text: String) -> Int? {
        Array(wanted.utf8).withUnsafeBufferPointer { wanted in
            Array(text.utf8).withUnsafeBufferPointer { ByteSearch.first(wanted, in: $0) }
        }
    }

    @Test(
        arguments: [
            ("ab", "aab", 1), ("ab", "ab", 0), ("ab", "a", nil), ("ab", "xxab", 2), ("aab", "aaab", 1), ("a", "", nil),
            ("ab", "axa", nil),
        ] as [(String, String, Int?)])
    func finds(_ wanted: String, _ text: String, _ place: Int?) { #expect(first(wanted, in: text) == place) }

    @Test func looksNoFurtherThanItsLimit() {
        let text = Array("xx<A>".utf8)
        #expect(ByteSearch.first("<A>", in: text, limit: 5) == 2)
        #expect(ByteSearch.first("<A>", in: text, limit: 4) == nil)
    }
}
