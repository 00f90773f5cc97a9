/// Refuses the YAML that a fiche never needs and that can exhaust a machine: aliases, and nesting without end.
enum YAMLGuard {
    static let deepest = 24

    /// Why the text is refused, with the line from 0; nil when it may be parsed.
    static func refusal(of text: String) -> (line: Int, message: String, hint: String)? {
        var anchor: Int?
        var alias: Int?
        var line = 0
        var depth = 0
        var dashes = 0
        var previous = UInt8(ascii: "\n")
        /// True where a value may begin: after the start of a line, `- `, `: `, `[`, `{` or `,`.
        var begins = true
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\n"):
                line += 1
                dashes = 0
                begins = true
            case UInt8(ascii: " "): break
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                begins = true
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                depth = max(0, depth - 1)
                begins = false
            case UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "?"):
                if byte == UInt8(ascii: "-"), begins { dashes += 1 }
                begins = byte != UInt8(ascii: "-") || begins
            default:
                if begins, previous != UInt8(ascii: "&"), previous != UInt8(ascii: "*") {
                    if byte == UInt8(ascii: "&") { anchor = anchor ?? line }
                    if byte == UInt8(ascii: "*") { alias = alias ?? line }
                }
                begins = false
            }
            previous = byte
            if depth > deepest || dashes > deepest {
                return (line, "L’en-tête imbrique trop de listes", "Fermez les crochets et les accolades")
            }
        }
        guard anchor != nil, let alias else { return nil }
        return (
            alias, "Les renvois YAML (« &nom » et « *nom ») ne sont pas acceptés",
            "Répétez la valeur, ou mettez-la entre guillemets"
        )
    }
}
