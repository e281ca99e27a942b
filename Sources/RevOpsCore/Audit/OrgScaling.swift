/// The RevOps headcount against what companies of this ARR have.
///
/// Up to $10M one generalist, $10-30M two or three, $30-75M four or five, from $75M specialised teams
/// (five or more: sales, marketing, success and reporting each have their own). Below $1M nobody full-time is asked for.
///
/// Source: RevOps Knowledge Map, org scaling model.
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

  init(arr: Double?, revopsHeads: Int?) {
    let heads: Figure = revopsHeads.map { .value(Double($0)) } ?? .absent(because: "needs team_size.revops")
    revopsHeadcount = heads
    guard let arr else {
      let reason = "needs arr_current"
      (expectedLow, expectedHigh, arrPerRevopsHead) = (
        .absent(because: reason), .absent(because: reason), .absent(because: reason)
      )
      return
    }
    let (low, high) = Self.expected(arr: arr)
    expectedLow = .value(Double(low))
    expectedHigh =
      high.map { .value(Double($0)) } ?? .absent(because: "the model sets no upper end from $75M")
    guard let revopsHeads else {
      arrPerRevopsHead = heads
      return
    }
    arrPerRevopsHead =
      revopsHeads > 0 ? .value(arr / Double(revopsHeads)) : .absent(because: "nobody works in RevOps")
    verdict = revopsHeads < low ? .under : high.map { revopsHeads > $0 } == true ? .over : .within
  }

  /// The fewest and the most heads at an ARR in currency units; lower edges are closed.
  static func expected(arr: Double) -> (low: Int, high: Int?) {
    switch arr {
    case 75_000_000...: (5, nil)
    case 30_000_000...: (4, 5)
    case 10_000_000...: (2, 3)
    case 1_000_000...: (1, 1)
    default: (0, 1)
    }
  }
}
