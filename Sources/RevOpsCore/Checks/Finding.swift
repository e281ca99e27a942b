/// Something an analysis found that somebody should act on.
public struct Finding: Hashable, Sendable {
  /// What acting on it is worth, to rank findings of one severity.
  public enum Stake: Hashable, Sendable {
    /// Currency units a year or in the period at hand.
    case money(Double)
    /// Points of the rubric.
    case points(Double)

    /// Currency units; nil for points.
    var money: Double? {
      guard case .money(let amount) = self else { return nil }
      return amount
    }
  }

  /// A stable id, `area.problem`; `revops explain ID` prints its page.
  public var id: String
  /// Whether it fails a check.
  public var severity: Severity
  /// Whom or what it is about: an owner, a stage, a key of the file.
  public var subject: String
  /// One sentence in lower case without a full stop.
  public var message: String
  /// The figures that show it, in order.
  public var evidence: [JSONValue.Member]
  /// What to do about it.
  public var advice: String
  /// Where its cause stands in the files, if it stands anywhere.
  public var place: Place?
  /// What it is worth.
  public var stake: Stake?
  /// The command that shows more, such as `revops pipeline hygiene`.
  public var command: String?

  /// Makes a finding.
  public init(
    _ id: String, _ severity: Severity, subject: String, _ message: String,
    evidence: [JSONValue.Member] = [], advice: String, place: Place? = nil, stake: Stake? = nil,
    command: String? = nil
  ) {
    self.id = id
    self.severity = severity
    self.subject = subject
    self.message = message
    self.evidence = evidence
    self.advice = advice
    self.place = place
    self.stake = stake
    self.command = command
  }

  /// What is wrong with an id that is to be waived or weighed; nil where an analysis may find it.
  ///
  /// Whatever may be found has a page of its own.
  static func unknown(_ id: String) -> Diagnostic? {
    guard !id.isEmpty, Explanations.page(id) == nil else { return nil }
    return Diagnostic(
      "check.unknown-finding", "there is no finding '\(printable(id))'",
      hint: didYouMean(id, among: Explanations.pages.map(\.id))
        ?? "'revops explain' lists the ids of all findings")
  }

  /// The same as a warning about the files.
  var asWarning: Diagnostic { Diagnostic(id, message, at: place, severity: .warning, hint: advice) }
}
