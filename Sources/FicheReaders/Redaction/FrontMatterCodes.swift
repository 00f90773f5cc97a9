import FicheModel

/// Reads codes with their labels, and completes those that stand alone from the code lists.
enum FrontMatterCodes {
    /// `{code: 251w, libelle: …}`, or the code alone. `libelle: null` says that there is no label, and none is looked up.
    static func code(_ node: FrontMatterNode, _ champ: Champ, _ decoder: inout FieldDecoder) -> CodeLibelle? {
        guard !node.isNull,
            let members = decoder.members(node, keys: ["code", "libelle", "libelle_derive"], bare: "code"),
            let code = FrontMatterLists.required("code", in: members, of: node, champ, &decoder)
        else { return nil }
        guard let libelle = members["libelle"] else { return completed(code, champ, at: node, &decoder) }
        let derive = members["libelle_derive"].flatMap { decoder.bool($0) } ?? false
        return CodeLibelle(code: code, libelle: decoder.line(libelle, champ), libelleDerive: derive)
    }

    private static func completed(
        _ code: String, _ champ: Champ, at node: FrontMatterNode, _ decoder: inout FieldDecoder
    ) -> CodeLibelle {
        let lists = decoder.codeLists
        let (label, list): (String?, CodeList?) =
            switch champ {
            case .codesROME: (lists.rome(code), .rome)
            case .codesNSF: (lists.nsf(code), .nsf)
            case .codesIDCC: (lists.idcc(code), .idcc)
            case .abrege: (lists.abrege(code), .abreges)
            default: (nil, nil)
            }
        if let list, label == nil {
            let near = lists.nearest(to: code, in: list)
            decoder.report(
                .warning, .codeInconnu, "Le code « \(code) » n’est pas dans la liste officielle : son libellé manque",
                at: node,
                hint: near.map { "Le plus proche est « \($0.code) »\($0.libelle.map { " (\($0))" } ?? "")" }
                    ?? "Donnez le libellé : {code: \(code), libelle: …}")
        }
        return CodeLibelle(code: code, libelle: label, libelleDerive: label != nil)
    }
}
