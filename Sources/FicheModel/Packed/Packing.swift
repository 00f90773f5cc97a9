/// Carries values to bytes and back. A type describes its fields once, in one order, and that description both writes and
/// reads, so that the two cannot disagree.
///
/// The form is for files of our own that are thrown away when they are old or damaged: no field has a name, and every length
/// is checked against what is there.
public struct Packing {
    private var written: [UInt8] = []
    @usableFromInline let source: UnsafeRawBufferPointer?
    private var offset = 0
    /// What `source` points at.
    private var whole: ArraySlice<UInt8> = []
    /// The texts that were carried by `shared`, in the order in which they first came.
    private var texts: [String] = []
    /// Their places, for writing.
    private var places: [String: Int] = [:]
    /// True once the bytes read cannot be those that were written; what was read is then worth nothing.
    public private(set) var isDamaged = false

    private init(reading source: UnsafeRawBufferPointer?) { self.source = source }

    /// Whether values come from bytes; else they go there.
    @inlinable public var isReading: Bool { source != nil }

    /// The bytes of what `describe` carries.
    public static func bytes(_ describe: (inout Packing) -> Void) -> [UInt8] {
        var packing = Packing(reading: nil)
        describe(&packing)
        return packing.written
    }

    /// Reads bytes with the description that wrote them; nil when they are damaged or hold more than that.
    public static func read<Value>(_ bytes: [UInt8], _ describe: (inout Packing) -> Value) -> Value? {
        read(bytes[...], describe)
    }

    /// The same of a part of some bytes.
    public static func read<Value>(_ bytes: ArraySlice<UInt8>, _ describe: (inout Packing) -> Value) -> Value? {
        bytes.withUnsafeBytes { buffer in
            var packing = Packing(reading: buffer)
            packing.whole = bytes
            let value = describe(&packing)
            return packing.isDamaged || packing.offset != buffer.count ? nil : value
        }
    }

    /// Leaves what follows unread.
    public mutating func skip() {
        if let source { offset = source.count }
    }

    /// A number, shorter the nearer it is to zero.
    public mutating func number(_ value: inout Int) {
        if isReading {
            let raw = unsigned()
            value = Int(bitPattern: raw >> 1) ^ -Int(bitPattern: raw & 1)
        } else {
            append(UInt(bitPattern: (value << 1) ^ (value >> (Int.bitWidth - 1))))
        }
    }

    /// True or false.
    public mutating func truth(_ value: inout Bool) {
        var number = value ? 1 : 0
        self.number(&number)
        value = number == 1
    }

    /// A text in UTF-8.
    public mutating func text(_ value: inout String) {
        guard let source else {
            value.withUTF8 { bytes in
                append(UInt(bytes.count))
                written.append(contentsOf: bytes)
            }
            return
        }
        let count = length(unsigned())
        value = String(decoding: UnsafeRawBufferPointer(rebasing: source[offset..<offset + count]), as: UTF8.self)
        offset += count
    }

    /// A text that comes again and again: it is carried once, and is one text in memory.
    public mutating func shared(_ value: inout String) {
        guard isReading else {
            let place = places[value]
            append(UInt(place.map { $0 + 1 } ?? 0))
            guard place == nil else { return }
            places[value] = places.count
            return text(&value)
        }
        let place = unsigned()
        if place == 0 {
            text(&value)
            texts.append(value)
        } else if place <= UInt(texts.count) {
            value = texts[Int(place) - 1]
        } else {
            fail()
        }
    }

    /// Bytes as they are.
    public mutating func bytes(_ value: inout [UInt8]) {
        guard let source else {
            append(UInt(value.count))
            written += value
            return
        }
        let count = length(unsigned())
        value = Array(source[offset..<offset + count])
        offset += count
    }

    /// Bytes as they are. Those that are read are not copied, and hold all that they were read from.
    public mutating func slice(_ value: inout ArraySlice<UInt8>) {
        guard isReading else {
            append(UInt(value.count))
            written += value
            return
        }
        let count = length(unsigned())
        let start = whole.startIndex + offset
        value = whole[start..<start + count]
        offset += count
    }

