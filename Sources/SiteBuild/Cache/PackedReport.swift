import Diagnostics
import FicheModel
import FileStore

extension BuildReport {
    /// Its fields, for `Packing`.
    mutating func carry(_ packing: inout Packing) {
        packing.word(&outcome)
        packing.diagnostics(&diagnostics)
        packing.date(&date)
        packing.optional(&dateOrigin, .today) { $0.word(&$1) }
        packing.number(&documents)
        packing.number(&fiches)
        packing.texts(&outputs)
        packing.number(&pages)
        packing.number(&made)
        files.carry(&packing)
    }
}

extension Staging.Count {
    fileprivate mutating func carry(_ packing: inout Packing) {
        packing.number(&written)
        packing.number(&unchanged)
        packing.number(&removed)
        packing.number(&bytes)
    }
}
