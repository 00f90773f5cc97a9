import Diagnostics

/// The colours that a site's configuration may set, as a small style sheet.
///
/// From one colour come the tones of the light and of the dark theme, each moved towards black or white until text in it keeps
/// a contrast of 4.5 : 1 at least (WCAG 2.2, 1.4.3).
public struct Couleurs: Equatable, Sendable {
    let accent: Colour

    /// - Throws: `couleur-invalide` when the text is not `#` with three or six hexadecimal digits.
    public init(accent: String) throws(ThemeFailure) {
        guard let colour = Colour(hexadecimal: accent) else {
            throw ThemeFailure(
                Diagnostic(
                    .error, "couleur-invalide", "« \(accent) » n’est pas une couleur",
                    hint: "Écrivez-la « #7b2233 » : un dièse et six chiffres hexadécimaux"))
        }
        self.accent = colour
    }

    /// The generated sheet.
    var feuille: String {
        let light = Self.tones(of: accent, on: Colour.lightPaper, towards: .black, contrast: 4.6)
        // Light letters on a dark ground need more to be read as easily.
        let dark = Self.tones(of: accent, on: Colour.darkPaper, towards: .white, contrast: 6.5)
        return """
            @media screen {
              :root { --sceau: \(light.ink); --sceau-doux: \(light.soft); }
            }
            @media screen and (prefers-color-scheme: dark) {
              :root { --sceau: \(dark.ink); --sceau-doux: \(dark.soft); }
            }
            @media print {
              :root { --sceau: \(light.ink); }
            }

            """
    }

    /// The colour itself where it can be read on the paper, else moved until it can; and a soft ground for it.
    private static func tones(
        of accent: Colour, on paper: Colour, towards end: Colour, contrast: Double
    ) -> (ink: String, soft: String) {
        let soft = paper.mixed(with: accent, share: 0.09)
        var share = 0.0
        var ink = accent
        while share < 1, min(ink.contrast(with: paper), ink.contrast(with: soft)) < contrast {
            share += 0.04
            ink = accent.mixed(with: end, share: min(share, 1))
        }
        return (ink.hexadecimal, soft.hexadecimal)
    }
}

/// A colour of the sRGB space, channels from 0 to 1.
struct Colour: Equatable, Sendable {
    var red: Double
    var green: Double
    var blue: Double

    static let black = Colour(red: 0, green: 0, blue: 0)
    static let white = Colour(red: 1, green: 1, blue: 1)
    /// `--papier` of the style sheet in its two themes.
    static let lightPaper = Colour(red: 251 / 255, green: 248 / 255, blue: 241 / 255)
    static let darkPaper = Colour(red: 25 / 255, green: 22 / 255, blue: 19 / 255)

    init(red: Double, green: Double, blue: Double) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// From `#7b2233` or `#723`.
    init?(hexadecimal: String) {
        var digits = Array(hexadecimal.utf8)
        guard digits.first == UInt8(ascii: "#") else { return nil }
        digits.removeFirst()
        if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
        guard digits.count == 6, digits.allSatisfy(Self.isHexadecimal),
            let value = Int(String(decoding: digits, as: UTF8.self), radix: 16)
        else { return nil }
        self.init(
            red: Double(value >> 16) / 255, green: Double(value >> 8 & 255) / 255, blue: Double(value & 255) / 255)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
    }

    var hexadecimal: String {
        let channels = [red, green, blue].map { Int(($0 * 255).rounded()) }
        return "#" + channels.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    func mixed(with other: Colour, share: Double) -> Colour {
        Colour(
            red: red + (other.red - red) * share, green: green + (other.green - green) * share,
            blue: blue + (other.blue - blue) * share)
    }

    /// WCAG 2.2, contrast ratio.
    func contrast(with other: Colour) -> Double {
        let (bright, dim) = (max(luminance, other.luminance), min(luminance, other.luminance))
        return (bright + 0.05) / (dim + 0.05)
    }

    /// WCAG 2.2, relative luminance.
    var luminance: Double { 0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue) }

    private static func linear(_ channel: Double) -> Double {
        channel <= 0.04045 ? channel / 12.92 : power((channel + 0.055) / 1.055)
    }

    /// x to the power 2.4, as x² · x^(2/5): the fifth root by Newton's method, so that every machine gives the same bytes.
    private static func power(_ base: Double) -> Double {
        let square = base * base
        var root = 1.0
        for _ in 0..<40 {
            let fourth = root * root * root * root
            root -= (root * fourth - square) / (5 * fourth)
        }
        return square * root
    }
}
