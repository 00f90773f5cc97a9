import Foundation
import Testing

@testable import JSONText

@Suite("JSON writing")
struct JSONWriterTests {
    @Test("objects keep their order, lists may be empty")
    func order() {
        let value: JSONValue = ["b": 1, "a": [], "c": [true, nil, "x"], "d": .number(2.5), "e": .number(3)]
        #expect(JSONWriter.text(of: value) == #"{"b":1,"a":[],"c":[true,null,"x"],"d":2.5,"e":3}"#)
        #expect(JSONWriter.text(of: ["a": [1]], indent: 2) == "{\n  \"a\": [\n    1\n  ]\n}\n")
    }

    @Test("what could end a script element or a line is escaped, and read back the same")
    func escaping() throws {
        let text = "</script>&\u{2028}\u{2029}\u{0}\u{7F}\"\\\n\r\té—𝟗"
        let bytes = JSONWriter.bytes(of: .array([.string(text)]))
        let written = String(decoding: bytes, as: UTF8.self)
        for sign in ["<", ">", "&", "\u{2028}", "\u{2029}", "\u{7F}"] { #expect(!written.contains(sign)) }
        let read = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String]
        #expect(read == [text])
    }

    @Test("a number that JSON cannot write is null")
    func infinite() { #expect(JSONWriter.text(of: .number(.infinity)) == "null") }
}
