import FicheModel
import FrenchText

/// The words of one fiche, each once, in the best field that it stands in.
struct DocumentWords {
    private(set) var titleLength = 0
    private(set) var core: [UInt8] = []
    private(set) var emplois: [UInt8] = []
    private(set) var competences: [UInt8] = []

    init(_ fiche: Fiche) {
        var seen = WordTable(capacity: 128)
        titleLength = addCore(fiche.intitule, .titre, &seen)
        if let abrege = fiche.abrege {
            addCore(abrege.code, .abrege, &seen)
            addCore(abrege.libelle, .abrege, &seen)
        }
        for code in fiche.codesROME + fiche.codesNSF { addCore(code.libelle, .libelles, &seen) }
        for certificateur in fiche.certificateurs {
            addCore(certificateur.nom, .certificateur, &seen)
            addCore(certificateur.nomCommercial, .certificateur, &seen)
        }
        addBody(fiche)
    }

    /// Adds the words of a text with their spelling; returns how many places they have.
    @discardableResult
    private mutating func addCore(_ text: String?, _ field: CoreField, _ seen: inout WordTable) -> Int {
        guard let text, !text.isEmpty else { return 0 }
        let folding = SearchFolding(text, mapped: true)
        let units = Array(text.utf16)
        var places = 0
        folding.bytes.withUnsafeBufferPointer { bytes in
            var last = -1
            SearchWords.forEach(in: bytes) { forme, range, place in
                if place != last { places += 1 }
                last = place
                guard seen.number(of: forme).isNew else { return }
                core.append(UInt8(0x30 + field.rawValue))
                core.append(contentsOf: forme)
                core.append(0x20)
                let original = units[Int(folding.starts[range.lowerBound])..<Int(folding.ends[range.upperBound - 1])]
                core.append(contentsOf: Self.spelling(original, of: forme))
                core.append(0x0A)
            }
        }
        return places
    }

    /// The lower-case spelling where it differs from the forme; nothing for capitals, which often lack their accents.
    private static func spelling(_ units: ArraySlice<UInt16>, of forme: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        guard units.contains(where: { $0 >= 0x80 }) else { return [] }
        let original = String(decoding: units, as: UTF16.self)
        guard original.unicodeScalars.contains(where: \.properties.isLowercase) else { return [] }
        let spelled = original.lowercased()
        return SearchFolding(spelled, mapped: false).bytes.elementsEqual(forme) ? Array(spelled.utf8) : []
    }

    private mutating func addBody(_ fiche: Fiche) {
        var seen = WordTable(capacity: 1024)
        for code in Self.codes(fiche) {
            Array(code.utf8).withUnsafeBufferPointer { if seen.number(of: $0).isNew { Self.append($0, to: &emplois) } }
        }
        Self.add(fiche.typeEmploiAccessibles, to: &emplois, &seen)
        for bloc in fiche.blocsCompetences {
            Self.add(bloc.libelle, to: &competences, &seen)
            Self.add(bloc.listeCompetences, to: &competences, &seen)
            for competence in bloc.competences { Self.add(competence, to: &competences, &seen) }
            for unite in bloc.unites {
                Self.add(unite.libelle, to: &competences, &seen)
                for text in unite.activites + unite.competences { Self.add(text, to: &competences, &seen) }
            }
        }
        // The attested competences repeat the blocs where there are any.
        if fiche.blocsCompetences.isEmpty { Self.add(fiche.capacitesAttestees, to: &competences, &seen) }
        Self.add(fiche.activitesVisees, to: &competences, &seen)
    }

    private static func add(_ text: String?, to words: inout [UInt8], _ seen: inout WordTable) {
        guard let text, !text.isEmpty else { return }
        let folding = SearchFolding(text, mapped: false)
        folding.bytes.withUnsafeBufferPointer { bytes in
            SearchWords.forEach(in: bytes) { forme, _, _ in
                if forme.count > 1, seen.number(of: forme).isNew { append(forme, to: &words) }
            }
        }
    }

    private static func append(_ forme: UnsafeBufferPointer<UInt8>, to words: inout [UInt8]) {
        words.append(contentsOf: forme)
        words.append(0x20)
    }

    /// Codes as words that no text holds: `romeb1604`, `nsf312p`, `idcc3152`, `formacode34254`.
    private static func codes(_ fiche: Fiche) -> [String] {
        func words(_ codes: [CodeLibelle], _ prefix: String) -> [String] {
            codes.compactMap { code in
                var word = SearchFolding(code.code, mapped: false).bytes.filter(SearchWords.isWordByte)
                if prefix == "idcc" { word = Array(word.drop { $0 == 0x30 }) }
                return word.isEmpty ? nil : prefix + String(decoding: word, as: UTF8.self)
            }
        }
        return words(fiche.codesROME, "rome") + words(fiche.codesNSF, "nsf")
            + words(fiche.conventions + fiche.codesIDCC, "idcc") + words(fiche.formacodes, "formacode")
    }
}
