import Diagnostics

/// Numbers out of a record, least significant byte first; nil past the end.
struct LittleEndian {
    private let bytes: [UInt8]
    private(set) var offset = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func number(_ length: Int) -> Int? {
        guard let part = take(length) else { return nil }
        return part.reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    mutating func take(_ length: Int) -> ArraySlice<UInt8>? {
        guard length >= 0, offset + length <= bytes.count else { return nil }
        defer { offset += length }
        return bytes[offset..<offset + length]
    }
}

/// The record at the end of an archive that says where its directory is (APPNOTE 4.3.16).
struct EndRecord {
    let entries: Int
    let directorySize: Int
    let directoryOffset: Int

    private static let length = 22

    init(of source: any ByteSource) throws(ByteFailure) {
        let tailLength = min(source.count, Self.length + 0xFFFF)
        let tail = try source.bytes(at: source.count - tailLength, length: tailLength)
        guard let place = Self.place(in: tail) else {
            throw ByteFailure(
                .archiveIllisible, "Cette archive zip est incomplète : son répertoire manque", hint: ZIPArchive.again)
        }
        var fields = LittleEndian(Array(tail[place...]))
        _ = fields.number(4)
        let numbers = [2, 2, 2, 2, 4, 4].map { fields.number($0) ?? 0 }
        let (disk, entries, size, offset) = (numbers[0], numbers[3], numbers[4], numbers[5])
        guard entries != 0xFFFF, size != 0xFFFF_FFFF, offset != 0xFFFF_FFFF else {
            throw ByteFailure(
                .archiveZip64, "Cette archive est au format zip64, qui n’est pas lu",
                hint: "Extrayez-en les fichiers et donnez leur dossier")
        }
        guard disk == 0, numbers[1] == 0, entries == numbers[2] else {
            throw ByteFailure(
                .archiveIllisible, "Cette archive zip est en plusieurs volumes",
                hint: "Donnez une archive d’un seul fichier")
        }
        guard entries <= ZIPArchive.Limit.entries, size <= ZIPArchive.Limit.directory else {
            throw ByteFailure(.archiveTropGrande, "Cette archive a plus de \(ZIPArchive.Limit.entries) fichiers")
        }
        guard offset + size <= source.count - tailLength + place else {
            throw ByteFailure(
                .archiveIllisible, "Le répertoire de cette archive zip est abîmé", hint: ZIPArchive.again)
        }
        (self.entries, directorySize, directoryOffset) = (entries, size, offset)
    }

    /// The last place whose comment reaches the end of the file exactly.
    private static func place(in tail: [UInt8]) -> Int? {
        guard tail.count >= length else { return nil }
        var place = tail.count - length
        while place >= 0 {
            if tail[place] == 0x50, tail[place...].starts(with: [0x50, 0x4B, 0x05, 0x06]),
                Int(tail[place + 20]) | Int(tail[place + 21]) << 8 == tail.count - place - length
            {
                return place
            }
            place -= 1
        }
        return nil
    }
}

/// What the directory says of one entry (APPNOTE 4.3.12).
struct DirectoryHeader {
    let flags: Int
    let method: Int
    let checksum: UInt32
    let packedSize: Int
    let size: Int
    let offset: Int
    let name: String
    private let system: Int
    private let attributes: Int

    /// Nil when the bytes are no such record.
    init?(_ fields: inout LittleEndian) {
        guard fields.number(4) == 0x0201_4B50, let made = fields.number(2), fields.number(2) != nil,
            let flags = fields.number(2), let method = fields.number(2), fields.number(4) != nil,
            let checksum = fields.number(4), let packedSize = fields.number(4), let size = fields.number(4),
            let nameLength = fields.number(2), let extraLength = fields.number(2), let commentLength = fields.number(2),
            fields.number(4) != nil, let attributes = fields.number(4), let offset = fields.number(4),
            let name = fields.take(nameLength), fields.take(extraLength + commentLength) != nil
        else { return nil }
        (self.flags, self.method, self.checksum) = (flags, method, UInt32(truncatingIfNeeded: checksum))
        (self.packedSize, self.size, self.offset) = (packedSize, size, offset)
        (system, self.attributes) = (made >> 8, attributes)
        self.name = String(decoding: name, as: UTF8.self)
    }

    var isFolder: Bool { name.hasSuffix("/") }
    var isZip64: Bool { packedSize == 0xFFFF_FFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF }
    /// A symbolic link of a Unix archive.
    var isLink: Bool { system == 3 && attributes >> 16 & 0xF000 == 0xA000 }
}
