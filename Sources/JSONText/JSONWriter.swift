/// Writes a `JSONValue` as UTF-8 bytes (RFC 8259).
///
/// `<`, `>`, `&`, U+2028 and U+2029 are escaped, so that the result may stand inside an HTML element.
public struct JSONWriter {
    private var bytes: [UInt8] = []
    private let indent: Int?

    private init(indent: Int?) {
        self.indent = indent
        // A fiche has some 20 kB: without this they are copied at each doubling.
        bytes.reserveCapacity(indent == nil ? 1 << 10 : 1 << 15)
    }

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
        case .int(let number): append(text: String(number))
        case .number(let number): append(text: Self.plain(number))
        case .string(let text): writeString(text)
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            var isFirst = true
            for element in elements {
                separate(&isFirst, depth: depth + 1)
                write(element, depth: depth + 1)
            }
            close(UInt8(ascii: "]"), isEmpty: isFirst, depth: depth)
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            var isFirst = true
            for member in members {
                separate(&isFirst, depth: depth + 1)
                writeString(member.key)
                append(indent == nil ? ":" : ": ")
                write(member.value, depth: depth + 1)
            }
            close(UInt8(ascii: "}"), isEmpty: isFirst, depth: depth)
        }
    }

    private mutating func separate(_ isFirst: inout Bool, depth: Int) {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        newLine(depth: depth)
    }

    private mutating func close(_ bracket: UInt8, isEmpty: Bool, depth: Int) {
        if !isEmpty { newLine(depth: depth) }
        bytes.append(bracket)
    }

    private mutating func newLine(depth: Int) {
        guard let indent else { return }
        bytes.append(UInt8(ascii: "\n"))
        var rest = indent * depth
        while rest >= 4 {
            append("    ")
            rest -= 4
        }
        for _ in 0..<rest { bytes.append(UInt8(ascii: " ")) }
    }

    private mutating func append(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private mutating func append(text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func writeString(_ text: String) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { append(escaped: $0) }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Runs of bytes that stand for themselves are copied as they are.
    private mutating func append(escaped source: UnsafeBufferPointer<UInt8>) {
        guard let base = source.baseAddress else { return }
        let kinds = Self.kinds.utf8Start
        let count = source.count
        var copied = 0
        var index = 0
        while index < count {
            let byte = base[index]
            guard kinds[Int(byte)] != UInt8(ascii: ".") else {
                index += 1
                continue
            }
            var length = 1
            if byte == 0xE2 {
                guard index + 2 < count, base[index + 1] == 0x80, base[index + 2] | 1 == 0xA9 else {
                    index += 1
                    continue
                }
                length = 3
            }
            bytes.append(contentsOf: UnsafeBufferPointer(start: base + copied, count: index - copied))
            escape(byte, last: base[index + length - 1])
            index += length
            copied = index
        }
        bytes.append(contentsOf: UnsafeBufferPointer(start: base + copied, count: count - copied))
    }

    private mutating func escape(_ byte: UInt8, last: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): append("\\\"")
        case UInt8(ascii: "\\"): append("\\\\")
        case UInt8(ascii: "\n"): append("\\n")
        case UInt8(ascii: "\r"): append("\\r")
        case UInt8(ascii: "\t"): append("\\t")
        case 0xE2: if last == 0xA8 { append("\\u2028") } else { append("\\u2029") }
        default:
            append("\\u00")
            bytes.append(Self.hexadecimal[Int(byte >> 4)])
            bytes.append(Self.hexadecimal[Int(byte & 15)])
        }
    }

    /// For each byte, `.` where it stands for itself; 0xE2 may begin U+2028.
    private static let kinds: StaticString = """
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx..x...x.....................x.x.\
        ............................x..................................x\
        ................................................................\
        ..................................x.............................
        """

    private static let hexadecimal = Array("0123456789abcdef".utf8)

    private static func plain(_ number: Double) -> String {
        guard number.isFinite else { return "null" }
        if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
        return String(number)
    }
}
