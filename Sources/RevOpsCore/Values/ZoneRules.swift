/// How far the clocks of a place are from UTC, at any instant.
///
/// The rules come from the bytes of a zone file that the caller hands in; the core reads no files.
public struct ZoneRules: Hashable, Sendable {
  /// Coordinated universal time.
  public static let utc = ZoneRules(offset: 0)

  /// Instants at which the offset changes, ascending.
  private var changes: [Int] = []
  /// The offset from each of these instants on.
  private var offsets: [Int] = []
  /// The offset before the first of them.
  private var firstOffset: Int
  /// The rule for the time after the last of them.
  private var rule: PosixZone?

  /// Clocks that never change, so many seconds east of Greenwich.
  public init(offset: Int) { firstOffset = offset }

  /// Puts a zone together; the instants ascend, with an offset for each.
  init(changes: [Int], offsets: [Int], firstOffset: Int, rule: PosixZone?) {
    self.changes = changes
    self.offsets = offsets
    self.firstOffset = firstOffset
    self.rule = rule
  }

  /// A zone that needs no file: `UTC`, `Z`, or an offset such as `+02:00`; nil for any other text.
  public init?(fixed text: String) {
    if text.lowercased() == "utc" {
      self = .utc
      return
    }
    let offset: Int?? = try? reading(text) { bytes in
      var cursor = ByteCursor(bytes)
      let offset = cursor.takeOffset()
      return cursor.isAtEnd ? offset : nil
    }
    guard let offset, let seconds = offset else { return nil }
    self.init(offset: seconds)
  }

  /// Whether a text can be the name of a zone file: `Europe/Berlin`, never a path out of the folder.
  public static func isName(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.count <= 4
      && parts.allSatisfy { part in
        guard let first = part.first, first.isLetter else { return false }
        return part.allSatisfy { $0.isLetter || $0.isDigit || "_-+".utf8.contains($0) }
      }
  }

  /// Seconds east of Greenwich at an instant.
  public func offset(at moment: Moment) -> Int {
    guard let last = changes.last, moment.seconds < last else {
      return rule?.offset(at: moment.seconds) ?? offsets.last ?? firstOffset
    }
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if changes[middle] <= moment.seconds { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? firstOffset : offsets[low - 1]
  }

  /// The instant at which the clocks show a time.
  ///
  /// A time that comes twice, when clocks go back, is the first of the two. One that never comes, when
  /// clocks go forward, is taken by the clock before the change: 02:30 in a gap of an hour is 03:30.
  public func moment(of local: LocalTime) -> Moment {
    let clock = local.secondNumber
    let before = offset(at: Moment(seconds: clock - 86_400))
    let after = offset(at: Moment(seconds: clock + 86_400))
    for offset in [max(before, after), min(before, after)] {
      let moment = Moment(seconds: clock - offset)
      if self.offset(at: moment) == offset { return moment }
    }
    return Moment(seconds: clock - before)
  }
}
