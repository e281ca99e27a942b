/// What became of one check or lint rule at one place.
public struct CheckOutcome: Hashable, Sendable {
  /// How it ended.
  public enum Status: Hashable, Sendable {
    case passed
    case failed
    /// It would have failed, but somebody took that on, in these words.
    case waived(because: String)
    /// It could not be asked, since something it needs is not there.
    case skipped(because: String)
    /// It broke while it was evaluated.
    case errored
  }

  /// The rule's stable id, such as `pipeline.thin-coverage` or `checks.coverage`.
  public var id: String
  /// The check's name for people.
  public var name: String
  /// How it ended.
  public var status: Status
  /// How much a failure matters.
  public var severity: Severity
  /// One sentence that says what holds or does not.
  public var message: String
  /// Where it stands; lies within one line.
  public var place: Place?
  /// The key it is about, from the top of its document: `targets.q3.coverage`.
  public var keyPath: String
  /// How to mend it.
  public var help: String
  /// What it is worth, in currency units; 0 where nothing says so.
  public var stake: Double

  /// Makes an outcome.
  public init(
    _ id: String, name: String, _ status: Status, severity: Severity = .error, _ message: String,
    place: Place? = nil, keyPath: String = "", help: String = "", stake: Double = 0
  ) {
    self.id = id
    self.name = name
    self.status = status
    self.severity = severity
    self.message = message
    self.place = place
    self.keyPath = keyPath
    self.help = help
    self.stake = stake
  }

  /// The line its place ends on.
  public var endLine: Int? { place?.line }

  /// The column after its place's last character.
  public var endColumn: Int? { place.map { $0.column + $0.length } }

  /// What stays the same while a file is edited around the problem: 32 hex digits.
  ///
  ///     first half of SHA-256(id, file and key path, separated by line feeds)
  ///
  /// Lines and values stay out of it, so that an edit above does not make an old problem look new.
  public var fingerprint: String {
    let identity = "\(id)\n\(path)\n\(keyPath)"
    return String(SHA256.hex(of: Array(identity.utf8)).prefix(32))
  }

  /// The fingerprints of a whole run; the second of two that are alike ends in `:2`, and so on.
  public static func fingerprints(of outcomes: [CheckOutcome]) -> [String] {
    var seen: [String: Int] = [:]
    return outcomes.map { outcome in
      let fingerprint = outcome.fingerprint
      let count = (seen[fingerprint] ?? 0) + 1
      seen[fingerprint] = count
      return count == 1 ? fingerprint : "\(fingerprint):\(count)"
    }
  }

  /// The file as reports name it, without a leading `./`; empty where there is none.
  var path: String { Self.plainPath(place?.file ?? "") }
}
