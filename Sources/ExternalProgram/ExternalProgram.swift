#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Another program of the machine, run without a shell: bytes in, bytes out, within a time and a size.
public struct ExternalProgram: Sendable {
    /// Why a run gave nothing.
    public enum Failure: Error, Equatable, Sendable {
        /// No program of that name is on the path.
        case missing
        /// It was stopped because it took longer than it may.
        case tooSlow
        /// It was stopped because it wrote more than it may.
        case tooMuchOutput
        /// The system did not start it, with its error number.
        case notStarted(Int32)
    }

    /// What a run gave.
    public struct Outcome: Equatable, Sendable {
        /// What it wrote on its standard output.
        public var output: [UInt8]
        /// The beginning of what it wrote on its standard error.
        public var remarks: [UInt8]
        /// The status with which it ended; 128 and more when a signal ended it.
        public var status: Int32
    }

    /// A name that is looked for on the path, or a path.
    public var name: String
    /// Seconds after which it is stopped.
    public var seconds: Int
    /// Bytes of output after which it is stopped.
    public var limit: Int
    /// What it finds in its environment beside the path and the locale.
    public var environment: [String: String]

    public init(_ name: String, seconds: Int = 60, limit: Int = 256 << 20, environment: [String: String] = [:]) {
        self.name = name
        self.seconds = seconds
        self.limit = limit
        self.environment = environment
    }

    /// Runs the program to its end, `input` on its standard input, in the language of no country.
    public func run(_ arguments: [String], input: [UInt8]) throws(Failure) -> Outcome {
        let channels = try ProgramChannels()
        let process = try ProgramStart.spawn(name, arguments, environment, channels)
        channels.closeChildEnds()
        let deadline = ProgramClock.now + Int64(seconds) * 1_000_000_000
        do throws(Failure) {
            let (output, remarks) = try exchange(input, channels, until: deadline)
            channels.closeAll()
            return Outcome(output: output, remarks: remarks, status: try status(of: process, until: deadline))
        } catch {
            channels.closeAll()
            kill(process, SIGKILL)
            var status: Int32 = 0
            while waitpid(process, &status, 0) < 0, errno == EINTR {}
            throw error
        }
    }

    /// Feeds and empties the program until it has closed both its outputs.
    private func exchange(
        _ input: [UInt8], _ channels: ProgramChannels, until deadline: Int64
    ) throws(Failure) -> (output: [UInt8], remarks: [UInt8]) {
        var output: [UInt8] = []
        var remarks: [UInt8] = []
        var sent = 0
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        if input.isEmpty { channels.closeInput() }
        while channels.output.isOpen || channels.remarks.isOpen {
            let left = deadline - ProgramClock.now
            guard left > 0 else { throw .tooSlow }
            // A negative descriptor is passed over by poll.
            var polled = [
                pollfd(fd: channels.input.parent, events: Int16(POLLOUT), revents: 0),
                pollfd(fd: channels.output.parent, events: Int16(POLLIN), revents: 0),
                pollfd(fd: channels.remarks.parent, events: Int16(POLLIN), revents: 0),
            ]
            let ready = poll(&polled, 3, Int32(min(left / 1_000_000 + 1, 1000)))
            guard ready >= 0 || errno == EINTR else { throw .notStarted(errno) }
            if ready <= 0 { continue }
            if polled[0].revents != 0 {
                let count = channels.send(input[sent...])
                sent += max(0, count)
                // A program that ends before it has read all has said why on its standard error.
                if sent == input.count || (count < 0 && errno != EAGAIN && errno != EINTR) { channels.closeInput() }
            }
            if polled[1].revents != 0 { channels.output.empty(into: &output, by: &chunk, limit: .max) }
            if polled[2].revents != 0 { channels.remarks.empty(into: &remarks, by: &chunk, limit: 1 << 16) }
            guard output.count <= limit else { throw .tooMuchOutput }
        }
        return (output, remarks)
    }

    private func status(of process: pid_t, until deadline: Int64) throws(Failure) -> Int32 {
        var status: Int32 = 0
        while true {
            let ended = waitpid(process, &status, WNOHANG)
            if ended == process { break }
            guard ended == 0 || errno == EINTR else { throw .notStarted(errno) }
            guard ProgramClock.now < deadline else { throw .tooSlow }
            usleep(2000)
        }
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }
}

/// Time that only goes forward, in nanoseconds.
enum ProgramClock {
    static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
