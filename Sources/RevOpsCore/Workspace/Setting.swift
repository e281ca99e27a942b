/// A value put in place of one of the files: `--set PATH=VALUE`, or one of a what-if.
///
/// The path names keys from the section on: `plan.assumptions.new_win_rate`, the item of a list by its place,
/// `stages[0].sla`, or by a key of its own, `stages[name=Visitor].sla`. The value is read as YAML.
public struct Setting: Sendable {
  /// Where the value goes.
  public let path: ValuePath
  /// The value, whose place is the one that messages point at.
  let value: Node

  /// Puts a value of one file, or one that stands for it, at a path.
  init(_ path: ValuePath, _ value: Node) {
    self.path = path
    self.value = value
  }

  /// Reads the text of an option, `plan.targets.new_business=2M`.
  public init(_ text: String, of option: String = "--set") throws(InputErrors) {
    let source = SourceText(name: option, text: text)
    var parser = PathParser(source, 0..<source.bytes.count)
    path = ValuePath(source: source, steps: try parser.path(endsAtEquals: true))
    value = try Setting.value(of: source, from: parser.index)
  }

  /// Reads the value as a document of its own, and puts it and its problems where it stands in the option.
  private static func value(of source: SourceText, from start: Int) throws(InputErrors) -> Node {
    let text = SourceText(name: source.name, bytes: Array(source.bytes[start...]))
    do throws(InputErrors) {
      let document = try Document.read(text, as: .yaml)
      // A byte-order mark is no part of what was read.
      let offset = source.bytes.count - (document.sources.first?.bytes.count ?? 0)
      let entries = document.entries.map { entry in
        var entry = entry
        entry.start += UInt32(truncatingIfNeeded: offset)
        return entry
      }
      return Document(sources: [source], entries: entries, decoded: document.decoded).root
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

extension Node {
  /// A text that stands for a value of a file: what is read is the text, and what messages show is the value.
  static func scalar(_ text: String, standingFor node: Node) -> Node {
    var entry = node.document.entries[node.index]
    let source = node.document.sources[Int(entry.source)]
    entry.kind = .string
    entry.form = .decoded
    entry.extra = 0
    entry.source = 0
    let bytes = Array(text.utf8)
    let length = (0..<4).map { UInt8(truncatingIfNeeded: bytes.count >> ($0 * 8)) }
    return Document(sources: [source], entries: [entry], decoded: length + bytes).root
  }
}