    /// Eight bytes as they are, for hashes.
    public mutating func word(_ value: inout UInt64) {
        guard let source else {
            withUnsafeBytes(of: value.littleEndian) { written.append(contentsOf: $0) }
            return
        }
        guard source.count - offset >= 8 else { return fail() }
        value = UInt64(littleEndian: source.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        offset += 8
    }

    /// A value that may be missing.
    ///
    /// - Parameter blank: what the description fills when there is one.
    @inlinable
    public mutating func optional<Value>(
        _ value: inout Value?, _ blank: @autoclosure () -> Value, _ carry: (inout Packing, inout Value) -> Void
    ) {
        var isThere = value != nil
        truth(&isThere)
        guard isThere else {
            value = nil
            return
        }
        var held = value ?? blank()
        carry(&self, &held)
        value = held
    }

    /// Values in their order. Inlined: where the type of the values is not known, each is copied in several steps.
    ///
    /// - Parameter blank: what the description fills for each.
    @inlinable
    public mutating func list<Value>(
        _ values: inout [Value], _ blank: @autoclosure () -> Value, _ carry: (inout Packing, inout Value) -> Void
    ) {
        guard isReading else {
            _ = count(values.count)
            for value in values {
                var value = value
                carry(&self, &value)
            }
            return
        }
        let count = count(0)
        values = []
        values.reserveCapacity(count)
        while values.count < count, !isDamaged {
            var value = blank()
            carry(&self, &value)
            values.append(value)
        }
    }

    /// Writes how many values follow, or reads it.
    @usableFromInline
    mutating func count(_ count: Int) -> Int {
        if isReading { return length(unsigned()) }
        append(UInt(count))
        return count
    }

    // MARK: Bytes

    private mutating func append(_ value: UInt) {
        var rest = value
        while rest >= 0x80 {
            written.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        written.append(UInt8(truncatingIfNeeded: rest))
    }

    private mutating func unsigned() -> UInt {
        var value: UInt = 0
        var shift: UInt = 0
        while let source, offset < source.count, shift < 64 {
            let byte = source[offset]
            offset += 1
            value |= UInt(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        fail()
        return 0
    }

    /// A count of bytes, or of values of at least one byte each, that what is left can hold.
    private mutating func length(_ value: UInt) -> Int {
        guard let source, value <= UInt(source.count - offset) else {
            fail()
            return 0
        }
        return Int(value)
    }

    /// Says that what was read of a part shows that the bytes are damaged.
    public mutating func damage() { fail() }

    @usableFromInline
    mutating func fail() {
        isDamaged = true
        if let source { offset = source.count }
    }
}

extension Packing {
    /// A text that may be missing.
    public mutating func text(_ value: inout String?) { optional(&value, "") { $0.text(&$1) } }
    /// A text that may be missing, and comes again and again.
    public mutating func shared(_ value: inout String?) { optional(&value, "") { $0.shared(&$1) } }
    /// A number that may be missing.
    public mutating func number(_ value: inout Int?) { optional(&value, 0) { $0.number(&$1) } }
    /// True, false, or not said.
    public mutating func truth(_ value: inout Bool?) { optional(&value, false) { $0.truth(&$1) } }
    /// Texts in their order.
    public mutating func texts(_ values: inout [String]) { list(&values, "") { $0.text(&$1) } }

    /// A rate as its bits, so that it comes back exactly.
    public mutating func rate(_ value: inout Double?) {
        optional(&value, 0) { packing, rate in
            var bits = rate.bitPattern
            packing.word(&bits)
            rate = Double(bitPattern: bits)
        }
    }

    /// A day, as one number.
    public mutating func date(_ value: inout CalendarDate?) {
        var number = value.map { ($0.year * 16 + $0.month) * 32 + $0.day } ?? 0
        self.number(&number)
        guard isReading else { return }
        value = number == 0 ? nil : CalendarDate(year: number / 512, month: number / 32 % 16, day: number % 32)
        if number != 0, value == nil { fail() }
    }

    /// A word of a closed vocabulary.
    @inlinable
    public mutating func word<Value: RawRepresentable<String>>(_ value: inout Value) {
        var text = value.rawValue
        self.text(&text)
        guard isReading else { return }
        if let known = Value(rawValue: text) { value = known } else { fail() }
    }
}
