/// Turns a result into the tree that JSON output, checks and comparisons read.
///
/// Members keep their declaration order, and property names become keys by ``snakeCase(_:)``. Every property
/// has a member: an empty optional is null. An absent `Figure` is null and its reason is kept by path. The
/// keys of a dictionary are data: they stay as they are and are sorted, since a dictionary has no order.
public struct ResultEncoder {
  /// A result with the reasons for what it lacks.
  public struct Encoded: Hashable, Sendable {
    /// The result.
    public var value: JSONValue
    /// The reason for each null figure, by path: `rows[3].velocity`.
    public var absent: [JSONValue.Member]

    /// Nothing, where nobody asks for it.
    static let none = Encoded(value: .null, absent: [])
  }

  /// Encodes any value; what cannot be written becomes null with the reason.
  public static func encode(_ value: some Encodable) -> Encoded {
    let journal = EncodingJournal()
    let root = ValueEncoder(parent: nil, step: .root, journal: journal)
    let encoded = root.encoded(value, at: .root)
    return Encoded(value: encoded, absent: journal.absent)
  }

  /// The key of a property: `winRate` is `win_rate`, `newARR` is `new_arr`, `q1Target` is `q1_target`.
  ///
  /// A capital starts a word after a small letter or a digit, and before a small letter at the end of a run of
  /// capitals (`URLPath` is `url_path`). A digit never starts one.
  static func snakeCase(_ name: String) -> String {
    let bytes = Array(name.utf8)
    var key: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      guard isCapital(byte) else {
        key.append(byte)
        continue
      }
      if index > 0, bytes[index - 1] != 0x5F {
        let endsRun = index + 1 < bytes.count && isSmall(bytes[index + 1])
        if !isCapital(bytes[index - 1]) || endsRun { key.append(0x5F) }
      }
      key.append(byte | 0x20)
    }
    return String(decoding: key, as: UTF8.self)
  }

  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  private static func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
}

/// What one encoding collects; a class since all encoders of a result write into it.
private final class EncodingJournal {
  var absent: [JSONValue.Member] = []
  private var keys: [String: String] = [:]

  func key(for name: String) -> String {
    if let key = keys[name] { return key }
    let key = ResultEncoder.snakeCase(name)
    keys[name] = key
    return key
  }
}

/// How a value is reached from the one that holds it.
private enum Step {
  case root
  case key(String)
  case item(Int)
}

/// The encoder of one object, list or scalar; a class because `Encoder` hands out containers that share it.
private final class ValueEncoder: Encoder {
  /// A finished value, or one whose container is still open.
  enum Part {
    case done(JSONValue)
    case open(ValueEncoder)
  }

  enum Shape { case none, scalar, list, object }

  /// Deeper nesting than any result of ours; stops a type that holds itself without end.
  static let depthLimit = 200

  let parent: ValueEncoder?
  let step: Step
  let journal: EncodingJournal
  let depth: Int
  var shape = Shape.none
  var scalar = JSONValue.null
  var items: [Part] = []
  var members: [(key: String, part: Part)] = []
  /// Whether the keys are data of a dictionary rather than names of properties.
  var hasDataKeys = false

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  init(parent: ValueEncoder?, step: Step, journal: EncodingJournal) {
    self.parent = parent
    self.step = step
    self.journal = journal
    depth = (parent?.depth ?? 0) + 1
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    shape = .object
    return KeyedEncodingContainer(KeyedValues<Key>(encoder: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    shape = .list
    return ListedValues(encoder: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    shape = .scalar
    return ScalarValue(encoder: self)
  }

  func key(_ key: some CodingKey) -> String {
    hasDataKeys ? key.stringValue : journal.key(for: key.stringValue)
  }

  /// The value as JSON knows it, noting why where it is null.
  func encoded<T: Encodable>(_ value: T, at step: Step) -> JSONValue {
    if T.self == Figure.self, let figure = value as? Figure {
      switch figure {
      case .value(let number): return encoded(number: number, at: step)
      case .absent(let reason): return null(because: reason, at: step)
      }
    }
    guard depth < Self.depthLimit else {
      return null(because: "is nested too deeply to be written", at: step)
    }
    let child = ValueEncoder(parent: self, step: step, journal: journal)
    child.hasDataKeys = value is any HashOrdered
    do {
      try value.encode(to: child)
      return child.finished()
    } catch {
      return null(because: "cannot be written", at: step)
    }
  }

  func encoded(number: Double, at step: Step) -> JSONValue {
    number.isFinite ? .number(number) : null(because: "is not a finite number", at: step)
  }

  func encoded(integer: some BinaryInteger) -> JSONValue {
    Int(exactly: integer).map(JSONValue.integer) ?? .number(Double(integer))
  }

  /// Closes what is still open and gives the whole value.
  func finished() -> JSONValue {
    defer {
      items = []
      members = []
    }
    switch shape {
    case .none: return .object([])
    case .scalar: return scalar
    case .list: return .array(items.map(Self.finished))
    case .object:
      let all = members.map { JSONValue.Member($0.key, Self.finished($0.part)) }
      return .object(hasDataKeys ? all.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) } : all)
    }
  }

  private static func finished(_ part: Part) -> JSONValue {
    switch part {
    case .done(let value): value
    case .open(let encoder): encoder.finished()
    }
  }

  private func null(because reason: String, at step: Step) -> JSONValue {
    journal.absent.append(JSONValue.Member(path(to: step), .string(reason)))
    return .null
  }

  private func path(to last: Step) -> String {
    var steps = [last]
    var encoder: ValueEncoder? = self
    while let current = encoder {
      steps.append(current.step)
      encoder = current.parent
    }
    var path = ""
    for step in steps.reversed() {
      switch step {
      case .root: break
      case .item(let index): path += "[\(index)]"
      case .key(let key) where Self.isPlain(key): path += path.isEmpty ? key : ".\(key)"
      case .key(let key): path += "[\(JSONText.quoted(key))]"
      }
    }
    return path.isEmpty ? "result" : path
  }

  /// Whether a key can stand in a path as it is.
  private static func isPlain(_ key: String) -> Bool {
    !key.isEmpty
      && key.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
  }
}

/// A collection whose own order is that of its hashes.
private protocol HashOrdered {}
extension Dictionary: HashOrdered {}

private struct KeyedValues<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoder: ValueEncoder
  var codingPath: [any CodingKey] { [] }

