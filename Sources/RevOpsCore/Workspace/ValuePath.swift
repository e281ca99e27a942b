/// Where a value of a document or a figure of a result stands.
///
///     plan.assumptions.new_win_rate    stages[0].sla    plan.constraints[constraint=leads].cap
///
/// Keys from the section or the analysis on; the item of a list by its place or by a key of its own.
public struct ValuePath: Sendable {
  /// One step of a path, with the bytes of the source that name it.
  struct Step: Sendable {
    enum Target: Hashable, Sendable {
      case key(String)
      case item(Int)
      case match(key: String, value: String)
    }

    var target: Target
    var range: Range<Int>
  }

  /// The text that holds the path, which messages point into.
  let source: SourceText
  /// The steps, at least one, the first of them a key.
  let steps: [Step]

  init(source: SourceText, steps: [Step]) {
    self.source = source
    self.steps = steps
  }

  /// A path that nobody wrote, such as that of a value that differs between two files.
  init(_ targets: [Step.Target]) {
    let text = Self.text(targets)
    source = SourceText(name: "path", text: text)
    steps = targets.map { Step(target: $0, range: 0..<text.utf8.count) }
  }

  /// Reads a path that stands by itself, under the name of the option that it was given to.
  init(_ text: String, of name: String) throws(InputErrors) {
    let source = SourceText(name: name, text: text)
    var parser = PathParser(source, 0..<source.bytes.count)
    self.init(source: source, steps: try parser.path(endsAtEquals: false))
  }

  /// Reads a path that is a key or a value of a file.
  init(_ node: Node) throws(InputErrors) {
    let document = node.document
    let entry = document.entries[node.index]
    let source = document.sources[Int(entry.source)]
    let (start, end) = (Int(entry.start), Int(entry.start) + Int(entry.length))
    guard entry.form != .decoded, !node.isCollection else {
      throw InputErrors(
        Diagnostic("set.path", "a path is written in one line without escapes", at: node.place))
    }
    var parser = PathParser(source, entry.form == .quoted ? (start + 1)..<(end - 1) : start..<end)
    self.init(source: source, steps: try parser.path(endsAtEquals: false))
  }

  /// The path with that of a part of it behind.
  func appending(_ path: ValuePath) -> ValuePath { ValuePath(source: source, steps: steps + path.steps) }

  /// The path as it is written: `stages[name=Visitor].sla`.
  public var text: String { Self.text(steps.map(\.target)) }

  /// The first key: a section, an analysis, or a key of a document given alone.
  var firstKey: String {
    if case .key(let key) = steps[0].target { key } else { "" }
  }

  /// Where the path stands.
  var place: Place {
    source.place(
      steps[0].range.lowerBound..<max(steps[0].range.upperBound, steps[steps.count - 1].range.upperBound))
  }

  func place(of step: Step) -> Place { source.place(step.range) }

  /// The keys up to the first item of a list.
  var leadingKeys: [String] {
    var keys: [String] = []
    for step in steps {
      guard case .key(let key) = step.target else { break }
      keys.append(key)
    }
    return keys
  }

  static func text(_ targets: [Step.Target]) -> String {
    var text = ""
    for target in targets {
      switch target {
      case .key(let key): text += (text.isEmpty ? "" : ".") + key
      case .item(let place): text += "[\(place)]"
      case .match(let key, let value): text += "[\(key)=\(value)]"
      }
    }
    return text
  }
}

extension Node {
  /// What stands at some steps below this value, or nil where there is nothing.
  func value(at steps: some Sequence<ValuePath.Step>) -> Node? {
    var node = self
    for step in steps {
      let next: Node? =
        switch step.target {
        case .key(let key): node[key]
        case .item(let place): node.items.dropFirst(place).first
        case .match(let key, let value): node.items.first { $0[key]?.hasText(value) == true }
        }
      guard let next else { return nil }
      node = next
    }
    return node
  }
}

/// Takes a path apart.
struct PathParser {
  let source: SourceText
  private(set) var index: Int
  private let end: Int

  init(_ source: SourceText, _ range: Range<Int>) {
    self.source = source
    index = range.lowerBound
    end = range.upperBound
  }

  /// Reads the steps: to the end, or up to and with the `=` that a value follows.
  mutating func path(endsAtEquals: Bool) throws(InputErrors) -> [ValuePath.Step] {
    var steps = [try key()]
    while index < end {
      let byte = source.bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "=") where endsAtEquals: return steps
      case UInt8(ascii: "."): steps.append(try key())
      case UInt8(ascii: "["): steps.append(try item())
      default: throw refused("'.', '['\(endsAtEquals ? " or '='" : "") is wanted here", at: index - 1)
      }
    }
    guard endsAtEquals else { return steps }
    throw refused("a setting is written PATH=VALUE, and '=' is missing", at: index)
  }

  private mutating func key() throws(InputErrors) -> ValuePath.Step {
    let start = index
    while index < end, !".[]=".utf8.contains(source.bytes[index]) { index += 1 }
    guard index > start else { throw refused("a key is wanted here, such as plan.targets", at: start) }
    return ValuePath.Step(target: .key(text(start..<index)), range: start..<index)
  }

  private mutating func item() throws(InputErrors) -> ValuePath.Step {
    let start = index
    while index < end, source.bytes[index] != UInt8(ascii: "]") { index += 1 }
    guard index < end else { throw refused("']' is missing", at: start - 1) }
    let inside = start..<index
    index += 1
    let range = (start - 1)..<index
    if let equals = source.bytes[inside].firstIndex(of: UInt8(ascii: "=")), equals > start {
      let target = ValuePath.Step.Target.match(
        key: text(start..<equals), value: text((equals + 1)..<inside.upperBound))
      return ValuePath.Step(target: target, range: range)
    }
    let digits = source.bytes[inside]
    guard !digits.isEmpty, digits.count < 10, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw refused("an item is named by its place or a key of its own: [0] or [name=Visitor]", at: start)
    }
    return ValuePath.Step(target: .item(digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }), range: range)
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: source.bytes[range], as: UTF8.self) }

  private func refused(_ message: String, at offset: Int) -> InputErrors {
    let last = min(offset + 1, source.bytes.count)
    return InputErrors(Diagnostic("set.path", message, at: source.place(min(offset, last)..<last)))
  }
}
