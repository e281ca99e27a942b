import Testing

@testable import RevOpsCore

@Suite struct ResultEncoderTests {
  @Test(arguments: [
    ("velocity", "velocity"), ("winRate", "win_rate"), ("mql2Sql", "mql2_sql"), ("newARR", "new_arr"),
    ("arrPerRep", "arr_per_rep"), ("URLPath", "url_path"), ("q1Target", "q1_target"), ("p50", "p50"),
    ("by_owner", "by_owner"), ("ICPShare", "icp_share"), ("aAB", "a_ab"), ("Total", "total"), ("", ""),
  ])
  func keysAreThePropertyNamesInSnakeCase(name: String, key: String) {
    #expect(ResultEncoder.snakeCase(name) == key)
  }

  struct Row: Encodable {
    var owner: String
    var velocity: Figure
  }

  enum Band: String, Encodable { case worldClass = "world_class" }

  struct Result: Encodable {
    var zebra: Int
    var winRate: Figure
    var band: Band?
    var missing: Band?
    var isMet: Bool
    var rows: [Row]
    var average: Figure
    var apples: [Double]
  }

  private let result = Result(
    zebra: 3, winRate: .value(0.25), band: .worldClass, missing: nil, isMet: true,
    rows: [
      Row(owner: "Ann", velocity: .value(6_250)),
      Row(owner: "Bo", velocity: .absent(because: "needs a sales cycle longer than 0 days")),
    ],
    average: .absent(because: "needs two owners"), apples: [1, 2.5, .nan, .infinity])

  @Test func membersKeepTheOrderOfTheDeclaration() {
    let value = ResultEncoder.encode(result).value
    #expect(
      value
        == .object([
          .init("zebra", 3), .init("win_rate", 0.25), .init("band", "world_class"), .init("missing", .null),
          .init("is_met", .bool(true)),
          .init(
            "rows",
            .array([
              .object([.init("owner", "Ann"), .init("velocity", 6250.0)]),
              .object([.init("owner", "Bo"), .init("velocity", .null)]),
            ])),
          .init("average", .null), .init("apples", .array([1.0, 2.5, .null, .null])),
        ]))
  }

  @Test func everyNullFigureHasItsReasonByPath() {
    #expect(
      ResultEncoder.encode(result).absent == [
        .init("rows[1].velocity", "needs a sales cycle longer than 0 days"),
        .init("average", "needs two owners"),
        .init("apples[2]", "is not a finite number"),
        .init("apples[3]", "is not a finite number"),
      ])
  }

  @Test func keysOfADictionaryAreSortedAndLeftAsTheyAre() {
    struct ByOwner: Encodable {
      var byOwner: [String: Figure]
    }
    let names = (0..<50).map { "Owner\($0)" }
    var owners: [String: Figure] = ["j.doe": .absent(because: "needs deals")]
    for name in names { owners[name] = .value(1) }
    let encoded = ResultEncoder.encode(ByOwner(byOwner: owners))
    guard case .object(let members)? = encoded.value["by_owner"] else {
      Issue.record("by_owner is not an object")
      return
    }
    #expect(members.map(\.key) == (names + ["j.doe"]).sorted())
    #expect(encoded.absent == [.init("by_owner[\"j.doe\"]", "needs deals")])
  }

  @Test func aFigureAloneIsAResult() {
    #expect(ResultEncoder.encode(Figure.value(2)).value == .number(2))
    #expect(ResultEncoder.encode(Figure.absent(because: "why")).absent == [.init("result", "why")])
  }

  /// A type whose `encode(to:)` nests by hand.
  struct ByHand: Encodable {
    enum Key: String, CodingKey { case outerPart, list, innerPart }

    func encode(to encoder: any Encoder) throws {
      var outer = encoder.container(keyedBy: Key.self)
      var inner = outer.nestedContainer(keyedBy: Key.self, forKey: .outerPart)
      var list = outer.nestedUnkeyedContainer(forKey: .list)
      try list.encode(UInt8(7))
      var pair = list.nestedUnkeyedContainer()
      try pair.encode(Figure.absent(because: "deep"))
      try inner.encode(UInt64.max, forKey: .innerPart)
    }
  }

  @Test func containersNestedByHandKeepTheirPlace() {
    let encoded = ResultEncoder.encode(ByHand())
    #expect(
      encoded.value
        == .object([
          .init("outer_part", .object([.init("inner_part", .number(Double(UInt64.max)))])),
          .init("list", .array([7, .array([.null])])),
        ]))
    #expect(encoded.absent == [.init("list[1][0]", "deep")])
  }

  final class Endless: Encodable {
    var more: [Endless] = []
    func encode(to encoder: any Encoder) throws {
      var container = encoder.unkeyedContainer()
      try container.encode(self)
    }
  }

  @Test func aValueThatHoldsItselfEndsInNull() {
    #expect(ResultEncoder.encode(Endless()).absent.map(\.value) == ["is nested too deeply to be written"])
  }

  @Test func aTypeThatThrowsIsNullWithAReason() {
    struct Refuses: Encodable {
      struct Refusal: Error {}
      func encode(to encoder: any Encoder) throws { throw Refusal() }
    }
    #expect(ResultEncoder.encode([Refuses()]).value == .array([.null]))
    #expect(ResultEncoder.encode([Refuses()]).absent == [.init("[0]", "cannot be written")])
  }
}