  private func set(_ value: JSONValue, _ key: Key) {
    encoder.members.append((encoder.key(key), .done(value)))
  }

  private func open(_ name: String) -> ValueEncoder {
    let child = ValueEncoder(parent: encoder, step: .key(name), journal: encoder.journal)
    encoder.members.append((name, .open(child)))
    return child
  }

  private func setOptional(_ value: (some Encodable)?, _ key: Key) {
    if let value { encode(value, forKey: key) } else { set(.null, key) }
  }

  func encodeNil(forKey key: Key) { set(.null, key) }
  func encode(_ value: Bool, forKey key: Key) { set(.bool(value), key) }
  func encode(_ value: String, forKey key: Key) { set(.string(value), key) }
  func encode(_ value: Double, forKey key: Key) {
    set(encoder.encoded(number: value, at: .key(encoder.key(key))), key)
  }
  func encode(_ value: Float, forKey key: Key) { encode(Double(value), forKey: key) }
  func encode(_ value: Int, forKey key: Key) { set(.integer(value), key) }
  func encode(_ value: Int8, forKey key: Key) { set(encoder.encoded(integer: value), key) }
  func encode(_ value: Int16, forKey key: Key) { set(encoder.encoded(integer: value), key) }
  func encode(_ value: Int32, forKey key: Key) { set(encoder.encoded(integer: value), key) }
  func encode(_ value: Int64, forKey key: Key) { set(encoder.encoded(integer: value), key) }
  func encode(_ value: Int128, forKey key: Key) { set(encoder.encoded(integer: value), key) }
  func encode(_ value: UInt, forKey key: Key) { set(encoder.encoded(integer: value), key) }
  func encode(_ value: UInt8, forKey key: Key) { set(encoder.encoded(integer: value), key) }
  func encode(_ value: UInt16, forKey key: Key) { set(encoder.encoded(integer: value), key) }
  func encode(_ value: UInt32, forKey key: Key) { set(encoder.encoded(integer: value), key) }
  func encode(_ value: UInt64, forKey key: Key) { set(encoder.encoded(integer: value), key) }
  func encode(_ value: UInt128, forKey key: Key) { set(encoder.encoded(integer: value), key) }
  func encode<T: Encodable>(_ value: T, forKey key: Key) {
    set(encoder.encoded(value, at: .key(encoder.key(key))), key)
  }

  // The defaults leave an empty optional out; a member that is always there can be asked for.
  func encodeIfPresent(_ value: Bool?, forKey key: Key) { setOptional(value, key) }
  func encodeIfPresent(_ value: String?, forKey key: Key) { setOptional(value, key) }
  func encodeIfPresent(_ value: Double?, forKey key: Key) { setOptional(value, key) }
  func encodeIfPresent(_ value: Float?, forKey key: Key) { setOptional(value, key) }
  func encodeIfPresent(_ value: Int?, forKey key: Key) { setOptional(value, key) }
  func encodeIfPresent(_ value: Int8?, forKey key: Key) { setOptional(value, key) }
  func encodeIfPresent(_ value: Int16?, forKey key: Key) { setOptional(value, key) }
  func encodeIfPresent(_ value: Int32?, forKey key: Key) { setOptional(value, key) }
  func encodeIfPresent(_ value: Int64?, forKey key: Key) { setOptional(value, key) }
  func encodeIfPresent(_ value: UInt?, forKey key: Key) { setOptional(value, key) }
  func encodeIfPresent(_ value: UInt8?, forKey key: Key) { setOptional(value, key) }
  func encodeIfPresent(_ value: UInt16?, forKey key: Key) { setOptional(value, key) }
  func encodeIfPresent(_ value: UInt32?, forKey key: Key) { setOptional(value, key) }
  func encodeIfPresent(_ value: UInt64?, forKey key: Key) { setOptional(value, key) }
  func encodeIfPresent<T: Encodable>(_ value: T?, forKey key: Key) { setOptional(value, key) }

