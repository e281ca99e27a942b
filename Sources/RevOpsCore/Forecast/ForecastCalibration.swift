/// Today's calls corrected by how each person's past calls came out.
///
/// Source: RevOps Knowledge Map, block 3: 130% of the call every quarter makes $520K of a call of $400K.
public enum ForecastCalibration: Analysis {
  public static let key = "forecast.calibrate"
  public static let title = "Calibrated calls"
  public static let sections = ["forecast"]
  public static let tables = ["forecasts"]
  public static let optionalTables = ["reps", "opportunities"]
  /// Deals are looked at for who reports to whom.
  public static let looksAtRepeatedDeals = true
  public static let metrics = ["calibrated_call"]
  public static let measures: [String] = []

  /// The history that corrects, and the calls that are corrected.
  public struct Input: Sendable {
    var history: ForecastHistory
    var hierarchy: ForecastHierarchy
    var spellings: CallerSpellings?
    /// Today's calls by person where the document gives them; without any, those of the table.
    var calls: [ForecastSettings.StatedCall] = []
    /// The period that the document asks for; nil for the first of the table that has not ended.
    var period: Period?
    /// Where it stands.
    var periodPlace: Place?
    var shrinkage = 4
    var currency = "USD"
  }

  /// The corrected calls, and their sums.
  public struct Result: Hashable, Sendable, Encodable {
    /// What is called today, all calls of the period together.
    var calledForecast: Figure
    /// The same, each call corrected.
    var calibratedCall: Figure
    /// Calibrated less called.
    var change: Figure
    /// The period that the sums are of: that of the document if somebody calls it, else the first of the table that has
    /// not ended; nil for calls of a document that names none.
    var period: String?
    /// By period, then by person.
    var calls: [Call]
  }

  /// One call and its correction.
  struct Call: Hashable, Sendable, Encodable {
    var person: String
    var period: String?
    var call: Double
    /// Ended periods of this person that are known.
    var periods: Int
    /// Sum of actual over sum of called.
    var history: Figure
    /// How much the history counts against a record to the dollar.
    var weight: Double
    /// What the call is multiplied by.
    var ratio: Figure
    var calibratedCall: Figure
    /// Whether the call is part of another person's.
    var isPartOfAnother: Bool
  }

  public static func compute(_ input: Input) -> Result {
    let records = Record.all(input.history.scored)
    let calls = todaysCalls(input).map { today in
      corrected(today, Record.of(today.length, records[today.person] ?? []), shrinkage: input.shrinkage)
    }
    let period = calledPeriod(input).map { "\($0)" } ?? calls.first?.period
    let summed = calls.filter { $0.period == period && !$0.isPartOfAnother }
    let noCall = Figure.absent(because: "needs a call of a period that has not ended")
    let called = summed.isEmpty ? noCall : .value(summed.reduce(0) { $0 + $1.call }.toTheCoin)
    let calibrated = summed.isEmpty ? noCall : sum(summed)
    return Result(
      calledForecast: called, calibratedCall: calibrated, change: calibrated.less(called).map(\.toTheCoin),
      period: period, calls: calls)
  }

  /// The period asked for as it is called; nil where nobody asks for one, or calls it: a quarter beside its months.
  static func calledPeriod(_ input: Input) -> Period? {
    guard let wanted = input.period, input.calls.isEmpty else { return input.period }
    return input.history.open.first { ($0.period.start, $0.period.end) == (wanted.start, wanted.end) }?.period
  }

  /// A person's called and actual sums over ended periods of one length.
  private struct Record {
    var length: CallLength?
    var periods = 0
    var called = 0.0
    var actual = 0.0

    /// The records of each person, that of the length first which covers the most.
    static func all(_ scored: [ForecastCall]) -> [String: [Record]] {
      Dictionary(grouping: scored, by: \.person).mapValues { calls in
        CallLength.parted(calls).map { length, calls in
          let outcomes = calls.compactMap { CallOutcome($0) }
          let sum = CallOutcome(sum: outcomes)
          return Record(length: length, periods: outcomes.count, called: sum.forecast, actual: sum.actual)
        }
      }
    }

    /// The record for periods of a length, else the one that covers the most; an empty one where there is none.
    static func of(_ length: CallLength?, _ records: [Record]) -> Record {
      records.first { $0.length == length } ?? records.first ?? Record()
    }
  }

  /// A call of today before its correction.
  private struct Today {
    var person: String
    var period: String?
    /// How long the period is; nil for a call of the document.
    var length: CallLength?
    var amount: Double
    var isPartOfAnother = false
  }

  private static func todaysCalls(_ input: Input) -> [Today] {
    guard input.calls.isEmpty else {
      let hierarchy = input.hierarchy
      let callers = Set(input.calls.map { hierarchy.key(of: $0.person) })
      return input.calls.map { call in
        Today(
          person: call.person, period: input.period.map { "\($0)" },
          length: input.period.map { CallLength($0) },
          amount: call.amount,
          isPartOfAnother: hierarchy.isPart(hierarchy.key(of: call.person), ofAny: callers))
      }
    }
    return ForecastHistory.byPeriod(input.history.open).flatMap { period, calls in
      let tops = Set(CallTree(calls, input.hierarchy).topCalls)
      return calls.compactMap { call in
        call.forecast.map {
          Today(
            person: call.person, period: "\(period)", length: CallLength(period), amount: $0,
            isPartOfAnother: !tops.contains(call))
        }
      }
    }
  }

  /// One call times the person's history, mixed with periods that brought what was called.
  ///
  ///     ratio = (n × history + k) / (n + k)
  ///
  /// n ended periods of the length of the one called, or where there are none of another length; history the sum of
  /// actual over the sum of called, k the shrinkage. 130 % over any number of periods turns $400K into $520K with k = 0;
  /// with k = 4 and n = 4 into $460K. Without a period nothing corrects the call, as for any k > 0.
  private static func corrected(_ today: Today, _ record: Record, shrinkage: Int) -> Call {
    let (n, k) = (Double(record.periods), Double(shrinkage))
    let weight = n + k > 0 ? n / (n + k) : 0
    var history = Figure.absent(
      because: record.periods == 0
        ? "needs a period of this person that has ended"
        : "the calls of this person's ended periods do not add up to more than 0")
    var ratio = Figure.value(1)
    if record.called > 0 {
      history = .value(record.actual / record.called)
      ratio = .value(weight * record.actual / record.called + (1 - weight))
    } else if k == 0, record.periods > 0 {
      ratio = history
    }
    return Call(
      person: today.person, period: today.period, call: today.amount, periods: record.periods,
      history: history, weight: record.called > 0 ? weight : 0, ratio: ratio,
      calibratedCall: ratio.value.map { .value($0 * today.amount) } ?? ratio,
      isPartOfAnother: today.isPartOfAnother)
  }

  /// The corrected calls together, or whose call cannot be corrected and why.
  private static func sum(_ calls: [Call]) -> Figure {
    var total = 0.0
    for call in calls {
      switch call.calibratedCall {
      case .value(let value): total += value
      case .absent(let reason):
        return .absent(because: "nothing corrects the call of '\(printable(call.person))': \(reason)")
      }
    }
    return .value(total)
  }
}
