import Diagnostics

/// The entries of a `.zip`, from its central directory (PKWARE APPNOTE 6.3, sections 4.3 and 4.4).
///
/// Nothing is unpacked to disk: an entry is read as a stream. What a published export never has is refused entry by
/// entry: encryption, zip64, names that leave the archive, links, other methods than « stored » and « deflate », sizes
/// beyond `Limit`.
public struct ZIPArchive: Sendable {
    /// Bounds that no published export comes near.
    public enum Limit {
        /// Entries in one archive.
        static let entries = 10_000
        /// Bytes of the central directory.
        static let directory = 16 << 20
        /// Bytes of all entries together once inflated: seven times the national base.
        static let inflated = 4 << 30
        /// How many times its packed size an entry may have; texts reach ten.
        static let ratio = 200
        /// Below this many bytes an entry may have any ratio.
        static let ratioFloor = 16 << 20
    }

    /// A file in the archive.
    public struct Entry: Equatable, Sendable {
        /// The path in the archive, with `/`; bytes that are no UTF-8 stand as U+FFFD.
        public let name: String
        /// The size once inflated, as the directory states it.
        public let size: Int
        let packedSize: Int
        let isDeflated: Bool
        let checksum: UInt32
        let headerOffset: Int
    }

    /// True when bytes begin as those of a zip do.
    public static func begins(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    }

    /// The files that can be read, in the order of the directory.
    public private(set) var entries: [Entry] = []
    /// What is wrong with the others.
    public private(set) var diagnostics: [Diagnostic] = []
    let source: any ByteSource
    private let path: String

    /// - Parameter path: the name of the archive for diagnostics.
    public init(_ source: any ByteSource, path: String) throws(ByteFailure) {
        self.source = source
        self.path = path
        let end = try EndRecord(of: source)
        let directory = try source.bytes(at: end.directoryOffset, length: end.directorySize)
        var fields = LittleEndian(directory)
        var inflated = 0
        var spans: [Range<Int>] = []
        for _ in 0..<end.entries {
            guard let header = DirectoryHeader(&fields) else {
                throw ByteFailure(.archiveIllisible, "Le répertoire de cette archive zip est abîmé", hint: Self.again)
            }
            if let problem = problem(of: header, directoryOffset: end.directoryOffset) {
                diagnostics.append(problem)
                continue
            }
            if header.isFolder { continue }
            inflated += header.size
            guard inflated <= Limit.inflated else {
                throw ByteFailure(
                    .archiveTropGrande, "Cette archive dépasse \(Limit.inflated >> 30) Go une fois décompressée",
                    hint: "Un export officiel n’approche pas cette taille : l’archive n’est pas lue")
            }
            spans.append(header.offset..<header.offset + 30 + header.packedSize)
            entries.append(
                Entry(
                    name: header.name, size: header.size, packedSize: header.packedSize,
                    isDeflated: header.method == 8, checksum: header.checksum, headerOffset: header.offset))
        }
        // Entries that share bytes are how a small archive pretends to be a huge one.
        spans.sort { $0.lowerBound < $1.lowerBound }
        for (left, right) in zip(spans, spans.dropFirst()) where left.upperBound > right.lowerBound {
            throw ByteFailure(
                .archiveIllisible, "Des fichiers de cette archive zip se recouvrent : elle n’est pas lue",
                hint: Self.again)
        }
    }

    static let again = "Téléchargez le fichier de nouveau"

    /// Why an entry is left out; nil when it may be read.
    private func problem(of header: DirectoryHeader, directoryOffset: Int) -> Diagnostic? {
        func refused(
            _ identifier: Diagnostic.Identifier, _ message: String, _ hint: String? = nil
        ) -> Diagnostic {
            Diagnostic(
                .error, identifier, "« \(header.name.prefix(200)) » dans cette archive \(message)", file: path,
                hint: hint)
        }
        let parts = header.name.split(separator: "/", omittingEmptySubsequences: false)
        let hasDrive = header.name.utf8.dropFirst().first == UInt8(ascii: ":")
        if header.name.isEmpty || header.name.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\\") })
            || header.name.hasPrefix("/") || hasDrive || parts.contains("..")
        {
            return refused(
                .archiveNomInterdit, "a un nom qui sort de l’archive : ce fichier n’est pas lu",
                "Un nom d’entrée ne commence pas par « / » et n’a pas de « .. »")
        }
        if header.isFolder { return nil }
        if header.flags & 0x2041 != 0 {
            return refused(
                .archiveChiffree, "est chiffré : ce fichier n’est pas lu", "Donnez une archive sans mot de passe")
        }
        if header.isZip64 {
            return refused(
                .archiveZip64, "est au format zip64 : ce fichier n’est pas lu",
                "Les exports officiels n’en ont pas besoin ; extrayez le fichier et donnez-le seul")
        }
        if header.isLink { return refused(.archiveEntreeIgnoree, "est un lien : il n’est pas suivi") }
        guard header.method == 0 || header.method == 8 else {
            return refused(
                .archiveIllisible, "est compressé par une méthode (\(header.method)) qui n’est pas lue",
                "Recompressez l’archive par la méthode ordinaire (deflate)")
        }
        if header.size > Limit.ratioFloor, header.size / max(1, header.packedSize) > Limit.ratio {
            return refused(
                .archiveTropGrande, "gonflerait plus de \(Limit.ratio) fois : ce fichier n’est pas lu",
                "Un texte ne se compresse pas autant")
        }
        if header.offset + 30 + header.packedSize > directoryOffset {
            return refused(.archiveIllisible, "déborde de l’archive : ce fichier n’est pas lu", Self.again)
        }
        return nil
    }
}