  func nestedContainer<Nested: CodingKey>(
    keyedBy keyType: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    open(encoder.key(key)).container(keyedBy: keyType)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    open(encoder.key(key)).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { open("super") }
  func superEncoder(forKey key: Key) -> any Encoder { open(encoder.key(key)) }
}

private struct ListedValues: UnkeyedEncodingContainer {
  let encoder: ValueEncoder
  var codingPath: [any CodingKey] { [] }
  var count: Int { encoder.items.count }
  private var next: Step { .item(encoder.items.count) }

  private func add(_ value: JSONValue) { encoder.items.append(.done(value)) }

  private func open() -> ValueEncoder {
    let child = ValueEncoder(parent: encoder, step: next, journal: encoder.journal)
    encoder.items.append(.open(child))
    return child
  }

  func encodeNil() { add(.null) }
  func encode(_ value: Bool) { add(.bool(value)) }
  func encode(_ value: String) { add(.string(value)) }
  func encode(_ value: Double) { add(encoder.encoded(number: value, at: next)) }
  func encode(_ value: Float) { encode(Double(value)) }
  func encode(_ value: Int) { add(.integer(value)) }
  func encode(_ value: Int8) { add(encoder.encoded(integer: value)) }
  func encode(_ value: Int16) { add(encoder.encoded(integer: value)) }
  func encode(_ value: Int32) { add(encoder.encoded(integer: value)) }
  func encode(_ value: Int64) { add(encoder.encoded(integer: value)) }
  func encode(_ value: Int128) { add(encoder.encoded(integer: value)) }
  func encode(_ value: UInt) { add(encoder.encoded(integer: value)) }
  func encode(_ value: UInt8) { add(encoder.encoded(integer: value)) }
  func encode(_ value: UInt16) { add(encoder.encoded(integer: value)) }
  func encode(_ value: UInt32) { add(encoder.encoded(integer: value)) }
  func encode(_ value: UInt64) { add(encoder.encoded(integer: value)) }
  func encode(_ value: UInt128) { add(encoder.encoded(integer: value)) }
  func encode<T: Encodable>(_ value: T) { add(encoder.encoded(value, at: next)) }

  func nestedContainer<Nested: CodingKey>(keyedBy keyType: Nested.Type) -> KeyedEncodingContainer<Nested> {
    open().container(keyedBy: keyType)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { open().unkeyedContainer() }
  func superEncoder() -> any Encoder { open() }
}

private struct ScalarValue: SingleValueEncodingContainer {
  let encoder: ValueEncoder
  var codingPath: [any CodingKey] { [] }

  func encodeNil() { encoder.scalar = .null }
  func encode(_ value: Bool) { encoder.scalar = .bool(value) }
  func encode(_ value: String) { encoder.scalar = .string(value) }
  func encode(_ value: Double) { encoder.scalar = encoder.encoded(number: value, at: .root) }
  func encode(_ value: Float) { encode(Double(value)) }
  func encode(_ value: Int) { encoder.scalar = .integer(value) }
  func encode(_ value: Int8) { encoder.scalar = encoder.encoded(integer: value) }
  func encode(_ value: Int16) { encoder.scalar = encoder.encoded(integer: value) }
  func encode(_ value: Int32) { encoder.scalar = encoder.encoded(integer: value) }
  func encode(_ value: Int64) { encoder.scalar = encoder.encoded(integer: value) }
  func encode(_ value: Int128) { encoder.scalar = encoder.encoded(integer: value) }
  func encode(_ value: UInt) { encoder.scalar = encoder.encoded(integer: value) }
  func encode(_ value: UInt8) { encoder.scalar = encoder.encoded(integer: value) }
  func encode(_ value: UInt16) { encoder.scalar = encoder.encoded(integer: value) }
  func encode(_ value: UInt32) { encoder.scalar = encoder.encoded(integer: value) }
  func encode(_ value: UInt64) { encoder.scalar = encoder.encoded(integer: value) }
  func encode(_ value: UInt128) { encoder.scalar = encoder.encoded(integer: value) }
  func encode<T: Encodable>(_ value: T) { encoder.scalar = encoder.encoded(value, at: .root) }
}
