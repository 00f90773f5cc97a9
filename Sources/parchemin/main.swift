#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
import ParcheminCommand

let status = await ParcheminProgram.run(Array(CommandLine.arguments.dropFirst()))
exit(status.rawValue)
