import BenchmarkSupport
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
        let (wall, processor) = (Clock.wall(), Clock.processor())
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
            wall: Clock.wall() - wall, processor: Clock.processor() - processor)
    }
}
