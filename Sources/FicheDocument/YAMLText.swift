import FicheModel
import JSONText

/// Writes YAML values: plain where every YAML parser reads them back as the same text, else between double quotes.
enum YAMLText {
    /// A member of an object.
    enum Value {
        case text(String)
        case number(Int)
        case decimal(Double)
        case date(CalendarDate)
        case oui(Bool)
        case list([String])
        case null
    }

    /// An object on one line; members without a value are left out.
    static func flow(_ members: [(String, Value?)]) -> String {
        let pairs = members.compactMap { key, value in value.map { "\(key): \(text(of: $0))" } }
        return "{" + pairs.joined(separator: ", ") + "}"
    }

    /// An object as an element of a list, one member a line.
    static func block(_ members: [(String, Value?)]) -> [String] {
        let lines = members.compactMap { key, value in value.map { "\(key): \(text(of: $0, inFlow: false))" } }
        return lines.enumerated().map { ($0 == 0 ? "  - " : "    ") + $1 }
    }

    private static func text(of value: Value, inFlow: Bool = true) -> String {
        switch value {
        case .text(let text): scalar(text, inFlow: inFlow)
        case .number(let number): String(number)
        case .decimal(let number): JSONWriter.text(of: .number(number))
        case .date(let date): date.iso
        case .oui(let truth): truth ? "oui" : "non"
        case .list(let texts): "[" + texts.map { scalar($0, inFlow: true) }.joined(separator: ", ") + "]"
        case .null: "null"
        }
    }

    /// A text as a YAML scalar.
    static func scalar(_ text: String, inFlow: Bool = false) -> String {
        isPlain(text, inFlow: inFlow) ? text : quoted(text)
    }

    private static func isPlain(_ text: String, inFlow: Bool) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, last != " ", last != ":"
        else {
            return false
        }
        guard first.properties.isAlphabetic || (0x30...0x39).contains(first.value) || first == "«" || first == "("
        else {
            return false
        }
        if ["null", "Null", "NULL"].contains(text) { return false }
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            if mustEscape(scalar) { return false }
            if scalar == "#", previous == " " { return false }
            if previous == ":", scalar == " " || inFlow && isFlowSign(scalar) { return false }
            if inFlow, isFlowSign(scalar) { return false }
            previous = scalar
        }
        return true
    }

    private static func isFlowSign(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "," || scalar == "[" || scalar == "]" || scalar == "{" || scalar == "}"
    }

    /// Control characters, line ends of any kind and what YAML does not call printable.
    private static func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            default:
                if mustEscape(scalar) {
                    let digits = String(scalar.value, radix: 16, uppercase: true)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }
}
