extension Report {
  /// A picture in numbers; each renderer draws it its own way.
  public struct Chart: Hashable, Sendable {
    /// What the picture is.
    public enum Kind: Hashable, Sendable {
      /// One bar a point, from zero.
      case bars
      /// A value between two ends with named edges between, such as a score on its bands.
      case gauge(low: Double, high: Double, edges: [Edge])
      /// A course over time.
      case line
      /// Steps from a start to an end, rises and falls; the last point is the end.
      case waterfall
      /// How often values fall between edges.
      case histogram
      /// Bars to both sides of a base, from each point's value to its other one, widest first.
      case tornado(base: Double)
      /// A range a point, from its value to its other one, with the middle between; and a line at a mark.
      case fan(mark: Double?)
    }

    /// The lower end of a named stretch of a gauge.
    public struct Edge: Hashable, Sendable {
      /// Where it starts.
      public var value: Double
      /// Its name.
      public var label: String

      /// Makes an edge.
      public init(_ value: Double, _ label: String) {
        self.value = value
        self.label = label
      }
    }

    /// A named value of a chart.
    public struct Point: Hashable, Sendable {
      /// Its name.
      public var label: String
      /// Where it is drawn.
      public var value: Double
      /// Where the other end of its bar lies, in a chart whose bars have two.
      public var other: Double?
      /// What is written beside it.
      public var cell: Cell
      /// Where the middle of its range lies, in a chart of ranges.
      public var middle: Double?

      /// Makes a point.
      public init(
        _ label: String, _ value: Double, to other: Double? = nil, _ cell: Cell, middle: Double? = nil
      ) {
        self.label = label
        self.value = value
        self.other = other
        self.cell = cell
        self.middle = middle
      }
    }

    /// What it shows, in a few words.
    public var title: String
    /// How it is drawn.
    public var kind: Kind
    /// What is drawn.
    public var points: [Point]
    /// What the low end, the middle and the high end of a chart of ranges are called; empty where nobody names them.
    var ends: [String] = []

    /// Makes a chart.
    public init(_ title: String, _ kind: Kind, points: [Point]) {
      self.title = title
      self.kind = kind
      self.points = points
    }

    /// What stands beside a point in figures, each with its name: the ends and the middle of a range, else its value.
    func values(of point: Point) -> [(name: String, cell: Cell)] {
      guard ends.count == 3 else { return [("Value", point.cell)] }
      return [
        (ends[0], point.cell.holding(point.value)), (ends[1], point.cell),
        (ends[2], point.cell.holding(point.other ?? point.value)),
      ]
    }
  }
}

extension Report.Cell {
  /// A cell that shows another number in the same way.
  fileprivate func holding(_ number: Double) -> Self {
    switch self {
    case .count: .count(.value(number))
    case .number(_, let places): .number(.value(number), places: places)
    case .money: .money(.value(number))
    case .cents: .cents(.value(number))
    case .rate: .rate(.value(number))
    case .ratio: .ratio(.value(number))
    case .duration(_, let unit): .duration(.value(number), unit)
    case .text, .computed, .date, .verdict, .sparkline, .bar, .blank: self
    }
  }
}
