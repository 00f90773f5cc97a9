import FileStore
import Testing

struct ContentHashTests {
    /// Vectors of FIPS 180-4 and its examples.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func knownVectors(_ text: String, _ hash: String) { #expect(ContentHash(of: Array(text.utf8)).hex == hash) }

    @Test func aMillionTimesTheSameLetter() {
        let hash = ContentHash(of: [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
        #expect(hash.hex == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
        #expect(ContentHash(hex: Array(hash.hex.utf8)) == hash)
    }

    @Test(arguments: ["", "cd", String(repeating: "g", count: 64), String(repeating: "0", count: 65)])
    func whatIsNoHash(_ text: String) { #expect(ContentHash(hex: Array(text.utf8)) == nil) }

    @Test func lengthsAroundTheBlockDiffer() {
        let hashes = (50...130).map { ContentHash(of: [UInt8](repeating: 7, count: $0)) }
        #expect(Set(hashes).count == hashes.count)
    }
}
