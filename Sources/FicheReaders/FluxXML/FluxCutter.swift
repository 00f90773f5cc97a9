import Diagnostics

/// A fiche cut out of a flow, with what stands before it.
struct FluxPart: Sendable {
    /// What stands between the part before and this one.
    var gap: [UInt8] = []
    var gapPosition = SourcePosition(line: 1, column: 1)
    /// The fiche; empty at the end of the flow, and where only a gap was cut.
    var piece: [UInt8] = []
    var position = SourcePosition(line: 1, column: 1)
    /// Where the fiche begins in the flow, in bytes.
    var offset = 0
    /// What keeps the fiche from being read; an offset in it counts from its beginning.
    var flaw: FluxSplitter.Flaw?
    /// True when nothing follows.
    var isFoot = false
}

/// Cuts a flow that comes in blocks into its fiches, holding little more than one of them.
struct FluxCutter {
    /// How many bytes are held in search of the end of one fiche; beyond, what is open is given up.
    let limit: Int
    private var held: [UInt8] = []
    private var start = 0
    /// How many bytes of the flow lie before what is held.
    private var passed = 0
    private var isEnded = false
    /// What is held is taken for all that comes, because something opened in it and did not close within `limit`.
    private var isForced = false
    private var splitter = FluxSplitter()
    private var place = RunningPlace()

    init(limit: Int = XMLOutline.Limit.length) { self.limit = limit }

    /// The next part; nil behind the foot.
    mutating func next(from stream: inout some ByteStream) throws(ByteFailure) -> FluxPart? {
        while true {
            if isEnded, start > held.count { return nil }
            let isLast = isEnded || isForced
            let step = held.withUnsafeBufferPointer { splitter.next(in: $0, from: start, isLast: isLast) }
            switch step {
            case .fiche(let range): return part(range, nil)
            case .unfinished(let range, let flaw):
                guard isForced, !isEnded, range.upperBound == held.count else { return part(range, flaw) }
                if range.lowerBound == start || held.count - range.lowerBound >= limit {
                    endForce()
                    return part(range, .tooLong)
                }
                // The last fiche of what is held may only be cut by its edge.
                endForce()
                let gap = part(range.lowerBound..<range.lowerBound, nil)
                try readMore(from: &stream)
                if !gap.gap.isEmpty { return gap }
            case .end(let end):
                if isEnded {
                    var foot = part(held.count..<held.count, nil)
                    foot.isFoot = true
                    start = held.count + 1
                    return foot
                }
                // A tag may be cut by the edge.
                endForce()
                let gap = max(end, held.count - 16)
                let part = part(gap..<gap, nil)
                try readMore(from: &stream)
                return part
            case .needsMore:
                if held.count - start >= limit {
                    isForced = true
                } else {
                    try readMore(from: &stream)
                }
            }
        }
    }

    private mutating func endForce() {
        isForced = false
        splitter = FluxSplitter()
    }

    /// Cuts what is held: the gap before a range, and the range.
    private mutating func part(_ range: Range<Int>, _ flaw: FluxSplitter.Flaw?) -> FluxPart {
        var part = FluxPart(gap: Array(held[start..<range.lowerBound]), gapPosition: place.position)
        part.gap.withUnsafeBufferPointer { place.advance(over: $0) }
        part.position = place.position
        part.offset = passed + range.lowerBound
        part.piece = Array(held[range])
        part.piece.withUnsafeBufferPointer { place.advance(over: $0) }
        if case .unclosed(let offset) = flaw {
            part.flaw = .unclosed(max(0, offset - range.lowerBound))
        } else {
            part.flaw = flaw
        }
        start = range.upperBound
        return part
    }

    private mutating func readMore(from stream: inout some ByteStream) throws(ByteFailure) {
        guard let block = try stream.next() else {
            isEnded = true
            return
        }
        held.removeFirst(start)
        passed += start
        start = 0
        held += block
    }
}
