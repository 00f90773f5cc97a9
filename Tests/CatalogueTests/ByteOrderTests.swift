import Testing

@testable import Catalogue

struct ByteOrderTests {
    @Test func textsComeInTheOrderOfTheirBytes() {
        let texts = [
            "fiches/rncp12345/index.html", "fiches/rncp12345/index.json", "fiches/rncp1234/index.html", "", "a", "à",
            "A",
            "fiches/rncp12345/index.html", "fiches/rncp", "fiches/rncp12345/inde", "\u{0}", "", "zzzzzzzz", "zzzzzzzzz",
            "zzzzzzzzzzzzzzzz", "zzzzzzzzzzzzzzzzz",
        ]
        var order = ByteOrder()
        for text in texts { order.append(text.utf8) }
        // Equal ones stay as they came.
        let expected = texts.indices.sorted { one, other in
            let (left, right) = (Array(texts[one].utf8), Array(texts[other].utf8))
            return left == right ? one < other : left.lexicographicallyPrecedes(right)
        }
        #expect(order.places == expected)
        #expect(order.areEqual(0, 7))
        #expect(!order.areEqual(0, 1))
        #expect(!order.areEqual(3, 10))
        #expect(order.first(at: 4) == UInt8(ascii: "a"))
        #expect(order.first(at: 3) == nil)
    }

    @Test func twoOfThemPutTogetherAreOne() {
        let texts = ["pendule", "émail", "", "bijou", "pendulier"]
        var (whole, first, second) = (ByteOrder(), ByteOrder(), ByteOrder())
        for text in texts { whole.append(text.utf8) }
        for text in texts.prefix(2) { first.append(text.utf8) }
        for text in texts.dropFirst(2) { second.append(text.utf8) }
        first.append(second)
        #expect(first.count == 5)
        #expect(first.places == whole.places)
        #expect(ByteOrder().places.isEmpty)
    }
}
