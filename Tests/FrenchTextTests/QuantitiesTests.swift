import FrenchText
import Testing

struct QuantitiesTests {
    @Test(arguments: [
        (0, "0 octet"), (1, "1 octet"), (999, "999 octets"), (1000, "1,0 ko"), (43_049_999, "43,0 Mo"),
        (2_450_000_000, "2,5 Go"), (1_234_567_000_000, "1\u{202F}234,6 Go"),
    ])
    func sizes(_ bytes: Int, _ words: String) {
        #expect(Typography.size(bytes) == words.split(separator: " ").joined(separator: "\u{A0}"))
    }

    @Test(arguments: [(0, "0,0 µs"), (45_600, "45,6 µs"), (12_340_000, "12,3 ms"), (47_149_000_000, "47,1 s")])
    func durations(_ nanoseconds: Int, _ words: String) {
        #expect(Typography.duration(nanoseconds) == words.split(separator: " ").joined(separator: "\u{A0}"))
    }
}
