import Synchronization
import Testing

@testable import RevOpsCore

/// Texts that stand twice are found by their numbers as a dictionary finds them.
@Suite struct NumberListsTests {
  private struct Row: NumberedEntry, Equatable {
    var number: UInt64
    var row: Int
  }

  private let machine = Machine(hands: 3, open: { _ in nil }) { pieces, work in
    for piece in (0..<pieces).reversed() { work(piece) }
  }

  /// The long form of a Salesforce id, its three characters worked bit by bit.
  private func long(_ id: String) -> String {
    let (id, table) = (Array(id), Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"))
    let suffix = (0..<3).map { block in
      table[(0..<5).reduce(0) { $0 + (id[block * 5 + $1].isUppercase ? 1 << $1 : 0) }]
    }
    return String(id + suffix)
  }

  /// Ids of the shapes that CRMs write, and of some that differ by little.
  private func id(_ generator: inout SplitMix64) -> String {
    func number(_ below: Int) -> Int { Int.random(in: 0..<below, using: &generator) }
    func letters(_ count: Int, _ of: String) -> String {
      let of = Array(of)
      return String((0..<count).map { _ in of[number(of.count)] })
    }
    switch number(9) {
    case 0: return "OP\(number(400))"
    case 1: return String(repeating: "0", count: number(4)) + "\(number(300))"
    case 2: return ["deal-7", "DEAL-7", "Deal-7", "deal-07", "deal7", " deal-7"][number(6)]
    case 3: return "0065g00000" + letters(2, "aA") + "xyZ"
    case 4: return long("0065g00000" + letters(2, "aA") + "xyZ")
    case 5: return letters(number(3), "äÄ漢é") + "\(number(20))"
    case 6: return String(repeating: "9", count: 20 + number(3)) + letters(2, "01")
    case 7: return letters(8, "0123456789abcdef") + "-" + letters(4, "0123456789abcdef")
    default: return ""
    }
  }

  private final class Lots: Sendable {
    private let count = Mutex(0)

    func next() -> Int {
      count.withLock { count in
        count += 1
        return count
      }
    }
  }

  /// A machine with little memory that puts away all but every third lot.
  private var small: Machine {
    let lots = Lots()
    var machine = Machine(
      hands: 3, open: { _ in nil },
      putAway: { bytes in
        let kept = Array(bytes)
        guard !lots.next().isMultiple(of: 3) else { return nil }
        return FileParts(size: kept.count) { offset, room in
          // A few bytes at a time, as a system may.
          let end = min(offset + min(room.count, 7), kept.count)
          guard offset < end else { return 0 }
          room.copyBytes(from: kept[offset..<end])
          return end - offset
        }
      }, share: machine.share)
    machine.memoryShare = 40 * MemoryLayout<Row>.stride
    return machine
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6], [true, false])
  func equalIDsMeetWhateverTheirForm(seed: UInt64, isSmall: Bool) {
    var generator = SplitMix64(seed: seed)
    let ids = (0..<600).map { _ in id(&generator) }
    var hands = [NumberLists<Row>](repeating: NumberLists(on: isSmall ? small : machine), count: 3)
    var wanted: [String: [Int]] = [:]
    for (row, id) in ids.enumerated() {
      let number = Array(id.utf8).withUnsafeBufferPointer { TextHash.of(RecordID.plain($0)) }
      hands[row / 200].add(Row(number: number, row: row), of: number)
      wanted[RecordID.plain(id), default: []].append(row)
    }
    hands[1].append(hands[2])
    hands[0].append(hands[1])
    let groups = (hands[0].groups() ?? []).map { $0.map(\.row) }
    #expect(Set(groups) == Set(wanted.values.filter { $0.count > 1 }))
    #expect(groups.count == Set(groups).count)
    #expect(hands[0].count == 600)
  }

  /// What was put away and cannot be read again is not taken for nothing.
  @Test func lostEntriesAreTold() {
    var machine = Machine(
      hands: 1, open: { _ in nil }, putAway: { FileParts(size: $0.count) { _, _ in nil } },
      share: machine.share)
    machine.memoryShare = 2 * MemoryLayout<Row>.stride
    var lists = NumberLists<Row>(on: machine)
    lists.add(Row(number: 7, row: 0), of: 7)
    #expect(lists.groups() == [])
    for row in 1..<4 { lists.add(Row(number: 7, row: row), of: 7) }
    #expect(lists.groups() == nil)
  }

  /// A fold is asked of files with and without a repeated id.
  @Test(arguments: [7, 8, 9])
  func aFileRepeatsAnIDWhereASetOfThemIsSmaller(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    var answers: Set<Bool> = []
    for _ in 0..<40 {
      // Blanks around an id are none of it; cells that say that there is none are left out.
      let ids = (0..<Int.random(in: 2..<25, using: &generator)).map { _ in id(&generator) }.filter {
        !$0.isEmpty
      }
      let wanted = Set(ids.map { RecordID.plain(HeaderName.trimmed($0)) }).count < ids.count
      let rows = ids.map { "\($0),Discovery,10,2026-12-01" }
      let workspace = try Deals.workspace(
        "id,stage,amount,close_date\n" + rows.joined(separator: "\n"), pipeline: Deals.randomStages)
      var folded = workspace
      folded.readTables(["opportunities"], folding: PipelineHealth.folds)
      guard let fold = folded.table("opportunities")?.fold as? any IdentifyingFold else { continue }
      #expect(fold.mayRepeatIDs == wanted, "\(ids)")
      #expect(fold.rowsWithID == ids.count)
      answers.insert(wanted)
    }
    #expect(answers == [true, false])
  }

  /// The parts that are kept of a number come back as they were put in.
  @Test func printsKeepWhatTheyAreToldByNumber() {
    var generator = SplitMix64(seed: 4)
    for _ in 0..<1_000 {
      let (number, start) = (generator.next(), UInt32.random(in: .min ... .max, using: &generator))
      let isFlagged = Bool.random(using: &generator)
      let coins = Double(Int32.random(in: .min ... .max, using: &generator))
      let deal = OpenDealPrint(number, isFlagged: isFlagged, coins: coins, start: start)
      #expect(deal.isFlagged == isFlagged && deal.start == Int(start) && deal.coins == coins)
      #expect(deal.number == (number << 10) >> 33)
      #expect(IDPrint(number).number == number & 0xFFFF_FFFF_FFFF)
    }
  }
}
