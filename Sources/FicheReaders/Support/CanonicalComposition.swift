/// Letters and the accents that follow them as one letter each, so that a file saved in decomposed Unicode reads like any
/// other.
///
/// Serves the Latin letters that have a composed form; anything else stays as it is.
enum CanonicalComposition {
    static func composed(_ bytes: [UInt8]) -> [UInt8] {
        // Combining marks U+0300 to U+036F all begin with one of these two bytes.
        guard bytes.contains(where: { $0 == 0xCC || $0 == 0xCD }) else { return bytes }
        var result = String.UnicodeScalarView()
        var pending: Unicode.Scalar?
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            if let letter = pending, let whole = composedLetters[Pair(letter: letter, mark: scalar)] {
                pending = whole
                continue
            }
            if let pending { result.append(pending) }
            pending = scalar
        }
        if let pending { result.append(pending) }
        return Array(String(result).utf8)
    }

    private struct Pair: Hashable {
        let letter: Unicode.Scalar
        let mark: Unicode.Scalar
    }

    private static let composedLetters: [Pair: Unicode.Scalar] = {
        let groups: [(Unicode.Scalar, String)] = [
            ("\u{300}", "AÀEÈIÌNǸOÒUÙaàeèiìnǹoòuù"), ("\u{301}", "AÁCĆEÉIÍLĹNŃOÓRŔSŚUÚYÝZŹaácćeéiílĺnńoórŕsśuúyýzź"),
            ("\u{302}", "AÂCĈEÊGĜHĤIÎJĴOÔSŜUÛWŴYŶaâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷ"), ("\u{303}", "AÃIĨNÑOÕUŨaãiĩnñoõuũ"),
            ("\u{304}", "AĀEĒIĪOŌUŪaāeēiīoōuū"), ("\u{306}", "AĂGĞUŬaăgğuŭ"), ("\u{307}", "CĊEĖGĠIİZŻcċeėgġzż"),
            ("\u{308}", "AÄEËIÏOÖUÜYŸaäeëiïoöuüyÿ"), ("\u{30A}", "AÅUŮaåuů"), ("\u{30B}", "OŐUŰoőuű"),
            ("\u{30C}", "CČDĎEĚNŇRŘSŠTŤZŽcčdďeěnňrřsštťzž"), ("\u{327}", "CÇSŞTŢcçsştţ"), ("\u{328}", "AĄEĘaąeę"),
        ]
        var table: [Pair: Unicode.Scalar] = [:]
        for (mark, pairs) in groups {
            let scalars = Array(pairs.unicodeScalars)
            for index in stride(from: 0, to: scalars.count - 1, by: 2) {
                table[Pair(letter: scalars[index], mark: mark)] = scalars[index + 1]
            }
        }
        return table
    }()
}
