/// The state of a certification at one date.
///
/// Rule: a fiche withdrawn from the register is *dépubliée*. Else the échéance decides, and is itself still a day of
/// validity. Without an échéance only the source's own declaration is repeated. Where declaration and dates disagree,
/// the dates win and `contredit` says so.
public struct EtatDeValidite: Equatable, Sendable {
    /// Which state it is, with the date that decides it.
    public enum Nature: Equatable, Sendable {
        case depubliee
        case enVigueur(jusquAu: CalendarDate)
        /// In force, with at most eight months left: renewal files are due seven to eight months before the end.
        case echeanceProche(jusquAu: CalendarDate)
        case echue(depuis: CalendarDate)
        case declareeActive
        case declareeInactive
        case nonPrecisee
    }

    public let nature: Nature
    /// The day for which the state holds.
    public let date: CalendarDate
    /// The last day of award, when the fiche is past its échéance and that day is not.
    public let delivranceJusquAu: CalendarDate?
    /// True when the source declares the contrary of what its dates say.
    public let contredit: Bool

    /// The state of `fiche` at `date`.
    public init(of fiche: Fiche, at date: CalendarDate) {
        self.init(
            etatFiche: fiche.etatFiche, actif: fiche.actif, dateFin: fiche.enregistrement.dateFin,
            dateLimiteDelivrance: fiche.enregistrement.dateLimiteDelivrance, at: date)
    }

    public init(
        etatFiche: String?, actif: Bool?, dateFin: CalendarDate?, dateLimiteDelivrance: CalendarDate?,
        at date: CalendarDate
    ) {
        self.date = date
        var delivrance: CalendarDate?
        var contredit = false
        if let etatFiche, etatFiche.hasPrefix("Dépubliée") {
            nature = .depubliee
        } else if let dateFin {
            if date > dateFin {
                nature = .echue(depuis: dateFin)
                if let limite = dateLimiteDelivrance, date <= limite { delivrance = limite }
                contredit = actif == true
            } else {
                let proche = date >= dateFin.adding(months: -Self.moisAvantEcheance)
                nature = proche ? .echeanceProche(jusquAu: dateFin) : .enVigueur(jusquAu: dateFin)
                contredit = actif == false
            }
        } else {
            nature = actif.map { $0 ? .declareeActive : .declareeInactive } ?? .nonPrecisee
        }
        delivranceJusquAu = delivrance
        self.contredit = contredit
    }

    /// How long before its end an échéance is called near.
    public static let moisAvantEcheance = 8

    /// The word for lists, indexes and style sheets: `en-vigueur`, `echeance-proche`, `echue`, …
    public var code: String {
        switch nature {
        case .depubliee: "depubliee"
        case .enVigueur: "en-vigueur"
        case .echeanceProche: "echeance-proche"
        case .echue: "echue"
        case .declareeActive: "declaree-active"
        case .declareeInactive: "declaree-inactive"
        case .nonPrecisee: "non-precisee"
        }
    }

    /// The state in words, with its date: "En vigueur jusqu’au 7 août 2028".
    public var phrase: String {
        switch nature {
        case .depubliee: "Dépubliée du répertoire"
        case .enVigueur(let fin): "En vigueur jusqu’au \(fin.inFull)"
        case .echeanceProche(let fin): "En vigueur jusqu’au \(fin.inFull), échéance proche"
        case .echue(let fin): "Échue depuis le \(fin.inFull)"
        case .declareeActive: "Déclarée active par sa source"
        case .declareeInactive: "Déclarée inactive par sa source"
        case .nonPrecisee: "Validité non précisée"
        }
    }
}
