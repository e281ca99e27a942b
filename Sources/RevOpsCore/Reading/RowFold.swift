/// Takes the rows of a table part by part while it is read, and keeps what it makes of them in place of their cells.
///
/// A file is folded by several hands at once, each with a fold of its own; their order is put right in the end.
protocol RowFold: Sendable {
  /// The columns that it is handed with each part.
  var requests: [ColumnRequest] { get }
  /// Takes the next rows.
  ///
  /// - Returns: Whether they could be told by themselves; if not, the fold is dropped and columns are kept.
  mutating func add(_ part: TablePart) -> Bool
  /// Takes the words of the columns asked for, by the numbers that the parts had them under.
  mutating func name(_ words: [ColumnRequest: Words])
  /// Takes what another fold of the same kind made of the rows behind these; both have their words.
  mutating func append(_ next: any RowFold)
}

/// Some rows of a table that follow one another, with columns of them; valid during a call only.
struct TablePart {
  /// The table as if it had these rows alone.
  let table: Table
  /// The columns asked for.
  let columns: KeptColumns
  /// Any cell of them.
  let cells: ColumnCells
}

/// A fold at work: the columns of the part at hand, and what became of all parts before.
struct FoldRun: Sendable {
  /// The fold; nil once some part could not be told by itself.
  private(set) var fold: (any RowFold)?
  /// Whether some part could not be told by itself, so that there is no use in reading on.
  var hasGivenUp: Bool { fold == nil }
  private let requests: [ColumnRequest]
  private var builders: [any ColumnBuilder]
  private var columns = KeptColumns()
  /// The table without any row.
  private let empty: Table

  init(_ fold: any RowFold, of empty: Table) {
    self.fold = fold
    self.empty = empty
    requests = fold.requests
    builders = requests.map { $0.form.builder($0.column, of: empty) }
  }

  /// Takes the rows of a block.
  ///
  /// - Parameters:
  ///   - cells: Their cells.
  ///   - starts: Where they start in the file.
  ///   - end: Where the last one ends.
  mutating func add(_ cells: ColumnCells, starts: [UInt32], end: Int) {
    guard fold != nil, let first = starts.first else { return }
    let table = empty.part(starts: starts, range: Int(first)..<end)
    for index in builders.indices {
      builders[index].add(cells.of(requests[index].column))
      guard builders[index].isSettled, case .kept(let column) = builders[index].outcome(in: table) else {
        fold = nil
        return
      }
      columns[requests[index]] = .success(column)
    }
    if fold?.add(TablePart(table: table, columns: columns, cells: cells)) == false { fold = nil }
    columns.clear()
    for index in builders.indices { builders[index].clear() }
  }

  /// Tells the fold the words, once all parts have gone by.
  mutating func finish() {
    var words: [ColumnRequest: Words] = [:]
    for (request, builder) in zip(requests, builders) {
      if let labels = builder as? LabelBuilder { words[request] = labels.words }
    }
    fold?.name(words)
  }

  /// Takes what became of the rows behind these.
  mutating func append(_ next: FoldRun) {
    guard let other = next.fold else {
      fold = nil
      return
    }
    fold?.append(other)
  }
}
