/// Text that a build runner would obey, since it reads each line that a job writes.
///
/// GitHub's runner obeys `::name` at the start of a line, white space apart, and `##[name]` anywhere in it;
/// Azure Pipelines and TeamCity obey `##vso[...]` and `##teamcity[...]`.
///
/// Source: actions/runner, ActionCommand.cs; learn.microsoft.com, "Logging commands"; jetbrains.com, "Service
/// messages".
enum LogCommand {
  /// Where a line opens with two colons, behind white space or none.
  static func colons(opening line: some Collection<Unicode.Scalar>) -> Int? {
    let start = line.prefix { $0.properties.isWhitespace }.count
    return line.dropFirst(start).prefix(2).elementsEqual("::".unicodeScalars) ? start : nil
  }

  /// Whether a `[` behind the text opens a command: two hash signs come before it, and letters or none.
  static func opens(behind text: some BidirectionalCollection<Unicode.Scalar>) -> Bool {
    let rest = text.reversed().drop { ("a"..."z").contains($0) || ("A"..."Z").contains($0) }
    return rest.prefix(2).elementsEqual("##".unicodeScalars)
  }

  /// The same of text in UTF-8.
  static func opens(behind bytes: some BidirectionalCollection<UInt8>) -> Bool {
    opens(behind: bytes.lazy.map { Unicode.Scalar($0) })
  }

  /// The line with a sign changed in each command, as wide as it was.
  static func disarmed(_ line: String) -> String {
    let hasHashes = line.utf8.contains(UInt8(ascii: "#"))
    guard hasHashes || line.utf8.contains(UInt8(ascii: ":")) else { return line }
    let colons = colons(opening: line.unicodeScalars)
    guard hasHashes || colons != nil else { return line }
    var safe = String.UnicodeScalarView()
    for (index, scalar) in line.unicodeScalars.enumerated() {
      switch scalar {
      case ":" where index == colons: safe.append(".")
      case "[" where opens(behind: safe): safe.append("(")
      default: safe.append(scalar)
      }
    }
    return String(safe)
  }

  /// The text of a quoted field with an apostrophe in each command; its first line begins behind the quote.
  static func apostrophised(_ text: String) -> String {
    var lines = text.unicodeScalars.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r" })[...]
    var safe = String.UnicodeScalarView()
    func append(_ line: Substring.UnicodeScalarView, colons: Int?) {
      for (index, scalar) in line.enumerated() {
        if index == colons || (scalar == "[" && opens(behind: safe)) { safe.append("'") }
        safe.append(scalar)
      }
    }
    if let first = lines.popFirst() { append(first, colons: nil) }
    for line in lines {
      let end = text.unicodeScalars.index(before: line.startIndex)
      safe.append(text.unicodeScalars[end])
      append(line, colons: colons(opening: line))
    }
    return String(safe)
  }
}
