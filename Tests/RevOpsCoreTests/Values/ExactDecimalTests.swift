import Testing

@testable import RevOpsCore

@Suite struct ExactDecimalTests {
  @Test func hasOneFormForEachValue() throws {
    #expect(try ExactDecimal.parse("1.50") == ExactDecimal.parse("1.5"))
    #expect(try ExactDecimal.parse("1500").hashValue == ExactDecimal.parse("1.5k").hashValue)
    #expect(try ExactDecimal.parse("-0.00") == .zero)
    #expect(try ExactDecimal.parse("-0").description == "0")
  }

  @Test func keepsCentsThatADoubleLoses() throws {
    #expect(try ExactDecimal.parse("0.1") + ExactDecimal.parse("0.2") == ExactDecimal.parse("0.3"))
    #expect(try ExactDecimal.parse("1.005").rounded(to: 2, .halfUp).description == "1.01")
  }

  @Test func addsUpInPlace() throws {
    var sum = try ExactDecimal.parse("0.1")
    sum += try ExactDecimal.parse("0.02")
    sum -= try ExactDecimal.parse("0.12")
    #expect(sum == .zero)
  }

  @Test func growsPastAMachineWordAndComesBack() throws {
    let word = ExactDecimal(Int.max)
    #expect((word + .one).description == "9223372036854775808")
    #expect((word + .one - .one).whole == .max)
    #expect((-(word + .one)).whole == .min)
    #expect((-(-(word + .one))).description == "9223372036854775808")
    #expect((word * word).description == "85070591730234615847396907784232501249")
    #expect(ExactDecimal(.min).magnitude.description == "9223372036854775808")
    #expect(ExactDecimal(.min).divided(by: ExactDecimal(-1), places: 0)?.description == "9223372036854775808")
  }

  @Test(arguments: [
    (RoundingMode.halfEven, "2", "-2"), (.halfUp, "3", "-3"), (.halfDown, "2", "-2"), (.up, "3", "-3"),
    (.down, "2", "-2"), (.ceiling, "3", "-2"), (.floor, "2", "-3"),
  ])
  func roundsATieAsItsModeSays(mode: RoundingMode, above: String, below: String) throws {
    #expect(try ExactDecimal.parse("2.5").rounded(to: 0, mode).description == above)
    #expect(try ExactDecimal.parse("-2.5").rounded(to: 0, mode).description == below)
  }

  @Test func roundsThousands() throws {
    #expect(try ExactDecimal.parse("123456.78").rounded(to: -3).description == "123000")
  }

  @Test func dividesByNothingIntoNothing() {
    #expect(ExactDecimal.one.divided(by: .zero, places: 2) == nil)
  }

  @Test func showsTheCentsThatAreAskedFor() throws {
    #expect(try ExactDecimal.parse("12.5").description(places: 2) == "12.50")
    #expect(ExactDecimal(12).description(places: 2) == "12.00")
    #expect(try ExactDecimal.parse("12.345").description(places: 2) == "12.345")
    #expect(try ExactDecimal.parse("-0.05").description == "-0.05")
  }

  @Test func takesADoubleForTheDecimalThatWasWritten() {
    #expect(ExactDecimal(0.0875)?.description == "0.0875")
    #expect(ExactDecimal(1e21)?.description == "1000000000000000000000")
    #expect(ExactDecimal(Double.nan) == nil)
    #expect(ExactDecimal(-Double.infinity) == nil)
  }

  @Test func refusesNumbersOfMoreThanAHundredDigits() throws {
    let digits = String(repeating: "9", count: 100)
    #expect(try ExactDecimal.parse(digits).description == digits)
    #expect(throws: QuantityError.self) { try ExactDecimal.parse(digits + "9") }
    #expect(throws: QuantityError.self) { try ExactDecimal.parse("1e100") }
    #expect(throws: QuantityError.self) { try ExactDecimal.parse("12e99") }
    #expect(try ExactDecimal.parse("12e98").description == "12" + String(repeating: "0", count: 98))
    #expect(throws: QuantityError.self) { try ExactDecimal.parse("1e-101") }
    #expect(throws: QuantityError.self) { try ExactDecimal.parse("1e-99999999999999999999") }
  }

  // MARK: Laws

  /// Numbers with few and with many digits, from a seed.
  private func random(_ generator: inout SplitMix64) throws -> ExactDecimal {
    let digits = Int.random(
      in: 1...([3, 12, 18, 19, 20, 45].randomElement(using: &generator) ?? 3), using: &generator)
    let text = (0..<digits).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
    let sign = Bool.random(using: &generator) ? "-" : ""
    return try ExactDecimal.parse("\(sign)\(text)e-\(Int.random(in: 0...30, using: &generator))")
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func keepsTheLawsOfArithmetic(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let (a, b, c) = (try random(&generator), try random(&generator), try random(&generator))
      #expect(a + b == b + a)
      #expect(a * b == b * a)
      #expect((a + b) + c == a + (b + c))
      #expect((a * b) * c == a * (b * c))
      #expect(a * (b + c) == a * b + a * c)
      #expect(a - a == .zero)
      #expect(a + b - b == a)
      #expect((a < b) == (b - a > .zero))
      #expect(try ExactDecimal.parse(a.description) == a)
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func dividesToWithinHalfAUnitOfTheLastPlace(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let half = try ExactDecimal.parse("0.5")
    for _ in 0..<50 {
      let (a, b) = (try random(&generator), try random(&generator))
      guard let quotient = a.divided(by: b, places: 6, .halfEven) else { continue }
      let unit = try ExactDecimal.parse("0.000001")
      #expect((quotient * b - a).magnitude <= (half * unit * b).magnitude)
      let (floor, ceiling) = (a.divided(by: b, places: 6, .floor), a.divided(by: b, places: 6, .ceiling))
      #expect(floor.map { $0 <= quotient } == true && ceiling.map { quotient <= $0 } == true)
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func agreesWithSixtyFourBitArithmeticWhereThatIsEnough(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let (x, y) = (
        Int.random(in: -1 << 30...1 << 30, using: &generator), Int.random(in: 1...1 << 30, using: &generator)
      )
      let (a, b) = (ExactDecimal(x), ExactDecimal(y))
      #expect((a + b).whole == x + y)
      #expect((a * b).whole == x * y)
      #expect(a.divided(by: b, places: 0, .down)?.whole == x / y)
    }
  }
}
