#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
import ParcheminCommand

// An interrupted build leaves the last site; what it staged is cleaned by the next one.
signal(SIGINT) { _ in _exit(ExitStatus.interrupted.rawValue) }
let status = await ParcheminProgram.run(Array(CommandLine.arguments.dropFirst()))

// Threads may still be at work when the answer is known, such as those that read what a refused build will not publish:
// `exit` would take apart the libraries that they stand in.
fflush(nil)
_exit(status.rawValue)
