import Diagnostics

/// A value of a settings file with its place. Scalars are text: what they mean is for whoever reads them.
public struct SettingNode: Sendable {
    /// What stands there.
    public enum Value: Sendable {
        case scalar(String)
        case list([SettingNode])
        case mapping([Entry])
    }

    /// A key with its value.
    public struct Entry: Sendable {
        public let key: String
        public let keyPosition: SourcePosition
        public let value: SettingNode
    }

    public let value: Value
    public let position: SourcePosition

    /// The text of a scalar; nil for a list or a mapping, and for an empty value.
    public var text: String? {
        guard case .scalar(let text) = value, !text.isEmpty, text != "~", text != "null" else { return nil }
        return text
    }

    /// The elements of a list; a lone scalar counts as a list of one.
    public var elements: [SettingNode] {
        switch value {
        case .list(let elements): elements
        case .scalar: text == nil ? [] : [self]
        case .mapping: []
        }
    }

    /// The entries of a mapping.
    public var entries: [Entry] {
        guard case .mapping(let entries) = value else { return [] }
        return entries
    }

    /// The value of a key of a mapping.
    public subscript(key: String) -> SettingNode? { entries.first { $0.key == key }?.value }
}
