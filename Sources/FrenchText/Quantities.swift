extension Typography {
    /// A number with one decimal, given in tenths: 123 gives "12,3"; by whole numbers, the same on every machine.
    public static func tenths(_ tenths: Int) -> String {
        "\(grouped(tenths / 10)),\(tenths.magnitude % 10)"
    }

    /// A size in octets, ko, Mo or Go (powers of ten): 1 234 567 gives "1,2 Mo" (no-break space).
    public static func size(_ bytes: Int) -> String {
        let units = [(1_000_000_000, "Go"), (1_000_000, "Mo"), (1000, "ko")]
        for (unit, name) in units where bytes >= unit {
            return "\(tenths((bytes * 10 + unit / 2) / unit))\u{A0}\(name)"
        }
        return "\(bytes)\u{A0}\(bytes >= 2 ? "octets" : "octet")"
    }

    /// A length of time, given in nanoseconds: "47,1 s" from a second on, else "12,3 ms", else "45,6 µs" (no-break space).
    public static func duration(_ nanoseconds: Int) -> String {
        let units = [(1_000_000_000, "s"), (1_000_000, "ms")]
        for (unit, name) in units where nanoseconds >= unit {
            return "\(tenths((nanoseconds * 10 + unit / 2) / unit))\u{A0}\(name)"
        }
        return "\(tenths((nanoseconds * 10 + 500) / 1000))\u{A0}µs"
    }
}
