import FicheModel

/// A document as bytes, for a cache. The form is private to this version of the program: `version` is part of it.
extension SearchDocument {
    /// Grows whenever the form or the analysis changes.
    public static let version = 1

    public var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.write(Self.version)
        writer.write(identifiant)
        writer.write(repertoire?.rawValue ?? "")
        writer.write(numero)
        writer.write(intitule)
        writer.write(type.map { [$0] } ?? [])
        writer.write(niveau)
        writer.write(etatFiche ?? "")
        writer.write(actif.map { $0 ? 2 : 1 } ?? 0)
        writer.write(dateFin?.iso ?? "")
        writer.write(dateLimiteDelivrance?.iso ?? "")
        writer.write(certificateurs)
        writer.write(suites.map { $0.numeroFiche ?? "" })
        writer.write(suites.map { $0.intitule ?? "" })
        writer.write(voies.map(\.rawValue))
        for values in [nsf, rome, conventions] { writer.write(values) }
        writer.write(titleLength)
        for words in [core, emplois, competences] { writer.write(words) }
        return writer.bytes
    }

    /// Nil when the bytes are of another version, or broken.
    public init?(bytes: [UInt8]) { self.init(bytes: bytes[...]) }

    /// The same in a part of more bytes.
    init?(bytes: ArraySlice<UInt8>) {
        var reader = ByteReader(bytes)
        guard reader.number() == Self.version, let identifiant = reader.text(), let repertoire = reader.text(),
            let numero = reader.number(), let intitule = reader.text(), let type = reader.values(),
            let niveau = reader.number(), let etat = reader.text(), let actif = reader.number(),
            let fin = reader.text(),
            let limite = reader.text(), let certificateurs = reader.texts(), let numeros = reader.texts(),
            let intitules = reader.texts(), let voies = reader.texts(), let nsf = reader.values(),
            let rome = reader.values(), let conventions = reader.values(), let titleLength = reader.number(),
            let core = reader.chunk(), let emplois = reader.chunk(), let competences = reader.chunk(), reader.isAtEnd
        else { return nil }
        self.init(
            identifiant: identifiant, repertoire: Repertoire(rawValue: repertoire), numero: numero, intitule: intitule,
            type: type.first, niveau: niveau, etatFiche: etat.isEmpty ? nil : etat,
            actif: actif == 0 ? nil : actif == 2, dateFin: CalendarDate(fin),
            dateLimiteDelivrance: CalendarDate(limite),
            certificateurs: certificateurs,
            suites: zip(numeros, intitules).map {
                CertificationLiee(numeroFiche: $0.isEmpty ? nil : $0, intitule: $1.isEmpty ? nil : $1)
            },
            voies: voies.compactMap(CodeVoieAcces.init), nsf: nsf, rome: rome, conventions: conventions,
            titleLength: titleLength, core: Array(core), emplois: Array(emplois), competences: Array(competences))
    }
}
