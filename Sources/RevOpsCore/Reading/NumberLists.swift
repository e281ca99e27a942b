/// What stands for a text where equal ones are looked for: a number, and whatever else is wanted of the text's row.
protocol NumberedEntry: BitwiseCopyable, Sendable {
  /// What is kept of the number of the text, the same for equal texts.
  var number: UInt64 { get }
}

/// Entries dealt out to lists by the first bits of their texts' numbers, so that equal ones meet in a list that is
/// short enough to stay at hand while it is gone through.
///
/// Entries are dealt out 16,384 at a time, and those of a small table not at all. Beyond 2 MiB a hand the lists are put
/// away to the machine's disk, as long as that takes them, so that memory does not grow with the table.
struct NumberLists<Entry: NumberedEntry>: Sendable {
  /// How many bits of a number tell the list.
  static var bits: UInt64 { 10 }
  private static var lot: Int { 1 << 14 }

  private var own = EntryLists<Entry>()
  /// Those of the rows behind, hand by hand.
  private var behind: [EntryLists<Entry>] = []
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
    own.fresh.append((entry, number))
    if own.fresh.count == Self.lot || own.fresh.count >= room { dealOut() }
  }

  @inline(never)
  private mutating func dealOut() {
    room -= own.fresh.count
    own.dealOut()
    guard room <= 0 else { return }
    room = machine.memoryShare / MemoryLayout<Entry>.stride
    own.putAway(machine)
  }

  /// How many entries it has taken.
  var count: Int { ([own] + behind).reduce(0) { $0 + $1.count } }

  /// Takes note that no more entries come.
  mutating func settle() { if !own.kept.isEmpty { own.dealOut() } }

  /// Takes those of the rows behind these.
  mutating func append(_ next: NumberLists) { behind += [next.own] + next.behind }

  /// The entries with equal numbers, those of a number in the order of their rows; the lists are shared among hands.
  ///
  /// - Returns: The entries, or nil where what was put away cannot be read again.
  func groups() -> [[Entry]]? {
    var parts = [own] + behind
    if parts.allSatisfy({ $0.kept.isEmpty && $0.away.isEmpty }) {
      let fresh = parts.flatMap(\.fresh)
      return Self.groups(of: fresh.map(\.number)).map { $0.map { fresh[$0].entry } }
    }
    for index in parts.indices { parts[index].dealOut() }
    let (dealt, hands) = (parts, machine.hands)
    let found = machine.map(hands) { hand -> [[Entry]]? in
      let places = EntryLists<Entry>.lists * hand / hands..<EntryLists<Entry>.lists * (hand + 1) / hands
      var groups: [[Entry]] = []
      for place in places {
        var list: [Entry] = []
        for part in dealt { guard part.add(place, to: &list) else { return nil } }
        groups += Self.groups(of: list.map(\.number)).map { $0.map { list[$0] } }
      }
      return groups
    }
    return found.contains { $0 == nil } ? nil : found.compactMap(\.self).flatMap(\.self)
  }

  /// The places of equal numbers, wherever there are two or more.
  private static func groups(of numbers: [UInt64]) -> [[Int]] {
    var known = EqualRows(capacity: numbers.count)
    var groups: [Int: [Int]] = [:]
    for place in numbers.indices {
      guard let first = known.add(place, numbers, equal: { _, _ in true }) else { continue }
      groups[first, default: [first]].append(place)
    }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }
}

/// The lists of the entries of some rows.
private struct EntryLists<Entry: NumberedEntry>: Sendable {
  static var lists: Int { 1 << Int(NumberLists<Entry>.bits) }

  /// How many entries there are.
  var count: Int {
    kept.reduce(fresh.count) { $0 + $1.count } + away.reduce(0) { $0 + ($1.ends.last ?? 0) }
  }

  /// Entries that are yet to be dealt out, and their numbers.
  var fresh: [(entry: Entry, number: UInt64)] = []
  /// The lists; none before the first entries are dealt out.
  private(set) var kept: [[Entry]] = []
  /// Lists of entries before these, one behind the other, with where each ends.
  private(set) var away: [(parts: FileParts, ends: [Int])] = []

  /// Deals out what is yet to be; lists grow by an eighth.
  mutating func dealOut() {
    if kept.isEmpty { kept = Array(repeating: [], count: Self.lists) }
    for (entry, number) in fresh {
      let place = Int(truncatingIfNeeded: number >> (64 - NumberLists<Entry>.bits))
      if kept[place].count == kept[place].capacity {
        kept[place].reserveCapacity(kept[place].count + kept[place].count / 8 + 16)
      }
      kept[place].append(entry)
    }
    fresh.removeAll(keepingCapacity: true)
  }

  /// Puts the lists away, where the machine takes them.
  mutating func putAway(_ machine: Machine) {
    var entries: [Entry] = []
    var ends: [Int] = []
    for list in kept {
      entries += list
      ends.append(entries.count)
    }
    guard let parts = entries.withUnsafeBytes(machine.putAway) else { return }
    away.append((parts, ends))
    for place in kept.indices { kept[place].removeAll(keepingCapacity: true) }
  }

  /// Adds one of the lists, all of it in the order of the rows; false where that cannot be read again.
  func add(_ place: Int, to list: inout [Entry]) -> Bool {
    for (parts, ends) in away {
      let range = (place == 0 ? 0 : ends[place - 1])..<ends[place]
      let stride = MemoryLayout<Entry>.stride
      let part = [Entry](unsafeUninitializedCapacity: range.count) { entries, count in
        let room = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(entries)[..<(range.count * stride)])
        count = parts.fill(room, from: range.lowerBound * stride) / stride
      }
      guard part.count == range.count else { return false }
      list += part
    }
    list += kept[place]
    return true
  }
}
