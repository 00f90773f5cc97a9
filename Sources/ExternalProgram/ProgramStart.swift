#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Starts a program with its three streams and nothing else of ours.
enum ProgramStart {
    static func spawn(
        _ name: String, _ arguments: [String], _ environment: [String: String], _ channels: ProgramChannels
    ) throws(ExternalProgram.Failure) -> pid_t {
        #if canImport(Glibc)
            var actions = posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
        #else
            var actions: posix_spawn_file_actions_t?
            var attributes: posix_spawnattr_t?
        #endif
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        #if !canImport(Glibc)
            posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_CLOEXEC_DEFAULT))
        #endif
        posix_spawn_file_actions_adddup2(&actions, channels.input.child, 0)
        posix_spawn_file_actions_adddup2(&actions, channels.output.child, 1)
        posix_spawn_file_actions_adddup2(&actions, channels.remarks.child, 2)
        // Messages in the C locale are the same on every machine.
        let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
        var process: pid_t = 0
        let code = withCStrings([name] + arguments) { argv in
            withCStrings(["LC_ALL=C", "PATH=" + path] + environment.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }) {
                environment in
                posix_spawnp(&process, name, &actions, &attributes, argv, environment)
            }
        }
        guard code == 0 else {
            channels.closeAll()
            throw code == ENOENT || code == EACCES || code == ENOTDIR ? .missing : .notStarted(code)
        }
        return process
    }

    private static func withCStrings<Result>(
        _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
    ) -> Result {
        var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
        defer { for pointer in pointers { free(pointer) } }
        pointers.append(nil)
        return body(pointers)
    }
}
