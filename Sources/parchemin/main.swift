#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
import ParcheminCommand

// An interrupted build leaves the last site; what it staged is cleaned by the next one.
signal(SIGINT) { _ in _exit(ExitStatus.interrupted.rawValue) }
let status = await ParcheminProgram.run(Array(CommandLine.arguments.dropFirst()))
exit(status.rawValue)
