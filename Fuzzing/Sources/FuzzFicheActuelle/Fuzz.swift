import Checked
import FicheReaders
import FuzzerDriver

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    CheckedReading.fuzz(start, count, with: [FicheActuelleReader()], path: "entree.txt")
    return 0
}

/// The entry point that the package manager expects of a program: libFuzzer's own `main` is not linked.
@_cdecl("FuzzFicheActuelle_main")
public func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    runFuzzer(count, arguments) { start, count in start.map { fuzz($0, count) } ?? 0 }
}
