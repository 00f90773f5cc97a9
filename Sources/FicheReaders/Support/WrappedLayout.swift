/// Tells whether a layout broke its lines at the edge of the page.
enum WrappedLayout {
    static func isWrapped(_ sections: Sections) -> Bool {
        isWrapped(sections.sections.flatMap(\.lines), wrapsHeadings: sections.wrapsHeadings)
    }

    static func isWrapped(_ lines: [PrintedLine], wrapsHeadings: Bool) -> Bool {
        let long = lines.filter { !$0.isTabbed && $0.bareAddress == nil && $0.text.unicodeScalars.count > 180 }.count
        let broken = Column.continuations(in: lines).filter { $0.line.text.unicodeScalars.count >= 40 }.count
        return broken > 0 ? broken >= 2 * long : long == 0 && wrapsHeadings
    }
}
