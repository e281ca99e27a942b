/// A key that a section may hold: what `revops schema` prints and the tests hold documents against.
public struct FieldSpec: Hashable, Sendable {
  /// What stands under a key.
  public enum Shape: String, Hashable, Sendable {
    /// One value.
    case value
    /// A list of values.
    case list
    /// Values under names that the user chooses.
    case map
    /// Keys with values.
    case section
    /// A list of sections.
    case sections
    /// Sections under names that the user chooses.
    case namedSections
  }

  /// The key.
  public var key: String
  /// The kind of the value, or of each value: `rate`, `date`, `text`.
  public var kind: String
  /// What is wanted, with an example.
  public var wanted: String
  /// The words accepted, where they are a closed list.
  public var choices: [String]
  /// Whether the section cannot do without it.
  public var isRequired: Bool
  /// What holds where nothing is given.
  public var fallback: String?
  /// How many values stand under it.
  public var shape: Shape
  /// The keys of a section.
  public var fields: [FieldSpec] = []
  /// Whether one value may stand there too, in place of the section: a path, or a rate for all parts.
  public var isAlsoValue = false

  init(
    _ key: String, _ kind: String, wanted: String = "", choices: [String] = [], isRequired: Bool = false,
    fallback: String? = nil, holds shape: Shape = .value
  ) {
    self.key = key
    self.kind = kind
    self.wanted = wanted
    self.choices = choices
    self.isRequired = isRequired
    self.fallback = fallback
    self.shape = shape
  }

  /// Takes over what another look at the same key says more of: a getter tells more than that the key is let pass.
  mutating func learn(from other: FieldSpec) {
    let hasBoth = isAlsoValue || other.isAlsoValue || (shape == .value) != (other.shape == .value)
    if shape == .value, !other.fields.isEmpty || wanted.isEmpty { self = other }
    isAlsoValue = hasBoth && shape != .value
    for field in other.fields {
      if let index = fields.firstIndex(where: { $0.key == field.key }) {
        fields[index].learn(from: field)
      } else {
        fields.append(field)
      }
    }
  }

  /// The keys that a section may hold, found by reading an empty one.
  public static func known<Value>(by read: (inout Fields) -> Value) -> [FieldSpec] {
    var fields = Fields(nil, path: "", owner: nil, context: FieldContext(), isRecording: true)
    _ = read(&fields)
    return fields.known
  }

  /// A default as people read it.
  static func shown<Value>(_ value: Value) -> String {
    if let word = value as? any RawRepresentable, let text = word.rawValue as? String { return text }
    return "\(value)"
  }
}
