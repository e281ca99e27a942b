/// Which mark stands before the decimals of a column, and what shows it.
public struct DecimalProof: Hashable, Sendable, Encodable {
  /// What the cells say about it.
  public enum Verdict: String, Hashable, Sendable, Encodable {
    /// No cell has a mark.
    case none
    case point, comma
    /// Only groups of three stand behind the marks, which are those that group thousands in such a file: `1,234`
    /// where commas separate the cells, `1.234` where semicolons do.
    case grouped
    /// Only groups of three stand behind the marks, and the file does not tell: `1.234` between commas.
    case ambiguous
    /// One cell proves one mark and another the other.
    case contradictory
  }
  /// A cell that shows it.
  public struct Example: Hashable, Sendable, Encodable {
    /// Its line.
    public var line: Int
    /// Its text.
    public var text: String
    let row: Int

    enum CodingKeys: CodingKey { case line, text }
  }
  /// What the cells say.
  public var verdict: Verdict
  /// The mark that is taken: the proved one, or for an open question the one usual with the separator.
  public var mark: NumberStyle.DecimalMark
  /// The cell that proves it, or those that leave it open or contradict each other.
  public var examples: [Example]

  enum CodingKeys: CodingKey { case verdict, mark, examples }

  /// Writes the mark as its word.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(verdict, forKey: .verdict)
    try container.encode(mark.rawValue, forKey: .mark)
    try container.encode(examples, forKey: .examples)
  }
}

/// The amounts of a column in the smallest coin, so that sums are exact.
public struct AmountColumn: Hashable, Sendable {
  /// What stands for a cell without an amount.
  public static let missing = Int64.min
  /// One for each row: 1,200.50 dollars are 120,050.
  public internal(set) var minorUnits: [Int64]
  /// The currencies that cells name, in the order in which they come up.
  public internal(set) var currencies: [Currency]
  /// The row of the first amount that is in thousands only because a file with such separators groups them so; nil
  /// where a cell proves it, or the user says it.
  var grouped: Int?
}

extension Table {
  /// Settles which mark stands before the decimals, from the cells alone.
  ///
  /// Of two marks in a cell the right one; a mark that comes twice groups; a mark with other than three
  /// digits behind it, more than three before it or a single zero, is the decimal one. Where no cell tells, groups of three
  /// are thousands if their mark is the one that the file's separator speaks for; else nothing tells, and whoever reads
  /// the column has to say it, since it would be a thousand times too much or too little.
  public func decimalMark(of column: Int) -> DecimalProof {
    var evidence = DecimalEvidence()
    forEachCell(of: column) { row, bytes in evidence.add(MarkEvidence(bytes), row) }
    return evidence.proof(column, of: self)
  }

  /// The mark that is taken where the cells leave it open.
  var usualMark: NumberStyle.DecimalMark { notes.separator == UInt8(ascii: ";") ? .comma : .point }

  /// Whether the file is one in which that mark is usual.
  var hasUsualMark: Bool { [UInt8(ascii: ";"), CSVByte.comma].contains(notes.separator) }

  /// Reads a column of money, each amount to the smallest coin of its currency, half to even.
  ///
  /// - Parameters:
  ///   - column: The column.
  ///   - given: The mark before decimals, where the user has said so.
  ///   - home: The currency of amounts that name none, which also says what `$` means.
  /// - Returns: An amount for each row, or `missing` where the cell says that there is none.
  /// - Throws: Two marks that contradict each other, and each cell that is no amount.
  public func amounts(
    _ column: Int, decimal given: NumberStyle.DecimalMark? = nil, home: Currency = .usd
  ) throws(InputErrors) -> AmountColumn {
    guard case .amounts(let amounts) = try read(column, as: .amounts(given, home: home)) else {
      return AmountColumn(minorUnits: [], currencies: [])
    }
    return amounts
  }

  /// Reads a column of plain numbers, such as counts; a cell that says there is none is not a number (NaN).
  public func numbers(
    _ column: Int, decimal given: NumberStyle.DecimalMark? = nil
  ) throws(InputErrors) -> [Double] {
    guard case .numbers(let numbers) = try read(column, as: .numbers(given)) else { return [] }
    return numbers
  }

  /// Reads a column of rates as fractions; a cell that says there is none is not a number (NaN).
  ///
  /// - Parameters:
  ///   - column: The column.
  ///   - isPercent: Whether a number without `%` counts hundredths; a cell with the sign always does.
  ///   - given: The mark before decimals, where the user has said so.
  /// - Returns: A fraction for each row.
  /// - Throws: Two marks that contradict each other, and each cell that is no rate.
  public func rates(
    _ column: Int, isPercent: Bool, decimal given: NumberStyle.DecimalMark? = nil
  ) throws(InputErrors) -> [Double] {
    guard case .numbers(let rates) = try read(column, as: .rates(given, isPercent: isPercent)) else {
      return []
    }
    return rates
  }

  /// The mark that a proof says, or what is wrong with the column.
  func settledMark(_ proof: DecimalProof, _ column: Int) -> Result<NumberStyle.DecimalMark, InputErrors> {
    let places = proof.examples.map { place($0.row, column) }
    if proof.verdict == .ambiguous {
      let message =
        "'\(proof.examples.first?.text ?? "")' of '\(columns[column])' can be thousands or have three decimals"
      return .failure(
        InputErrors(
          Diagnostic(
            "csv.decimal-mark", message, at: places.first,
            hint: notes.wayOut(
              "no cell of the column tells: say 'decimal: point' or 'decimal: comma' for this table",
              "decimal=comma"))))
    }
    guard proof.verdict == .contradictory else { return .success(proof.mark) }
    return .failure(
      InputErrors(
        Diagnostic(
          "csv.decimal-mark",
          "'\(columns[column])' has the point before decimals here and the comma elsewhere",
          at: places.first,
          hint: notes.wayOut("say 'decimal: point' or 'decimal: comma' for this table", "decimal=comma"),
          notes: places.dropFirst().map { .init("the comma stands before decimals here", at: $0) })))
  }
}

/// A cell without the blanks at its ends.
func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
  var low = bytes.startIndex
  var high = bytes.endIndex
  while low < high, bytes[low] == CSVByte.space { low += 1 }
  while high > low, bytes[high - 1] == CSVByte.space { high -= 1 }
  return UnsafeBufferPointer(rebasing: bytes[low..<high])
}
