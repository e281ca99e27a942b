/// What stands for a text where equal ones are looked for: a number, and whatever else is wanted of the text's row.
protocol NumberedEntry: BitwiseCopyable, Sendable {
  /// What is kept of the number of the text, the same for equal texts.
  var number: UInt64 { get }
}

/// Entries dealt out to lists by the first bits of their texts' numbers, so that equal ones meet in a list that is
/// short enough to stay at hand while it is gone through.
///
/// Lists grow by an eighth, and those of several hands stay side by side. Beyond 4 MiB a hand they are put away to
/// the machine's disk, as long as that takes them, so that memory does not grow with the table.
struct NumberLists<Entry: NumberedEntry>: Sendable {
  /// How many bits of a number tell the list.
  static var bits: UInt64 { 10 }
  private static var count: Int { 1 << Int(bits) }

  /// The entries of some rows.
  private struct Lists: Sendable {
    var kept = [[Entry]](repeating: [], count: NumberLists.count)
    /// Those of rows before, one list behind the other, with where each ends.
    var away: [(parts: FileParts, ends: [Int])] = []
  }

  private var own = Lists()
  /// Those of the rows behind, hand by hand.
  private var behind: [Lists] = []
  private let machine: Machine
  /// How many entries more are taken before they are put away.
  private var room: Int

  /// Lists that a machine may put away.
  init(on machine: Machine) {
    self.machine = machine
    room = machine.memoryShare / MemoryLayout<Entry>.stride
  }

  /// Takes the entry of a text with a number.
  @inline(__always)
  mutating func add(_ entry: Entry, of number: UInt64) {
    let place = Int(truncatingIfNeeded: number >> (64 - Self.bits))
    if own.kept[place].count == own.kept[place].capacity {
      own.kept[place].reserveCapacity(own.kept[place].count + own.kept[place].count / 8 + 16)
    }
    own.kept[place].append(entry)
    room -= 1
    if room == 0 { putAway() }
  }

  @inline(never)
  private mutating func putAway() {
    var entries: [Entry] = []
    var ends: [Int] = []
    for list in own.kept {
      entries += list
      ends.append(entries.count)
    }
    room = machine.memoryShare / MemoryLayout<Entry>.stride
    guard let parts = entries.withUnsafeBytes(machine.putAway) else { return }
    own.away.append((parts, ends))
    for place in own.kept.indices { own.kept[place].removeAll(keepingCapacity: true) }
  }

  /// Takes those of the rows behind these.
  mutating func append(_ next: NumberLists) { behind += [next.own] + next.behind }

  /// The entries with equal numbers, those of a number in the order of their rows; the lists are shared among hands.
  ///
  /// - Returns: The entries, or nil where what was put away cannot be read again.
  func groups() -> [[Entry]]? {
    let hands = size < 1 << 15 ? 1 : machine.hands
    let found = machine.map(hands) { hand -> [[Entry]]? in
      var groups: [[Entry]] = []
      for place in Self.count * hand / hands..<Self.count * (hand + 1) / hands {
        guard let list = list(place) else { return nil }
        groups += Self.groups(in: list)
      }
      return groups
    }
    return found.contains { $0 == nil } ? nil : found.compactMap(\.self).flatMap(\.self)
  }

  /// How many entries there are.
  private var size: Int {
    ([own] + behind).reduce(0) { size, lists in
      lists.away.reduce(size + lists.kept.reduce(0) { $0 + $1.count }) { $0 + ($1.ends.last ?? 0) }
    }
  }

  /// A list of all rows, in their order.
  private func list(_ place: Int) -> [Entry]? {
    var list: [Entry] = []
    for lists in [own] + behind {
      for (parts, ends) in lists.away {
        guard let part = Self.entries(place == 0 ? 0..<ends[0] : ends[place - 1]..<ends[place], in: parts)
        else { return nil }
        list += part
      }
      list += lists.kept[place]
    }
    return list
  }

  private static func entries(_ range: Range<Int>, in parts: FileParts) -> [Entry]? {
    let stride = MemoryLayout<Entry>.stride
    let entries = [Entry](unsafeUninitializedCapacity: range.count) { entries, count in
      let room = UnsafeMutableRawBufferPointer(
        rebasing: UnsafeMutableRawBufferPointer(entries)[..<(range.count * stride)])
      count = parts.fill(room, from: range.lowerBound * stride) / stride
    }
    return entries.count == range.count ? entries : nil
  }

  private static func groups(in list: [Entry]) -> [[Entry]] {
    let numbers = list.map(\.number)
    var known = EqualRows(capacity: list.count)
    var groups: [Int: [Entry]] = [:]
    for place in list.indices {
      guard let first = known.add(place, numbers, equal: { _, _ in true }) else { continue }
      groups[first, default: [list[first]]].append(list[place])
    }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }
}
