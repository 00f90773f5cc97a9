#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The three streams of a program, ours and its ends. Every end is closed once.
final class ProgramChannels {
    /// One stream: the end that we keep and the end that the program gets; -1 when closed.
    final class Channel {
        fileprivate(set) var parent: Int32
        fileprivate(set) var child: Int32

        fileprivate init(parent: Int32, child: Int32) { (self.parent, self.child) = (parent, child) }

        var isOpen: Bool { parent >= 0 }

        /// Reads what is there; closes our end when the program has closed its own. Bytes over `limit` are passed over.
        func empty(into bytes: inout [UInt8], by chunk: inout [UInt8], limit: Int) {
            let count = chunk.withUnsafeMutableBytes { read(parent, $0.baseAddress, $0.count) }
            if count > 0 {
                bytes += chunk[0..<min(count, max(0, limit - bytes.count))]
            } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
                closeParent()
            }
        }

        fileprivate func closeParent() {
            if parent >= 0 { close(parent) }
            parent = -1
        }

        fileprivate func closeChild() {
            if child >= 0 { close(child) }
            child = -1
        }
    }

    let input: Channel
    let output: Channel
    let remarks: Channel

    init() throws(ExternalProgram.Failure) {
        // Sockets and no pipes: writing to a program that has ended must not end this one with SIGPIPE, and no other
        // program that is started meanwhile gets an end of them.
        let toProgram = try Self.sockets()
        input = Channel(parent: toProgram[0], child: toProgram[1])
        do throws(ExternalProgram.Failure) {
            let first = try Self.sockets()
            output = Channel(parent: first[0], child: first[1])
        } catch {
            input.closeParent()
            input.closeChild()
            throw error
        }
        do throws(ExternalProgram.Failure) {
            let second = try Self.sockets()
            remarks = Channel(parent: second[0], child: second[1])
        } catch {
            for channel in [input, output] {
                channel.closeParent()
                channel.closeChild()
            }
            throw error
        }
    }

    func closeChildEnds() { for channel in [input, output, remarks] { channel.closeChild() } }
    func closeInput() { input.closeParent() }

    func closeAll() {
        closeChildEnds()
        for channel in [input, output, remarks] { channel.closeParent() }
    }

    /// How many bytes the program took; negative with `errno` when none.
    func send(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.withUnsafeBytes { buffer in
            #if canImport(Glibc)
                Glibc.send(input.parent, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
            #else
                Darwin.send(input.parent, buffer.baseAddress, buffer.count, MSG_DONTWAIT)
            #endif
        }
    }

    private static func sockets() throws(ExternalProgram.Failure) -> [Int32] {
        var ends: [Int32] = [-1, -1]
        #if canImport(Glibc)
            let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        #else
            let type = SOCK_STREAM
        #endif
        guard socketpair(AF_UNIX, type, 0, &ends) == 0 else { throw .notStarted(errno) }
        #if !canImport(Glibc)
            var yes: Int32 = 1
            setsockopt(ends[0], SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
        #endif
        return ends
    }
}
