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
    let bytes = Array(source.bytes[start...])
    let text = SourceText(name: source.name, bytes: bytes)
    let document: Document
    do throws(InputErrors) {
      document = try Document.read(text, as: .yaml)
    } catch {
      let before = String(decoding: source.bytes[..<start], as: UTF8.self)
      func moved(_ place: Place) -> Place {
        guard place.file == source.name, place.line == 1 else { return place }
        var place = place
        place.column += before.unicodeScalars.count
        if place.excerptColumn == 1 {
          place.excerpt = before + place.excerpt
        } else {
          place.excerptColumn += before.unicodeScalars.count
        }
        return place
      }
      let diagnostics = error.diagnostics.map { diagnostic in
        var diagnostic = diagnostic
        diagnostic.place = diagnostic.place.map(moved)
        diagnostic.notes = diagnostic.notes.map { note in
          var note = note
          note.place = note.place.map(moved)
          return note
        }
        return diagnostic
      }
      throw InputErrors(diagnostics) ?? error
    }
    if let comment = comment(in: bytes) {
      return try whole(document.root, comment, in: source, from: start)
    }
    // A byte-order mark is no part of what was read.
    let offset = source.bytes.count - (document.sources.first?.bytes.count ?? 0)
    let entries = document.entries.map { entry in
      var entry = entry
      entry.start += UInt32(truncatingIfNeeded: offset)
      return entry
    }
    return Document(sources: [source], entries: entries, decoded: document.decoded).root
  }

  /// Where YAML sees a comment in the text of an option, which has none.
  private static func comment(in bytes: [UInt8]) -> Int? {
    guard !bytes.contains(0x0A), !bytes.contains(0x0D) else { return nil }
    let first = bytes.first { $0 != UInt8(ascii: " ") }
    // Quotes mean something where the value begins with one, and inside brackets.
    let hasQuotes = first.map { "\"'[{".utf8.contains($0) } ?? false
    var quote: UInt8?
    var isEscaped = false
    for (index, byte) in bytes.enumerated() {
      if isEscaped {
        isEscaped = false
      } else if let open = quote {
        isEscaped = open == UInt8(ascii: "\"") && byte == UInt8(ascii: "\\")
        if byte == open { quote = nil }
      } else if hasQuotes, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "#"), index == 0 || " \t".utf8.contains(bytes[index - 1]) {
        return index
      }
    }
    return nil
  }

  /// A plain text with all that stands behind its `#`; what is more than a text is refused.
  private static func whole(
    _ node: Node, _ comment: Int, in source: SourceText, from start: Int
  ) throws(InputErrors) -> Node {
    let bytes = source.bytes[start...]
    let blank = UInt8(ascii: " ")
    let from = bytes.firstIndex { $0 != blank } ?? start
    let to = (bytes.lastIndex { $0 != blank } ?? start) + 1
    guard !node.isCollection, !"\"'[{|>&*!".utf8.contains(source.bytes[from]) else {
      throw InputErrors(
        Diagnostic(
          "set.comment", "what stands behind '#' would be left out",
          at: source.place((start + comment)..<source.bytes.count),
          hint: "put a text that holds '#' in quotes"))
    }
    let entry = Document.Entry(
      start: UInt32(truncatingIfNeeded: from), length: UInt32(truncatingIfNeeded: to - from), extra: 0,
      kind: .string, form: .plain, source: 0)
    return Document(sources: [source], entries: [entry], decoded: []).root
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
