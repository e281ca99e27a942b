/// What an analysis shows to people, before any renderer has decided how it looks.
///
/// Cells are typed values: separators, signs, colour and width belong to the renderers.
public struct Report: Hashable, Sendable {
  /// What it is: `RevOps audit: Northwind Cloud`.
  public var title: String
  /// One line under the title, such as the date and the scope.
  public var subtitle: String
  /// The code that all money in the report is in.
  public var currency: String
  /// The parts in reading order.
  public var sections: [Section]

  /// Makes a report.
  public init(title: String, subtitle: String = "", currency: String = "USD", sections: [Section]) {
    self.title = title
    self.subtitle = subtitle
    self.currency = currency
    self.sections = sections
  }

  /// One part of a report, with a heading.
  public struct Section: Hashable, Sendable {
    /// The JSON key of the part of the result that it shows; names it in CSV output.
    public var key: String
    /// The heading.
    public var title: String
    /// What it shows, in order.
    public var blocks: [Block]

    /// Makes a section.
    public init(_ key: String, _ title: String, _ blocks: [Block]) {
      self.key = key
      self.title = title
      self.blocks = blocks
    }
  }

  /// One thing shown in a section.
  public enum Block: Hashable, Sendable {
    case figures([KeyFigure])
    case table(Table)
    case findings([Finding])
    case chart(Chart)
    case paragraph(String)
    case list([String])
    /// Lines to copy as they stand, never wrapped.
    case lines([String])
  }

  /// A figure that stands on a line of its own.
  public struct KeyFigure: Hashable, Sendable {
    /// Its JSON key below the section.
    public var key: String
    /// Its name for people, with the definition where there are several: `NRR (waterfall)`.
    public var label: String
    /// The value.
    public var cell: Cell
    /// How it is judged, if it is.
    public var verdict: Verdict?
    /// What else is to be said in a few words.
    public var note: String?

    /// Makes a key figure.
    public init(_ key: String, _ label: String, _ cell: Cell, verdict: Verdict? = nil, note: String? = nil) {
      self.key = key
      self.label = label
      self.cell = cell
      self.verdict = verdict
      self.note = note
    }
  }

  /// Rows under named columns.
  public struct Table: Hashable, Sendable {
    /// The JSON key of the list it shows.
    public var key: String
    /// The columns in order.
    public var columns: [Column]
    /// One cell a column in every row.
    public var rows: [[Cell]]
    /// A last row set apart, such as the total.
    public var total: [Cell]?
    /// How many rows more there are that the table does not hold.
    public var hidden: Int
    /// The rows that are enough for people who ask for no number of rows, in the order in which they are shown; nil
    /// for all.
    var brief: [Int]?
    /// How to see the rows that are not shown.
    var wayToAll: String?
    /// Whether the table makes no sense without any of its rows, so that no limit holds.
    var isWhole = false

    /// Makes a table.
    public init(_ key: String, columns: [Column], rows: [[Cell]], total: [Cell]? = nil, hidden: Int = 0) {
      self.key = key
      self.columns = columns
      self.rows = rows
      self.total = total
      self.hidden = hidden
    }
  }

  /// A column of a table.
  public struct Column: Hashable, Sendable {
    /// Its JSON key in each row.
    public var key: String
    /// Its heading.
    public var title: String
    /// Whether it is for spreadsheets and scripts, and people are not shown it.
    public var isDetail: Bool

    /// Makes a column.
    public init(_ key: String, _ title: String, isDetail: Bool = false) {
      self.key = key
      self.title = title
      self.isDetail = isDetail
    }
  }

  /// A typed value with the way it is meant to be read.
  public enum Cell: Hashable, Sendable {
    case text(String)
    /// A value of an expression as it is written, and plain as CSV has it: `25%` and 0.25.
    case computed(String, plain: String, unit: String)
    /// A whole number.
    case count(Figure)
    /// A number with this many decimal places.
    case number(Figure, places: Int)
    /// Currency units of the report's currency.
    case money(Figure)
    /// Currency units that are paid out, shown to the cent.
    case cents(Figure)
    /// A fraction, shown in percent.
    case rate(Figure)
    /// A multiple: 3.5x.
    case ratio(Figure)
    /// A length of time in the unit.
    case duration(Figure, Duration)
    /// A date as YYYY-MM-DD.
    case date(String)
    /// A judgement alone in its cell.
    case verdict(Verdict)
    /// A small course over time.
    case sparkline([Double])
    /// A share of a whole, 0 to 1, drawn as a bar.
    case bar(Double)
    case blank
  }

  /// The unit of a length of time.
  public enum Duration: String, Hashable, Sendable {
    case minutes, hours, days, months, years
  }

  /// A level of a band with what it means for the reader.
  public struct Verdict: Hashable, Sendable {
    /// Where a figure stands, apart from its name: decides colour and sign.
    public enum Standing: String, Hashable, Sendable {
      case good, fair, poor, neutral
    }

    /// The band's name for people: `top quartile`.
    public var label: String
    /// How it is to be taken.
    public var standing: Standing

    /// Makes a verdict.
    public init(_ label: String, _ standing: Standing) {
      self.label = label
      self.standing = standing
    }
  }
}
