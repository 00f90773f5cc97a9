import Foundation

/// The program as it was built beside the tests, for what only a process of its own can show: environment, folder,
/// exit code.
public enum Executable {
    /// Nil when it was not built with the tests.
    public static var path: String? {
        let folder =
            Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundlePath ?? CommandLine.arguments[0]
        let candidate = (folder as NSString).deletingLastPathComponent + "/parchemin"
        return FileManager.default.isExecutableFile(atPath: candidate) ? candidate : nil
    }

    public struct Result: Sendable {
        public let code: Int32
        public let output: Data
        public let remarks: Data
    }

    /// Runs the program at `path` to its end.
    public static func run(
        _ path: String, _ arguments: [String], environment: [String: String] = [:], folder: String? = nil
    ) throws -> Result {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        let output = Pipe()
        let remarks = Pipe()
        process.standardOutput = output
        process.standardError = remarks
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let reader = Reader(remarks.fileHandleForReading)
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Result(code: process.terminationStatus, output: bytes, remarks: reader.wait())
    }

    /// Writes a shell script that can be run.
    ///
    /// A process of its own writes it: a test that starts a program at the same moment would hand a file that is open for
    /// writing here down to it, and the system runs no file that somebody has open for writing.
    public static func writeScript(_ text: String, at path: String) throws {
        let written = try run(
            "/bin/sh", ["-c", "printf '#!/bin/sh\\n%s\\n' \"$1\" >\"$2\" && chmod 755 \"$2\"", "sh", text, path])
        guard written.code == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    /// Empties a pipe on a thread of its own, so that neither pipe fills up while the other is read.
    private final class Reader: @unchecked Sendable {
        private let done = DispatchSemaphore(value: 0)
        private var data = Data()

        init(_ handle: FileHandle) {
            Thread.detachNewThread {
                self.data = handle.readDataToEndOfFile()
                self.done.signal()
            }
        }

        func wait() -> Data {
            done.wait()
            return data
        }
    }
}
