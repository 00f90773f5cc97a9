/// Numbers and texts one after the other, each text after its length.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    /// - Parameter capacity: about how many bytes will come.
    init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    mutating func write(_ number: Int) {
        var rest = UInt64(bitPattern: Int64(number))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func write(_ chunk: [UInt8]) {
        write(chunk.count)
        bytes.append(contentsOf: chunk)
    }

    mutating func write(_ text: String) { write(Array(text.utf8)) }

    mutating func write(_ numbers: [Int]) {
        write(numbers.count)
        for number in numbers { write(number) }
    }

    /// The memory of values, as this machine has them.
    mutating func write<Value: BitwiseCopyable>(raw values: [Value]) {
        values.withUnsafeBytes {
            write($0.count)
            bytes.append(contentsOf: $0)
        }
    }

    mutating func write(_ texts: [String]) {
        write(texts.count)
        for text in texts { write(text) }
    }

    mutating func write(_ values: [SearchDocument.Valeur]) {
        write(values.map(\.valeur))
        write(values.map(\.libelle))
    }
}

/// Reads what a `ByteWriter` wrote; nil for what is not there.
struct ByteReader {
    private let bytes: ArraySlice<UInt8>
    private var index: Int

    init(_ bytes: [UInt8]) { self.init(bytes[...]) }

    init(_ bytes: ArraySlice<UInt8>) { (self.bytes, index) = (bytes, bytes.startIndex) }

    var isAtEnd: Bool { index == bytes.endIndex }

    mutating func number() -> Int? {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        while index < bytes.endIndex, shift < 64 {
            let byte = bytes[index]
            index += 1
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return Int(exactly: number) }
            shift += 7
        }
        return nil
    }

    mutating func numbers() -> [Int]? {
        guard let count = number(), count >= 0, count <= bytes.endIndex - index else { return nil }
        var numbers: [Int] = []
        numbers.reserveCapacity(count)
        for _ in 0..<count {
            guard let number = number() else { return nil }
            numbers.append(number)
        }
        return numbers
    }

    mutating func chunk() -> ArraySlice<UInt8>? {
        guard let count = number(), count >= 0, count <= bytes.endIndex - index else { return nil }
        index += count
        return bytes[(index - count)..<index]
    }

    /// The memory of values that a `ByteWriter` of the same machine wrote.
    mutating func raw<Value: BitwiseCopyable>(_ type: Value.Type) -> [Value]? {
        guard let chunk = chunk(), chunk.count.isMultiple(of: MemoryLayout<Value>.stride) else { return nil }
        let count = chunk.count / MemoryLayout<Value>.stride
        return [Value](unsafeUninitializedCapacity: count) { buffer, filled in
            chunk.withUnsafeBytes { UnsafeMutableRawBufferPointer(buffer).copyMemory(from: $0) }
            filled = count
        }
    }

    mutating func text() -> String? { chunk().map { String(decoding: $0, as: UTF8.self) } }

    mutating func texts() -> [String]? {
        guard let count = number(), count >= 0, count <= bytes.endIndex - index else { return nil }
        var texts: [String] = []
        for _ in 0..<count {
            guard let text = text() else { return nil }
            texts.append(text)
        }
        return texts
    }

    mutating func values() -> [SearchDocument.Valeur]? {
        guard let values = texts(), let labels = texts(), values.count == labels.count else { return nil }
        return zip(values, labels).map { SearchDocument.Valeur(valeur: $0, libelle: $1) }
    }
}
