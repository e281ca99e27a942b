/// What people had called of a period by a day, and what it was worth by their records.
struct PastCalls: Sendable {
  private let calls: [ForecastCall]
  private let hierarchy: ForecastHierarchy
  private let callWeek: Int?
  private let shrinkage: Int
  /// Why calls cannot be set against the deals; nil where they can.
  private let reason: String?

  /// Takes the calls; one without a date could have been made on any day, and counts on none.
  init(
    _ calls: [ForecastCall], _ hierarchy: ForecastHierarchy, _ settings: ForecastSettings,
    lacking reason: String? = nil
  ) {
    self.calls = calls.map { call in
      var known = call
      if known.calledOn == nil { known.forecast = nil }
      return known
    }
    self.hierarchy = hierarchy
    callWeek = settings.callWeek
    shrinkage = settings.shrinkage
    self.reason = reason
  }

  /// What was called for the period of a view, and the same with every call corrected by its caller's record.
  ///
  /// Where nobody called a quarter itself, its months count: those that have ended with what they won.
  func figures(_ view: PastView, coinsPerUnit: Double) -> (called: Figure, calibrated: Figure) {
    if let reason { return (.absent(because: reason), .absent(because: reason)) }
    let known = calls.filter { $0.calledOn.map { $0 <= view.day } ?? true }
    let history = ForecastHistory(known, callWeek: callWeek, asOf: view.day)
    let records = ForecastCalibration.compute(
      ForecastCalibration.Input(history: history, hierarchy: hierarchy, shrinkage: shrinkage))
    var corrected: [String: Figure] = [:]
    for call in records.calls { corrected["\(call.person) \(call.period ?? "")"] = call.calibratedCall }
    func sums(of period: Period) -> (Figure, Figure)? {
      let open = history.open.filter { $0.period.start == period.start && $0.period.end == period.end }
      guard !open.isEmpty else { return nil }
      let calibrated = open.map { call in
        var call = call
        call.forecast = corrected["\(call.person) \(call.period)"]?.value
        return call
      }
      return (total(open), total(calibrated))
    }
    if let direct = sums(of: view.period) { return direct }
    let months = view.period.months
    let isWhole = months.first?.start == view.period.start && months.last?.end == view.period.end
    guard months.count > 1, isWhole else {
      let none = Figure.absent(because: "nobody had called \(view.period)")
      return (none, none)
    }
    var (called, calibrated) = (Figure.value(0), Figure.value(0))
    for (index, month) in months.enumerated() {
      if month.lastDay <= view.day {
        let won = view.months[index] / coinsPerUnit
        (called, calibrated) = (called.map { $0 + won }, calibrated.map { $0 + won })
      } else if let sums = sums(of: month) {
        called = CallTree.sum([called, sums.0])
        calibrated = CallTree.sum([calibrated, sums.1])
      } else {
        let none = Figure.absent(because: "nobody had called \(view.period) or its month \(month)")
        return (none, none)
      }
    }
    return (called, calibrated)
  }

  private func total(_ calls: [ForecastCall]) -> Figure {
    CallTree(calls, hierarchy).total.forecast
  }
}
