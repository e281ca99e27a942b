/// One `--set PATH=VALUE`: a value of the command line put in place of one of the files.
///
/// The path names keys from the section on: `plan.assumptions.new_win_rate`, the item of a list by its place,
/// `stages[0].sla`, or by a key of its own, `stages[name=Visitor].sla`. The value is read as YAML.
public struct Setting: Sendable {
  /// One step of a path, with the bytes of the option's text that name it.
  struct Step: Sendable {
    enum Target: Hashable, Sendable {
      case key(String)
      case item(Int)
      case match(key: String, value: String)
    }

    var target: Target
    var range: Range<Int>
  }

  /// The whole text of the option, which messages point into.
  let source: SourceText
  /// The steps of the path, at least one, the first of them a key.
  let steps: [Step]
  /// What stands after the `=`, and where in the text it begins.
  let value: Node
  let valueStart: Int

  /// Reads the text of the option, `plan.targets.new_business=2M`.
  public init(_ text: String) throws(InputErrors) {
    source = SourceText(name: "--set", text: text)
    var parser = PathParser(source: source)
    steps = try parser.path()
    firstKey = parser.firstKey
    value = try Setting.value(of: source, from: parser.index)
    // A byte-order mark is no part of what was read.
    valueStart = source.bytes.count - (value.document.sources.first?.bytes.count ?? 0)
    path = String(decoding: source.bytes[..<(parser.index - 1)], as: UTF8.self)
  }

  /// The path as it was written.
  public let path: String

  /// The first key of the path: a section, or a key of a document given alone.
  let firstKey: String

  func place(of step: Step) -> Place { source.place(step.range) }

  /// Reads the value as a document of its own, and puts its problems where it stands in the option.
  private static func value(of source: SourceText, from start: Int) throws(InputErrors) -> Node {
    let text = SourceText(name: source.name, bytes: Array(source.bytes[start...]))
    do throws(InputErrors) {
      return try Document.read(text).root
    } catch {
      let before = String(decoding: source.bytes[..<start], as: UTF8.self)
      let moved = error.diagnostics.map { diagnostic in
        var diagnostic = diagnostic
        guard var place = diagnostic.place, place.line == 1 else { return diagnostic }
        place.column += before.unicodeScalars.count
        if place.excerptColumn == 1 {
          place.excerpt = before + place.excerpt
        } else {
          place.excerptColumn += before.unicodeScalars.count
        }
        diagnostic.place = place
        return diagnostic
      }
      throw InputErrors(moved) ?? error
    }
  }
}

/// Takes the path of a setting apart.
private struct PathParser {
  let source: SourceText
  var index = 0
  /// The key that the path begins with.
  var firstKey: String {
    text(0..<(source.bytes.firstIndex { ".[=".utf8.contains($0) } ?? source.bytes.count))
  }

  init(source: SourceText) { self.source = source }

  /// Reads up to and with the `=`.
  mutating func path() throws(InputErrors) -> [Setting.Step] {
    var steps = [try key()]
    while index < source.bytes.count {
      let byte = source.bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "="): return steps
      case UInt8(ascii: "."): steps.append(try key())
      case UInt8(ascii: "["): steps.append(try item())
      default: throw refused("'.', '[' or '=' is wanted here", at: index - 1)
      }
    }
    throw refused("a setting is written PATH=VALUE, and '=' is missing", at: index)
  }

  private mutating func key() throws(InputErrors) -> Setting.Step {
    let start = index
    while index < source.bytes.count, !".[]=".utf8.contains(source.bytes[index]) { index += 1 }
    guard index > start else { throw refused("a key is wanted here, such as plan.targets", at: start) }
    return Setting.Step(target: .key(text(start..<index)), range: start..<index)
  }

  private mutating func item() throws(InputErrors) -> Setting.Step {
    let start = index
    while index < source.bytes.count, source.bytes[index] != UInt8(ascii: "]") { index += 1 }
    guard index < source.bytes.count else { throw refused("']' is missing", at: start - 1) }
    let inside = start..<index
    index += 1
    let range = (start - 1)..<index
    if let equals = source.bytes[inside].firstIndex(of: UInt8(ascii: "=")), equals > start {
      let target = Setting.Step.Target.match(
        key: text(start..<equals), value: text((equals + 1)..<inside.upperBound))
      return Setting.Step(target: target, range: range)
    }
    let digits = source.bytes[inside]
    guard !digits.isEmpty, digits.count < 10, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw refused("an item is named by its place or a key of its own: [0] or [name=Visitor]", at: start)
    }
    return Setting.Step(target: .item(digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }), range: range)
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: source.bytes[range], as: UTF8.self) }

  private func refused(_ message: String, at offset: Int) -> InputErrors {
    let end = min(offset + 1, source.bytes.count)
    return InputErrors(Diagnostic("set.path", message, at: source.place(min(offset, end)..<end)))
  }
}
