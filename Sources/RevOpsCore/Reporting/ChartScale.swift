/// Where the bars of a chart start and how long they are, as shares of the room they have.
enum ChartScale {
  /// A bar, from the left end at 0 to the right end at 1.
  struct Span: Hashable {
    var start: Double
    var length: Double
    /// Whether it stands for a value below zero, or for a step down.
    var isFall: Bool
  }

  /// A bar for each point; of a waterfall the steps hang from where the one before ended.
  static func spans(of chart: Report.Chart) -> [Span] {
    let values = chart.points.map { $0.value.isFinite ? $0.value : 0 }
    var ends = values.map { (from: 0.0, to: $0) }
    if chart.kind == .waterfall {
      var level = 0.0
      for index in values.indices where index < values.count - 1 {
        ends[index] = (level, level + values[index])
        level += values[index]
      }
    }
    let low = min(0, ends.map { min($0.from, $0.to) }.min() ?? 0)
    let high = max(0, ends.map { max($0.from, $0.to) }.max() ?? 0)
    return ends.map { end in
      let start = share(of: min(end.from, end.to), low, high)
      let stop = share(of: max(end.from, end.to), low, high)
      return Span(start: start, length: stop - start, isFall: end.to < end.from)
    }
  }

  /// Two bars for each point of a tornado, from the base to either end, and where the base lies.
  static func tornado(_ points: [Report.Chart.Point], base: Double) -> (base: Double, bars: [(Span, Span)]) {
    let ends = points.map { point in [point.value, point.other ?? base].map { $0.isFinite ? $0 : base } }
    let low = min(base, ends.joined().min() ?? base)
    let high = max(base, ends.joined().max() ?? base)
    let middle = share(of: base, low, high)
    func span(_ end: Double, isFirst: Bool) -> Span {
      let at = share(of: end, low, high)
      return Span(start: min(at, middle), length: abs(at - middle), isFall: isFirst)
    }
    return (middle, ends.map { (span($0[0], isFirst: true), span($0[1], isFirst: false)) })
  }

  /// A range of a fan: its ends, the middle and the mark, as shares of the room.
  struct Range: Hashable {
    var low: Double
    var middle: Double?
    var high: Double
  }

  /// The ranges of a fan, and where its mark lies; the scale holds all of them and the mark.
  static func fan(_ points: [Report.Chart.Point], mark: Double?) -> (ranges: [Range], mark: Double?) {
    let ends =
      points.flatMap { [$0.value, $0.middle ?? $0.value, $0.other ?? $0.value] } + (mark.map { [$0] } ?? [])
    let known = ends.filter(\.isFinite)
    let (low, high) = (known.min() ?? 0, known.max() ?? 0)
    let ranges = points.map { point in
      Range(
        low: share(of: point.value, low, high), middle: point.middle.map { share(of: $0, low, high) },
        high: share(of: point.other ?? point.value, low, high))
    }
    return (ranges, mark.map { share(of: $0, low, high) })
  }

  /// A share of a number of columns, in whole columns.
  static func columns(_ share: Double, of room: Int) -> Int {
    share.isFinite ? Int(min(max(share, 0), 1) * Double(room) + 0.5) : 0
  }

  /// Where a value lies between two ends, 0 to 1; 0 where they do not part.
  static func share(of value: Double, _ low: Double, _ high: Double) -> Double {
    let spread = high / 2 - low / 2
    guard spread > 0, spread.isFinite, value.isFinite else { return 0 }
    return min(max((value / 2 - low / 2) / spread, 0), 1)
  }
}
