import RevOpsCore

/// What a file holds, by its name or by what the user says.
enum FileKind: String, Sendable, CaseIterable {
  case yaml, json, csv

  /// What the end of a name says, or nil where it says nothing.
  init?(path: String) {
    let name = splitPath(path).name
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    switch name[dot...].lowercased() {
    case ".yaml", ".yml": self = .yaml
    case ".json": self = .json
    case ".csv", ".tsv", ".tab": self = .csv
    default: return nil
    }
  }

  /// Whether bytes without a name begin with a line of names, commas, semicolons or tabs between them, that opens
  /// neither a mapping nor a list.
  static func beginsTable(_ bytes: [UInt8]) -> Bool {
    let lines = bytes.drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
      .split(maxSplits: 16, whereSeparator: { $0 == 0x0A || $0 == 0x0D })
    guard let line = lines.first(where: { $0.contains { $0 != 0x20 && $0 != 0x09 } }), let first = line.first
    else { return false }
    let text = String(decoding: line, as: UTF8.self)
    return !"{[#%-&*!|>".utf8.contains(first) && text.contains { ",;\t".contains($0) }
      && !text.contains(": ") && !text.hasSuffix(":")
  }

  /// What `--from` says, else what the name says; standard input is taken as YAML, of which JSON is a part.
  init(_ invocation: Invocation, path: String) throws(Failure) {
    if let named = invocation.value(of: .from).flatMap(FileKind.init(rawValue:)) {
      self = named
    } else if path == "-" {
      self = .yaml
    } else if let kind = FileKind(path: path) {
      self = kind
    } else {
      let message = "the name of '\(path)' does not say what it holds"
      throw .usage(
        UsageError(message, hint: "say --from yaml, json or csv", command: invocation.command.name))
    }
  }
}

/// The byte that `--delimiter` names, or nil where it is not given.
func delimiter(of invocation: Invocation) throws(Failure) -> UInt8? {
  guard let text = invocation.value(of: .delimiter) else { return nil }
  switch text {
  case "comma": return UInt8(ascii: ",")
  case "semicolon": return UInt8(ascii: ";")
  case "tab", "\\t": return UInt8(ascii: "\t")
  case "pipe": return UInt8(ascii: "|")
  case "space": return UInt8(ascii: " ")
  default:
    let bytes = Array(text.utf8)
    if bytes.count == 1, bytes[0] < 0x80, ![0x0A, 0x0D, UInt8(ascii: "\"")].contains(bytes[0]) {
      return bytes[0]
    }
    let message = "'\(OptionSpec.delimiter.name)' takes one ASCII character, not '\(text)'"
    let hint = "or one of comma, semicolon, tab, pipe, space"
    throw .usage(UsageError(message, hint: hint, command: invocation.command.name))
  }
}
