/// A file read into one flat list of values in the order of the text.
///
/// A class since every node of a file shares it; it never changes once a reader has made it.
public final class Document: Sendable {
  /// One value: where it stands, what it is, and how many entries it takes with all that it holds.
  struct Entry {
    /// First byte in the source.
    var start: UInt32
    /// Bytes in the source, quotes included; of a block collection only its first line's.
    var length: UInt32
    /// Of a collection the entries it takes with everything below it, itself included; of a decoded
    /// scalar where its text starts in `decoded`.
    var extra: UInt32
    /// What it is.
    var kind: Node.Kind
    /// Where the text of a scalar is found.
    var form: Form
    /// Which of the document's sources it stands in.
    var source: UInt16

    /// Where the text of a scalar is found.
    enum Form: UInt8 {
      /// In the source as it stands.
      case plain
      /// In the source between two quotes.
      case quoted
      /// In `decoded`, since it differs from its source: escapes resolved, lines folded.
      case decoded
    }

    /// How many entries the value takes with everything below it: 1 for a scalar.
    var span: Int { kind == .sequence || kind == .mapping ? Int(extra) : 1 }
  }

  /// The file, and after overrides the command line's values too.
  let sources: [SourceText]
  let entries: [Entry]
  /// Texts that differ from their source, each behind its length in four bytes, lowest first.
  let decoded: [UInt8]

  init(sources: [SourceText], entries: [Entry], decoded: [UInt8]) {
    self.sources = sources
    self.entries = entries
    self.decoded = decoded
  }

  /// The outermost value.
  public var root: Node { Node(document: self, index: 0) }

  func textBytes(of index: Int) -> ArraySlice<UInt8> {
    let entry = entries[index]
    guard entry.kind != .sequence, entry.kind != .mapping else { return [] }
    let start = Int(entry.start)
    let end = start + Int(entry.length)
    switch entry.form {
    case .plain: return sources[Int(entry.source)].bytes[start..<end]
    case .quoted: return sources[Int(entry.source)].bytes[(start + 1)..<(end - 1)]
    case .decoded:
      let text = Int(entry.extra) + 4
      let count = decoded[(text - 4)..<text].reversed().reduce(0) { $0 << 8 | Int($1) }
      return decoded[text..<(text + count)]
    }
  }

  func place(of index: Int) -> Place {
    let entry = entries[index]
    let start = Int(entry.start)
    return sources[Int(entry.source)].place(start..<(start + Int(entry.length)))
  }
}
