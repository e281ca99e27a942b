/// What the YAML reader says about flow collections, quotes, block scalars, anchors, tags and directives.
extension YAMLReader {
  // MARK: Flow collections

  private var opener: (name: String, start: Range<Int>, closer: Character) {
    let frame = frames.last { $0.kind == .flowSequence || $0.kind == .flowMapping } ?? top
    let start = frame.entry < tape.entries.count ? Int(tape.entries[frame.entry].start) : 0
    let isSequence = frame.kind == .flowSequence
    return (isSequence ? "list" : "mapping", start..<(start + 1), isSequence ? "]" : "}")
  }

  func unexpected(_ place: String, hint: String? = nil) -> InputErrors {
    problem("yaml.syntax", "found \(found(at: at)) \(place)", character(at: at), hint: hint)
  }

  func unclosedFlow() -> InputErrors {
    problem(
      "yaml.unclosed", "the file ends inside a \(opener.name) in brackets", opener.start,
      hint: "a '\(opener.closer)' is missing")
  }

  func wrongCloser() -> InputErrors {
    problem(
      "yaml.syntax", "found \(found(at: at)) inside a \(opener.name)", character(at: at),
      hint: "'\(opener.closer)' is wanted here", notes: note("the \(opener.name) starts here", opener.start))
  }

  func missingComma() -> InputErrors {
    let hint =
      top.step == .colon ? "a ': ' or a comma is wanted here" : "a comma or '\(opener.closer)' is wanted here"
    return problem(
      "yaml.syntax", "found \(found(at: at)) after \(top.step == .colon ? "a key" : "a value")",
      character(at: at), hint: hint, notes: note("the \(opener.name) starts here", opener.start))
  }

  func flowColonAfterValue() -> InputErrors {
    problem(
      "yaml.colon-in-value", "found ':' after a value", at..<(at + 1),
      hint: "put text that holds ': ' in quotes; a key stands on one line")
  }

  func pairOverLines(_ range: Range<Int>) -> InputErrors {
    problem(
      "yaml.syntax", "a key between '[' and ']' stands on one line with its ':'", range,
      hint: "put the pair in braces, such as [{key: value}]")
  }

  func flowIndentation(isTab: Bool) -> InputErrors {
    if isTab { return tabIndentation() }
    return problem(
      "yaml.indentation", "this line is not indented, but stands inside brackets", character(at: at),
      hint: "indent it, the closing bracket too, deeper than the key before the brackets",
      notes: note("the \(opener.name) starts here", opener.start))
  }

  func markerInside(_ place: String) -> InputErrors {
    problem(
      "yaml.unclosed", "'\(text(at..<(at + 3)))' stands inside \(place)", at..<(at + 3),
      hint: "close the brackets first", notes: note("it starts here", opener.start))
  }

  // MARK: Quotes

  func unclosedQuote(from start: Int) -> InputErrors {
    problem(
      "yaml.unclosed", "this quote is not closed", start..<(start + 1),
      hint: byte(start) == UInt8(ascii: "'")
        ? "close it; an apostrophe inside single quotes is written twice"
        : "close it; a quote inside is written \\\"")
  }

  func quotedIndentation(from start: Int, isTab: Bool) -> InputErrors {
    if isTab { return tabIndentation() }
    return problem(
      "yaml.indentation", "this line is not indented, but the quote before it is not closed",
      character(at: at), hint: "close the quote, or indent the lines of the text",
      notes: note("the quote starts here", start..<(start + 1)))
  }

  func badEscape() -> InputErrors {
    let mark = byte(at + 1)
    if [UInt8(ascii: "x"), UInt8(ascii: "u"), UInt8(ascii: "U")].contains(mark) {
      return problem(
        "yaml.escape", "'\\\(Character(Unicode.Scalar(mark)))' is not followed by the number of a character",
        at..<(at + 2), hint: "write \\x with 2, \\u with 4 or \\U with 8 hexadecimal digits")
    }
    return problem(
      "yaml.escape", "a backslash before \(found(at: at + 1)) means nothing in double quotes",
      at..<character(at: at + 1).upperBound, hint: "for a backslash itself write \\\\, or use single quotes")
  }

  // MARK: Block scalars

  func badBlockHeader() -> InputErrors {
    problem(
      "yaml.block-scalar", "found \(found(at: at)) after '|' or '>'", character(at: at),
      hint: "only '+', '-' and a digit from 1 to 9 may follow; the text begins on the next line")
  }

  func emptyLineTooWide(at line: Int, _ width: Int) -> InputErrors {
    problem(
      "yaml.block-scalar", "an empty line has more spaces than the first line of the text below it",
      line..<(line + width), hint: "remove the spaces")
  }

  // MARK: Anchors and tags

  func secondProperty(at range: Range<Int>, _ name: String) -> InputErrors {
    problem("yaml.syntax", "a value has a second \(name) here", range, hint: "remove one of them")
  }

  func badProperty(_ range: Range<Int>) -> InputErrors {
    problem(
      "yaml.syntax", "'\(text(range))' is not an anchor, an alias or a tag", range,
      hint: "text that begins with '&', '*' or '!' stands in quotes")
  }

  func unknownTag(_ range: Range<Int>) -> InputErrors {
    problem(
      "yaml.not-supported", "the tag '\(text(range))' is not supported", range,
      hint: "known are !!str, !!int, !!float, !!bool, !!null, !!map and !!seq")
  }

  func tagMismatch(_ tag: YAMLProperties.Tag, _ range: Range<Int>) -> InputErrors {
    problem(
      "yaml.tag", "the value is not what its tag '\(text(tag.range))' says",
      range.isEmpty ? tag.range : range,
      hint: "remove the tag or change the value")
  }

  func aliasWithProperties(at mark: Int) -> InputErrors {
    problem(
      "yaml.syntax", "an alias cannot have an anchor or a tag of its own", mark..<(mark + 1),
      hint: "remove what stands before the '*'")
  }

  func unknownAlias(_ range: Range<Int>) -> InputErrors {
    problem(
      "yaml.alias",
      "no anchor '&\(text((range.lowerBound + 1)..<range.upperBound))' stands before this alias",
      range, hint: "text that begins with '*' stands in quotes")
  }

  func aliasInside(_ range: Range<Int>, _ target: Int) -> InputErrors {
    let start = Int(tape.entries[target].start)
    return problem(
      "yaml.alias", "the alias '\(text(range))' stands inside the value that it names", range,
      notes: note("the value starts here", start..<(start + 1)))
  }

  func tooManyAliases(_ range: Range<Int>, _ target: Int) -> InputErrors {
    let start = Int(tape.entries[target].start)
    return problem(
      "yaml.alias-expansion",
      "aliases up to '\(text(range))' repeat more than a million values or 16 MB of text", range,
      hint: "write fewer aliases of large values",
      notes: note("the value that it repeats starts here", start..<(start + 1)))
  }

  // MARK: Directives

  func badDirective(_ range: Range<Int>, _ reason: String) -> InputErrors {
    problem(
      "yaml.directive", "the directive '\(text(range))' \(reason)", range,
      hint: "a file needs none; remove the line")
  }

  func directiveWithoutDocument(at offset: Int) -> InputErrors {
    problem(
      "yaml.directive", "no '---' follows this directive", offset..<endOfLine(offset),
      hint: "add a line '---' below it, or remove it")
  }
}
