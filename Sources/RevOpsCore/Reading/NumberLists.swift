/// What stands for a text where equal ones are looked for: a number, and whatever else is wanted of the text's row.
protocol NumberedEntry: Sendable {
  /// What is kept of the number of the text, the same for equal texts.
  var number: UInt64 { get }
}

/// Entries dealt out to lists by the first bits of their texts' numbers, so that equal ones meet in a list that is
/// short enough to stay at hand while it is gone through.
///
/// Memory is that of the entries: lists grow by an eighth, and those of several hands stay side by side.
struct NumberLists<Entry: NumberedEntry>: Sendable {
  /// How many bits of a number tell the list.
  static var bits: UInt64 { 10 }
  private static var count: Int { 1 << Int(bits) }

  private var lists = [[Entry]](repeating: [], count: Self.count)
  /// Those of the rows behind, hand by hand.
  private var behind: [[[Entry]]] = []

  /// Takes the entry of a text with a number.
  @inline(__always)
  mutating func add(_ entry: Entry, of number: UInt64) {
    let place = Int(truncatingIfNeeded: number >> (64 - Self.bits))
    if lists[place].count == lists[place].capacity {
      lists[place].reserveCapacity(lists[place].count + lists[place].count / 8 + 16)
    }
    lists[place].append(entry)
  }

  /// Takes those of the rows behind these.
  mutating func append(_ next: NumberLists) { behind += [next.lists] + next.behind }

  /// The entries with equal numbers, those of a number in the order of their rows; the lists are shared among hands.
  func groups(_ machine: Machine) -> [[Entry]] {
    let hands = machine.hands
    return machine.map(hands) { hand in
      (Self.count * hand / hands..<Self.count * (hand + 1) / hands).flatMap { list in
        groups(in: behind.reduce(into: lists[list]) { $0 += $1[list] })
      }
    }.flatMap(\.self)
  }

  private func groups(in list: [Entry]) -> [[Entry]] {
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
