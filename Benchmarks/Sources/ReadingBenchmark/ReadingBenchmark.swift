import BenchmarkSupport
import FicheReaders
import Foundation

@main
enum ReadingBenchmark {
    static func main() throws {
        let arguments: Arguments
        do {
            arguments = try Arguments(Array(CommandLine.arguments.dropFirst()))
        } catch {
            FileHandle.standardError.write(Data("\(error)\n\(Arguments.usage)\n".utf8))
            exit(64)
        }
        var files = arguments.files
        var temporary: URL?
        if files.isEmpty {
            let folder = try arguments.keep ?? makeTemporaryFolder(&temporary)
            files = try generate(arguments, into: folder)
        }
        defer { if let temporary { try? FileManager.default.removeItem(at: temporary) } }
        if arguments.generateOnly { return }
        let machine = ProcessInfo.processInfo.activeProcessorCount
        let counts = arguments.threads.map { [$0] } ?? (machine > 1 ? [1, machine] : [1])
        print("base: \(megabytes(files.reduce(0) { $0 + size($1) })) MB in \(files.count) file(s)")
        for threads in counts {
            let measures = try (0..<arguments.rounds).map { _ in
                try Measure.reading(files, threads: threads, plain: arguments.plain)
            }
            // The median: the best one is luck, the mean has the bad luck of all.
            print(measures.sorted { $0.perCore < $1.perCore }[measures.count / 2].line)
        }
        print("peak memory (VmHWM): \(PeakMemory.bytes().map { "\(megabytes($0)) MB" } ?? "unknown")")
    }

    private static func makeTemporaryFolder(_ made: inout URL?) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "parchemin-base-\(UUID().uuidString)")
        made = folder
        return folder
    }

    private static func generate(_ arguments: Arguments, into folder: URL) throws -> [URL] {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if let generator = arguments.generator {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = ["python3", generator, "--fiches", "\(arguments.fiches)", "--output", folder.path]
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            guard process.terminationStatus == 0 else { throw Arguments.Problem("the generator failed") }
        } else {
            let bytes = FlowGenerator.flow(fiches: arguments.fiches)
            try Data(bytes).write(to: folder.appendingPathComponent("export_fiches_RNCP_V4_1.xml"))
        }
        return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "xml" }.sorted { $0.path < $1.path }
    }

    static func size(_ file: URL) -> Int {
        ((try? FileManager.default.attributesOfItem(atPath: file.path))?[.size] as? Int) ?? 0
    }

    static func megabytes(_ bytes: Int) -> String {
        let tenths = (bytes + 50_000) / 100_000
        return "\(tenths / 10).\(tenths % 10)"
    }
}
