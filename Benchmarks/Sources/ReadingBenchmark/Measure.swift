import FicheReaders
import Foundation

/// What one reading of the base cost.
struct Measure {
    let threads: Int
    let bytes: Int
    let fiches: Int
    let diagnostics: Int
    let wall: Double
    /// Processor time of all threads, user and system, in seconds.
    let processor: Double

    /// Bytes by the processor time: waiting for other programs does not count.
    var perCore: Double { Double(bytes) / 1_000_000 / processor }

    var line: String {
        func tenths(_ value: Double) -> String {
            let rounded = Int((value * 10).rounded())
            return "\(rounded / 10).\(rounded % 10)"
        }
        return
            "\(threads) thread(s): \(tenths(perCore)) MB/s per core (\(tenths(processor)) s of processor),"
            + " \(tenths(Double(bytes) / 1_000_000 / wall)) MB/s by the clock (\(tenths(wall)) s),"
            + " \(Int(Double(fiches) / wall)) fiches/s (\(fiches) fiches, \(diagnostics) diagnostics)"
    }

    /// Reads all files as a build does, codes held against their lists; `plain` leaves the codes out.
    static func reading(_ files: [URL], threads: Int, plain: Bool) throws -> Measure {
        var (bytes, fiches, diagnostics) = (0, 0, 0)
        let catalogue = ReaderCatalogue()
        let (wall, processor) = (now(CLOCK_MONOTONIC), now(CLOCK_PROCESS_CPUTIME_ID))
        for file in files {
            let handle = try FileHandle(forReadingFrom: file)
            defer { try? handle.close() }
            bytes += ReadingBenchmark.size(file)
            var stream = FileStream(handle: handle)
            let name = file.lastPathComponent
            let flux =
                plain ? FluxStream(path: name, threads: threads) : catalogue.flux(path: name, threads: threads)
            flux.read(&stream) { part in
                fiches += part.fiches.count
                diagnostics += part.diagnostics.count
            }
        }
        return Measure(
            threads: threads, bytes: bytes, fiches: fiches, diagnostics: diagnostics,
            wall: now(CLOCK_MONOTONIC) - wall, processor: now(CLOCK_PROCESS_CPUTIME_ID) - processor)
    }

    private static func now(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// In bytes; the high-water mark that the kernel keeps.
    static func peakMemory() -> Int? {
        if let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
            let kilobytes = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap({
                Int($0)
            })
        {
            return kilobytes * 1024
        }
        var usage = rusage()
        #if canImport(Darwin)
            return getrusage(RUSAGE_SELF, &usage) == 0 ? usage.ru_maxrss : nil
        #else
            _ = usage
            return nil
        #endif
    }
}

/// A file block by block.
private struct FileStream: ByteStream {
    let handle: FileHandle

    mutating func next() throws(ByteFailure) -> [UInt8]? {
        let block = [UInt8](unsafeUninitializedCapacity: SourceStream.blockLength) { buffer, count in
            count = max(0, read(handle.fileDescriptor, buffer.baseAddress, buffer.count))
        }
        return block.isEmpty ? nil : block
    }
}
