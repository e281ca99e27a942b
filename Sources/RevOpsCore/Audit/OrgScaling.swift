/// The RevOps headcount against what companies of this ARR have.
///
/// What is usual stands in the metric catalogue under `revops_headcount`, by ARR. Below $1M nobody full-time is
/// asked for, since a founder can do it part-time.
///
/// Source: RevOps Knowledge Map, org scaling model; RevOps Engine, edge cases.
public struct OrgScaling: Hashable, Sendable, Encodable {
  /// How the headcount compares.
  public enum Verdict: String, Hashable, Sendable, Encodable {
    case under, within, over
  }

  /// People in RevOps.
  var revopsHeadcount: Figure
  /// The fewest a company of this ARR has.
  var expectedLow: Figure
  /// The most; absent where the model sets none.
  var expectedHigh: Figure
  /// Where the headcount lies.
  var verdict: Verdict?
  /// ARR for each person in RevOps.
  var arrPerRevopsHead: Figure

  init(arr: Double?, dollar: Double = 1, revopsHeads: Int?, benchmarks: Benchmarks) {
    let heads: Figure = revopsHeads.map { .value(Double($0)) } ?? .absent(because: "needs team_size.revops")
    revopsHeadcount = heads
    guard let arr else {
      let reason = "needs arr_current"
      (expectedLow, expectedHigh, arrPerRevopsHead) = (
        .absent(because: reason), .absent(because: reason), .absent(because: reason)
      )
      return
    }
    let (low, high) = Self.expected(arr: arr / dollar, benchmarks)
    expectedLow = .value(Double(low))
    expectedHigh =
      high.map { .value(Double($0)) } ?? .absent(because: "no upper end is usual at this ARR")
    guard let revopsHeads else {
      arrPerRevopsHead = heads
      return
    }
    arrPerRevopsHead =
      revopsHeads > 0 ? .value(arr / Double(revopsHeads)) : .absent(because: "nobody works in RevOps")
    verdict = revopsHeads < low ? .under : high.map { revopsHeads > $0 } == true ? .over : .within
  }

  /// The fewest and the most heads at an ARR in US dollars, from the edges of its band list.
  private static func expected(arr: Double, _ benchmarks: Benchmarks) -> (low: Int, high: Int?) {
    let list = benchmarks.bandList(of: "revops_headcount", in: .arr(arr))
    let low = list?.edge(of: .inRange).map { Int($0) } ?? 0
    let high = list?.edge(of: .tooHigh).map { Int($0) }
    return (CompanyStage(arr: arr).isEarly ? 0 : low, high)
  }
}
