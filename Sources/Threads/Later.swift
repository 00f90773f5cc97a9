import Foundation

/// A value that a thread of its own makes while others go on.
public final class Later<Value: Sendable>: @unchecked Sendable {
    private let condition = NSCondition()
    private var made: Value?

    /// Begins to make it.
    public init(_ make: @escaping @Sendable () -> Value) {
        let thread = Thread { self.put(make()) }
        thread.stackSize = 16 << 20
        thread.start()
    }

    /// The value, once it is there.
    public var value: Value {
        condition.withLock {
            while true {
                if let made { return made }
                condition.wait()
            }
        }
    }

    private func put(_ value: Value) {
        condition.withLock {
            made = value
            condition.broadcast()
        }
    }
}
