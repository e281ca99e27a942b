/// A file read into one flat list of values in the order of the text.
///
/// A class since every node of a file shares it; it never changes once a reader has made it.
public final class Document: Sendable {
  /// One value: where it stands, what it is, and how many entries it takes with all that it holds.
  struct Entry {
    /// First byte in the source.
    var start: UInt32
    /// Bytes in the source, quotes included.
    var length: UInt32
    /// Entries of this value with everything below it: 1 for a scalar.
    var span: UInt32
    /// Of a sequence the items, of a mapping the pairs; of a scalar 0 where its text is the source's
    /// own (without quotes), else 1 + an index into `decoded`.
    var count: UInt32
    /// What it is.
    var kind: Node.Kind
    /// Whether it stands in quotes, which are not part of its text.
    var isQuoted: Bool
    /// Which of the document's sources it stands in.
    var source: UInt16
  }

  /// The file, and after overrides the command line's values too.
  let sources: [SourceText]
  let entries: [Entry]
  /// Texts that differ from their source: escapes resolved, lines folded.
  let decoded: [[UInt8]]

  init(sources: [SourceText], entries: [Entry], decoded: [[UInt8]]) {
    self.sources = sources
    self.entries = entries
    self.decoded = decoded
  }

  /// The outermost value.
  public var root: Node { Node(document: self, index: 0) }

  func textBytes(of index: Int) -> ArraySlice<UInt8> {
    let entry = entries[index]
    guard entry.kind != .sequence, entry.kind != .mapping else { return [] }
    if entry.count > 0 { return decoded[Int(entry.count) - 1][...] }
    let start = Int(entry.start)
    let end = start + Int(entry.length)
    let bytes = sources[Int(entry.source)].bytes
    return entry.isQuoted ? bytes[(start + 1)..<(end - 1)] : bytes[start..<end]
  }

  func place(of index: Int) -> Place {
    let entry = entries[index]
    let start = Int(entry.start)
    return sources[Int(entry.source)].place(start..<(start + Int(entry.length)))
  }
}
