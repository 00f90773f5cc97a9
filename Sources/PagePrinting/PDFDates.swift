/// The dates inside a PDF, made those of the catalogue: the same page gives the same bytes on any day.
public enum PDFDates {
    /// The file with every `/CreationDate` and `/ModDate` set to midnight of a day; offsets do not move.
    ///
    /// - Parameter day: `AAAAMMJJ`.
    public static func pinned(_ pdf: [UInt8], to day: String) -> [UInt8] {
        var result = pdf
        let stamp = Array((day + "000000").utf8)
        guard stamp.count == 14 else { return pdf }
        for name in ["/CreationDate", "/ModDate"] { pin(Array(name.utf8), stamp, &result) }
        return result
    }

    private static func pin(_ name: [UInt8], _ stamp: [UInt8], _ bytes: inout [UInt8]) {
        var index = 0
        while let slash = bytes[index...].firstIndex(of: UInt8(ascii: "/")) {
            index = slash + 1
            guard bytes[slash...].starts(with: name) else { continue }
            var place = slash + name.count
            while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x0A { place += 1 }
            guard bytes[place...].starts(with: "(D:".utf8), place + 17 <= bytes.count else { continue }
            place += 3
            guard bytes[place..<place + 14].allSatisfy({ (0x30...0x39).contains($0) }) else { continue }
            bytes.replaceSubrange(place..<place + 14, with: stamp)
            // What follows is the time zone: the time stands in whichever the file names.
            index = place + 14
        }
    }
}
