import Checked
import FicheReaders

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    CheckedReading.fuzz(start, count, with: [FicheActuelleReader(), AncienneFicheReader()], path: "entree.html")
    return 0
}
