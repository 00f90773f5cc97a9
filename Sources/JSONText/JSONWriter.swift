/// Writes a `JSONValue` as UTF-8 bytes (RFC 8259).
///
/// `<`, `>`, `&`, U+2028 and U+2029 are escaped, so that the result may stand inside an HTML element.
public struct JSONWriter {
    private var bytes: [UInt8] = []
    private let indent: Int?

    private init(indent: Int?) { self.indent = indent }

    /// The bytes of `value`: on one line, or indented by `indent` spaces a level and closed by a line feed.
    public static func bytes(of value: JSONValue, indent: Int? = nil) -> [UInt8] {
        var writer = JSONWriter(indent: indent)
        writer.write(value, depth: 0)
        if indent != nil { writer.bytes.append(UInt8(ascii: "\n")) }
        return writer.bytes
    }

    /// The same as text.
    public static func text(of value: JSONValue, indent: Int? = nil) -> String {
        String(decoding: bytes(of: value, indent: indent), as: UTF8.self)
    }

    private mutating func write(_ value: JSONValue, depth: Int) {
        switch value {
        case .null: append("null")
        case .bool(let truth): append(truth ? "true" : "false")
        case .int(let number): append(String(number))
        case .number(let number): append(Self.plain(number))
        case .string(let text): writeString(text)
        case .array(let elements):
            writeList(open: "[", close: "]", count: elements.count, depth: depth) { writer, index in
                writer.write(elements[index], depth: depth + 1)
            }
        case .object(let members):
            writeList(open: "{", close: "}", count: members.count, depth: depth) { writer, index in
                writer.writeString(members[index].key)
                writer.append(writer.indent == nil ? ":" : ": ")
                writer.write(members[index].value, depth: depth + 1)
            }
        }
    }

    private mutating func writeList(
        open: String, close: String, count: Int, depth: Int, element: (inout JSONWriter, Int) -> Void
    ) {
        append(open)
        for index in 0..<count {
            if index > 0 { append(",") }
            newLine(depth: depth + 1)
            element(&self, index)
        }
        if count > 0 { newLine(depth: depth) }
        append(close)
    }

    private mutating func newLine(depth: Int) {
        guard let indent else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent * depth))
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func writeString(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var previous: (UInt8, UInt8) = (0, 0)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): append("\\\"")
            case UInt8(ascii: "\\"): append("\\\\")
            case UInt8(ascii: "\n"): append("\\n")
            case UInt8(ascii: "\r"): append("\\r")
            case UInt8(ascii: "\t"): append("\\t")
            case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), 0..<0x20, 0x7F:
                append("\\u00")
                bytes.append(Self.hexadecimal[Int(byte >> 4)])
                bytes.append(Self.hexadecimal[Int(byte & 15)])
            case 0xA8 where previous == (0xE2, 0x80), 0xA9 where previous == (0xE2, 0x80):
                bytes.removeLast(2)
                append(byte == 0xA8 ? "\\u2028" : "\\u2029")
            default: bytes.append(byte)
            }
            previous = (previous.1, byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static let hexadecimal = Array("0123456789abcdef".utf8)

    private static func plain(_ number: Double) -> String {
        guard number.isFinite else { return "null" }
        if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
        return String(number)
    }
}
