/// The addresses of a site, looked up by their bytes: no text is made for the millions of links that are good.
struct AddressTable: Sendable {
    private var bytes: [UInt8] = []
    private var bounds: [Int] = [0]
    /// Numbers of addresses from 1, in open addressing; 0 is free.
    private var slots: [Int32]

    /// - Parameter files: the paths of all files. Each is an address, and so is the folder of each `index.html`.
    init(_ files: [String]) {
        var capacity = 64
        while capacity < files.count * 4 { capacity *= 2 }
        slots = Array(repeating: 0, count: capacity)
        let index = Array("index.html".utf8)
        for var file in files {
            file.withUTF8 { path in
                insert(path)
                let rest = path.count - index.count
                if rest >= 0, path[rest...].elementsEqual(index), rest == 0 || path[rest - 1] == UInt8(ascii: "/") {
                    insert(UnsafeBufferPointer(rebasing: path[..<rest]))
                }
            }
        }
    }

    /// The number of an address of the site, from its root; nil when the site has none such.
    func number(of address: UnsafeBufferPointer<UInt8>) -> UInt32? {
        slots[slot(of: address)] == 0 ? nil : Self.number(address)
    }

    /// A number for an address. Two may share one: it only says what may be meant.
    private static func number(_ address: UnsafeBufferPointer<UInt8>) -> UInt32 {
        UInt32(truncatingIfNeeded: hash(address) >> 7)
    }

    private static func hash(_ address: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in address { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash
    }

    /// The numbers of all addresses by which a file can be named.
    static func numbers(ofFile file: String) -> [UInt32] {
        let index = "index.html"
        let isPage = file == index || file.hasSuffix("/" + index)
        let names = isPage ? [file, String(file.dropLast(index.count))] : [file]
        return names.map { Array($0.utf8).withUnsafeBufferPointer(number) }
    }

    private mutating func insert(_ address: UnsafeBufferPointer<UInt8>) {
        let slot = slot(of: address)
        guard slots[slot] == 0 else { return }
        bytes.append(contentsOf: address)
        bounds.append(bytes.count)
        slots[slot] = Int32(bounds.count - 1)
    }

    /// Where the address is, or would be.
    private func slot(of address: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = Self.hash(address)
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
        return bytes.withUnsafeBufferPointer { held in
            while case let number = Int(slots[slot]), number != 0 {
                let known = held[bounds[number - 1]..<bounds[number]]
                if known.count == address.count, known.elementsEqual(address) { return slot }
                slot = (slot + 1) & mask
            }
            return slot
        }
    }
}
