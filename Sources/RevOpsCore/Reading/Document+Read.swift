extension Document {
  /// The languages that a document may be written in.
  public enum Format: Sendable, CaseIterable {
    case yaml, json

    /// JSON for a name that ends in `.json`, YAML for every other.
    public init(ofFile name: String) {
      let ending = name.utf8.suffix(5).map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
      self = ending.elementsEqual(".json".utf8) ? .json : .yaml
    }
  }

  /// Reads a file.
  ///
  /// YAML is the core schema of YAML 1.2, one document a file; JSON is RFC 8259 to the letter. Both refuse
  /// a key that stands twice, nesting deeper than 512 levels, and bytes that are no text.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - format: Its language; by its name if none is given.
  /// - Returns: The values of the file, each with its place.
  /// - Throws: What keeps it from being read, with the place.
  public static func read(_ source: SourceText, as format: Format? = nil) throws(InputErrors) -> Document {
    let text = try decodedText(of: source)
    switch format ?? Format(ofFile: source.name) {
    case .json: return try JSONReader.read(text)
    case .yaml: return try YAMLReader.read(text)
    }
  }

  /// The file in UTF-8 without a byte-order mark; UTF-16 is read where a mark says so.
  private static func decodedText(of source: SourceText) throws(InputErrors) -> SourceText {
    let bytes = source.bytes
    guard bytes.count < Int(UInt32.max) else {
      throw InputErrors(
        Diagnostic(
          "reading.too-large", "'\(source.name)' is 4 GB or larger, more than is read as one document",
          hint: "split it into several files"))
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return try decodedUTF16(source)
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let bad = TextEncoding.firstInvalidUTF8(in: bytes, from: start) else {
      return start == 0 ? source : SourceText(name: source.name, bytes: Array(bytes[start...]))
    }
    throw InputErrors(
      Diagnostic(
        "reading.encoding", "byte \(hexadecimal(bytes[bad])) is not UTF-8", at: source.place(bad..<(bad + 1)),
        hint: "save the file as UTF-8"))
  }

  private static func decodedUTF16(_ source: SourceText) throws(InputErrors) -> SourceText {
    do throws(InputErrors) {
      let bytes = try TextEncoding.decodeUTF16(source, from: 2, littleEndian: source.bytes.first == 0xFF)
      return SourceText(name: source.name, bytes: bytes)
    } catch {
      throw InputErrors(
        Diagnostic(
          "reading.encoding", "the UTF-16 text breaks off in the middle of a character",
          at: error.diagnostics.first?.place, hint: "save the file as UTF-8"))
    }
  }
}

/// Names what stands at an offset, for a message: a character in single quotes, or the end of the file.
func nameOfCharacter(at offset: Int, in source: SourceText) -> String {
  guard offset < source.bytes.count else { return "the end of the file" }
  let byte = source.bytes[offset]
  if byte == 0x0A || byte == 0x0D { return "the end of the line" }
  if byte == 0x09 { return "a tab" }
  var iterator = source.bytes[offset...].prefix(4).makeIterator()
  var decoder = UTF8()
  guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return hexadecimal(byte) }
  return nameOfCharacter(scalar)
}

/// A character in single quotes, or its number where it cannot be shown.
func nameOfCharacter(_ scalar: Unicode.Scalar) -> String {
  switch scalar.properties.generalCategory {
  case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "the character U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  default: return "'\(scalar)'"
  }
}
