import FicheModel

/// Reads codes with their labels, completes those that stand alone, and says those that their list does not have.
enum FrontMatterCodes {
    /// `{code: 251w, libelle: …}`, or the code alone. `libelle: null` says that there is no label, and none is looked up.
    static func code(_ node: FrontMatterNode, _ champ: Champ, _ decoder: inout FieldDecoder) -> CodeLibelle? {
        guard !node.isNull,
            let members = decoder.members(node, keys: ["code", "libelle", "libelle_derive"], bare: "code"),
            let code = FrontMatterLists.required("code", in: members, of: node, champ, &decoder)
        else { return nil }
        let place = members["code"] ?? node
        if let form = CodeForm.finding(code, champ) {
            decoder.report(form.severity, form.identifier, form.message, at: place, hint: form.hint)
        }
        let checks = CodeChecks(decoder.codeLists)
        let verdict = checks.verdict(on: code, champ)
        // The types of certification of branches go beyond the list: one with its words is right.
        if verdict == .unknown, champ != .abrege || members["libelle"] == nil {
            let label = members["libelle"] == nil ? " : son libellé manque" : ""
            let hint = decoder.hint(for: code, champ, checks)
            decoder.report(
                .warning, .codeInconnu, "Le code « \(code) » n’est pas dans la liste officielle\(label)", at: place,
                hint: hint)
        }
        guard let libelle = members["libelle"] else {
            guard case .known(let label) = verdict else { return CodeLibelle(code: code, libelle: nil) }
            return CodeLibelle(code: code, libelle: label, libelleDerive: true)
        }
        let derive = members["libelle_derive"].flatMap { decoder.bool($0) } ?? false
        return CodeLibelle(code: code, libelle: decoder.line(libelle, champ), libelleDerive: derive)
    }
}
