import RevOpsCore

/// Rows of text as a JSON list of lists, a row a line.
func jsonBytes(_ rows: [[String]]) -> [UInt8] {
  guard !rows.isEmpty else { return Array("[]\n".utf8) }
  var bytes = Array("[\n".utf8)
  for (index, row) in rows.enumerated() {
    bytes += index == 0 ? "  ".utf8 : ",\n  ".utf8
    append(row, to: &bytes)
  }
  return bytes + "\n]\n".utf8
}

/// Rows of text as a YAML list of lists, a row a line, every text in quotes.
func yamlBytes(_ rows: [[String]]) -> [UInt8] {
  guard !rows.isEmpty else { return Array("[]\n".utf8) }
  var bytes: [UInt8] = []
  for row in rows {
    bytes += "- ".utf8
    append(row, to: &bytes)
    bytes.append(0x0A)
  }
  return bytes
}

/// Rows of text as CSV; says how many cells were kept from running as formulas or commands.
func csvAnswer(_ rows: [[String]], exactly: Bool) -> Answer {
  var writer = CSVWriter(isGuarding: !exactly)
  for row in rows {
    for field in row {
      if isPlainNumber(field) { writer.typed(field) } else { writer.text(field) }
    }
    writer.endRow()
  }
  return Answer(output: writer.bytes, messages: guardNote(writer.guardedCells))
}

/// What standard error says of cells that got an apostrophe.
private func guardNote(_ cells: Int) -> String {
  switch cells {
  case 0: ""
  case 1:
    "revops: note: 1 cell that a spreadsheet or a build log would run got an apostrophe; --exact leaves it\n"
  default:
    "revops: note: \(cells) cells that a spreadsheet or a build log would run got an apostrophe; --exact leaves them\n"
  }
}

/// Whether a text is a number as JSON writes it, which no spreadsheet runs.
private func isPlainNumber(_ text: String) -> Bool {
  var rest = text.utf8[...]
  if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
  let fraction = rest.drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  guard fraction.count < rest.count else { return false }
  guard fraction.first == UInt8(ascii: ".") else { return fraction.isEmpty }
  return fraction.count > 1
    && fraction.dropFirst().allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
}

/// A row as JSON, which YAML reads alike.
private func append(_ row: [String], to bytes: inout [UInt8]) {
  bytes.append(UInt8(ascii: "["))
  for (index, field) in row.enumerated() {
    if index > 0 { bytes += ", ".utf8 }
    bytes += JSONText.quoted(field).utf8
  }
  bytes.append(UInt8(ascii: "]"))
}
