/// A code of a published list with its label: NSF, ROME, Formacode, convention, IDCC, type of certification.
public struct CodeLibelle: Hashable, Sendable {
    /// The code as the source writes it (`251w`).
    public var code: String
    public var libelle: String?
    /// True when the label comes from the code list, because the source gives the code alone.
    public var libelleDerive: Bool

    public init(code: String, libelle: String?, libelleDerive: Bool = false) {
        self.code = code
        self.libelle = libelle
        self.libelleDerive = libelleDerive
    }
}
