import Testing

@testable import FicheModel

/// Texts that come again and again are carried once.
struct SharedTextTests {
    private static func carry(_ packing: inout Packing, _ texts: inout [String], _ last: inout String?) {
        packing.list(&texts, "") { $0.shared(&$1) }
        packing.shared(&last)
    }

    @Test func theyComeBackInTheirPlaces() {
        var texts = ["Émailleur", "", "Émailleur", "Bijoutier", "", "Bijoutier", "Émailleur"]
        var last: String? = "Bijoutier"
        let expected = texts
        let bytes = Packing.bytes { Self.carry(&$0, &texts, &last) }
        let read = Packing.read(bytes) { packing in
            var (texts, last): ([String], String?) = ([], nil)
            Self.carry(&packing, &texts, &last)
            return (texts, last)
        }
        #expect(read?.0 == expected)
        #expect(read?.1 == "Bijoutier")
        #expect(bytes.count < 40)
    }

    /// Each byte of what was written, changed: what comes back is damaged or something else, and nothing ends the program.
    @Test func aPlaceThatIsNoneIsDamage() {
        var texts = ["Émailleur", "Émailleur", "Bijoutier"]
        var last: String?
        let bytes = Packing.bytes { Self.carry(&$0, &texts, &last) }
        for place in bytes.indices {
            for change: UInt8 in [1, 0x40, 0x80, 0xFF] {
                var damaged = bytes
                damaged[place] ^= change
                let read = Packing.read(damaged) { packing in
                    var (texts, last): ([String], String?) = ([], nil)
                    Self.carry(&packing, &texts, &last)
                    return texts
                }
                if let read { #expect(read.count <= bytes.count) }
            }
        }
        #expect(
            Packing.read([1, 5, 0]) { packing in
                var (texts, last): ([String], String?) = ([], nil)
                Self.carry(&packing, &texts, &last)
                return texts
            } == nil)
    }
}
