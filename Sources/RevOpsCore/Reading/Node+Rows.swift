extension Node {
  /// The value as rows of a table: a list of flat mappings, or a list of flat lists.
  ///
  /// The first row of mappings is their keys, in the order in which they first occur; a key that a mapping does
  /// not have is an empty cell, as is null. Lists are taken as they stand.
  ///
  /// - Returns: The rows, of one length each where they come from mappings.
  /// - Throws: The place of each value that fits into no cell.
  public func tableRows() throws(InputErrors) -> [[String]] {
    let rows = items
    guard kind == .sequence, let first = rows.first?.kind, first == .mapping || first == .sequence else {
      throw InputErrors(notATable(self))
    }
    let strays = rows.filter { $0.kind != first } + rows.flatMap { $0.cells }.filter { $0.isCollection }
    if let errors = InputErrors(strays.prefix(Tape.duplicateLimit).map { notATable($0) }) { throw errors }
    let zeros = rows.flatMap { $0.cells + $0.entries.map(\.key) }.filter { $0.cellText.utf8.contains(0) }
    if let errors = InputErrors(zeros.prefix(Tape.duplicateLimit).map { zeroByte($0) }) { throw errors }
    guard first == .mapping else { return rows.map { $0.items.map { $0.cellText } } }
    var columns: [[UInt8]: Int] = [:]
    var header: [String] = []
    for key in rows.flatMap({ $0.entries.map { $0.key } }) {
      let name = Array(document.textBytes(of: key.index))
      guard columns[name] == nil else { continue }
      columns[name] = header.count
      header.append(key.text)
    }
    return [header]
      + rows.map { row in
        var cells = Array(repeating: "", count: header.count)
        for (key, value) in row.entries {
          guard let column = columns[Array(document.textBytes(of: key.index))] else { continue }
          cells[column] = value.cellText
        }
        return cells
      }
  }

  private var cells: [Node] { kind == .mapping ? entries.map { $0.value } : items }

  private var cellText: String { kind == .null ? "" : text }

  private func zeroByte(_ node: Node) -> Diagnostic {
    Diagnostic(
      "convert.not-a-table", "this text holds a zero byte, which no cell of a table can", at: node.place,
      hint: "take it out, or convert to JSON or YAML")
  }

  private func notATable(_ node: Node) -> Diagnostic {
    Diagnostic(
      "convert.not-a-table", "this is no row or cell of a table", at: node.place,
      hint: "a table is a list of mappings, or of lists, that hold no further lists or mappings")
  }
}
