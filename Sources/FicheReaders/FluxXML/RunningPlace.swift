import CLibXML2
import Diagnostics

/// A place in a text that only goes forward, so that an export on a single line is not counted anew for each fiche.
struct RunningPlace: Sendable {
    /// The position of the next byte, from 1; one column a scalar.
    private(set) var position = SourcePosition(line: 1, column: 1)
    private var endsWithReturn = false

    /// Goes on by these bytes.
    mutating func advance(over bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
        var line = position.line
        var lineStart: Int?
        if endsWithReturn, bytes[0] == 0x0A { lineStart = 1 }
        let hasReturns = pxml_find(base, bytes.count, 0x0D) >= 0
        if hasReturns {
            for index in 0..<bytes.count {
                let byte = bytes[index]
                let isEnd =
                    byte == 0x0D || (byte == 0x0A && index > 0 && bytes[index - 1] != 0x0D)
                    || (byte == 0x0A && index == 0 && !endsWithReturn)
                if isEnd { line += 1 }
                if byte == 0x0A || byte == 0x0D { lineStart = index + 1 }
            }
        } else {
            var index = lineStart ?? 0
            while case let found = pxml_find(base + index, bytes.count - index, 0x0A), found >= 0 {
                line += 1
                index += found + 1
                lineStart = index
            }
        }
        var column = lineStart == nil ? position.column : 1
        for index in (lineStart ?? 0)..<bytes.count { column += bytes[index] & 0xC0 == 0x80 ? 0 : 1 }
        position = SourcePosition(line: line, column: column)
        endsWithReturn = bytes[bytes.count - 1] == 0x0D
    }
}
