/// Reads one document of YAML 1.2 under the core schema.
///
/// The reader goes through the text once and writes values to the tape as they come. Open collections stand
/// in a list of frames, so that depth costs no stack. A file is read line by line: the column of a line says
/// which collections end there, the first characters say what begins. Flow collections, quoted text and block
/// scalars then take as many lines as they need.
///
/// Refused as not supported: a second document, keys that are null or collections, tags outside the core
/// schema, and aliases that would expand without bound.
///
/// Source: YAML 1.2.2, https://yaml.org/spec/1.2.2/.
struct YAMLReader {
  /// A collection that is not complete, or the document itself.
  struct Frame {
    enum Kind: UInt8 { case document, blockSequence, blockMapping, flowSequence, flowMapping, flowPair }

    /// What may come next.
    enum Step: UInt8 {
      /// Of a block collection the next entry, of a document nothing.
      case next
      /// A value: of a key, of an item, of the document.
      case value
      /// In block style a key after `?`.
      case explicitKey
      /// In block style the `:` of a key after `?`.
      case afterKey
      /// In flow style a key.
      case key
      /// In flow style the `:` of a key.
      case colon
      /// In flow style a comma or the end.
      case comma
    }

    var kind: Kind
    var step: Step
    /// The column of a block collection's entries; -1 for the document.
    var indent: Int
    /// Where its entry stands on the tape.
    var entry: Int
    /// Where a value would stand that is not written.
    var valueStart = 0
    /// Whether a flow key was announced by `?`.
    var isExplicit = false
    /// Whether a flow key is quoted, so that its `:` needs no space after it.
    var isQuotedKey = false

    var isFlow: Bool { kind.rawValue >= Kind.flowSequence.rawValue }
    var isAwaiting: Bool { step == .value || step == .explicitKey }
  }

  let source: SourceText
  let bytes: UnsafeBufferPointer<UInt8>
  var tape: Tape
  var at = 0
  /// Where the present line starts, its leading spaces, and whether tabs follow them.
  var lineStart = 0
  var column = 0
  var isTabbed = false
  var frames: [Frame] = []
  /// Anchor and tag on a line of their own, for the value to come.
  var pending = YAMLProperties()
  var anchors: [[UInt8]: Int] = [:]
  var tagHandles: [[UInt8]: [UInt8]] = [:]
  /// Entries that aliases have added.
  var expanded = 0
  /// How many bytes of text aliases have repeated.
  var expandedText = 0
  /// Whether the file has characters that may stand in quotes only.
  var hasUnprintable = false
  private var keys = KeyCheck()
  private var duplicates: [Diagnostic] = []

  /// Reads a text that is known to be UTF-8.
  static func read(_ source: SourceText) throws(InputErrors) -> Document {
    try source.bytes.withUnsafeBufferPointer { (bytes) throws(InputErrors) in
      var reader = YAMLReader(source: source, bytes: bytes)
      do throws(InputErrors) {
        try reader.readStream()
      } catch {
        throw InputErrors(reader.duplicates + error.diagnostics) ?? error
      }
      if let errors = InputErrors(reader.duplicates) { throw errors }
      return Document(sources: [source], entries: reader.tape.entries, decoded: reader.tape.decoded)
    }
  }

  private init(source: SourceText, bytes: UnsafeBufferPointer<UInt8>) {
    self.source = source
    self.bytes = bytes
    tape = Tape(byteCount: bytes.count)
  }

  // MARK: Frames

  /// The innermost open collection, or the document.
  var top: Frame {
    get { frames[frames.count - 1] }
    set { frames[frames.count - 1] = newValue }
  }

  /// Notes that the value or key that the innermost frame waits for is there.
  mutating func settle() {
    let index = frames.count - 1
    switch frames[index].step {
    case .value: frames[index].step = frames[index].isFlow ? .comma : .next
    case .explicitKey: frames[index].step = .afterKey
    case .key: frames[index].step = .colon
    case .next, .afterKey, .colon, .comma: break
    }
  }

  /// Begins a collection as the value that the innermost frame waits for.
  mutating func open(
    _ kind: Frame.Kind, at start: Int, indent: Int, _ properties: YAMLProperties
  ) throws(InputErrors) {
    if top.step == .explicitKey || top.step == .key { throw collectionKey(at: start) }
    guard frames.count <= Tape.depthLimit else { throw tooDeep() }
    settle()
    let isSequence = kind == .blockSequence || kind == .flowSequence
    let entry = tape.open(isSequence ? .sequence : .mapping, at: start)
    try note(properties, ofCollection: entry)
    let step: Frame.Step = kind == .flowSequence ? .value : kind.rawValue > 2 ? .key : .next
    frames.append(Frame(kind: kind, step: step, indent: indent, entry: entry))
  }

  /// Ends the innermost collection.
  mutating func close() {
    guard let frame = frames.popLast(), frame.kind != .document else { return }
    tape.close(frame.entry, end: frame.isFlow ? at : endOfHead(frame))
    guard frame.kind == .blockMapping || frame.kind == .flowMapping else { return }
    guard duplicates.count < Tape.duplicateLimit else { return }
    for (first, later) in keys.duplicates(in: frame.entry, of: tape, source: bytes).prefix(20) {
      duplicates.append(duplicateKey(first, later, in: tape, of: source))
    }
  }

  /// A block collection is pointed at by its first key, or by its first dash.
  private func endOfHead(_ frame: Frame) -> Int {
    let start = Int(tape.entries[frame.entry].start)
    guard frame.kind == .blockMapping, frame.entry + 1 < tape.entries.count else { return start + 1 }
    let key = tape.entries[frame.entry + 1]
    return max(start + 1, Int(key.start) + Int(key.length))
  }

  /// Ends everything that is open.
  mutating func closeAll() throws(InputErrors) {
    while let frame = frames.last {
      if frame.isAwaiting { try appendNothing() }
      if frames.last?.step == .afterKey { try appendMissingValue() }
      if frame.kind == .document {
        frames.removeLast()
      } else {
        close()
      }
    }
  }
}
