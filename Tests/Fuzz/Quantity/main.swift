// Any bytes as every kind of quantity: none may trap, and what is read must read back from its own text.
import RevOpsCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Fails the run where a quantity that was read does not come back from its own description.
func check<Value: Equatable & CustomStringConvertible>(
  _ parse: (String) throws(QuantityError) -> Value, _ text: String
) {
  guard let value = try? parse(text) else { return }
  guard let again = try? parse(value.description), again == value else {
    fatalError("'\(text)' is read as \(value), which does not read back")
  }
}

/// Reads a text as each kind of quantity.
func readEveryQuantity(_ text: String) {
  var rates = ExchangeRates()
  for code in ["EUR", "GBP", "JPY"] {
    if let currency = Currency(code) { try? rates.add(currency, .one) }
  }
  for style in [
    NumberStyle(), NumberStyle(decimalMark: .comma), NumberStyle(allowsExportForms: true),
    NumberStyle(decimalMark: .comma, allowsExportForms: true),
  ] {
    if let number = try? Number.parse(text, style: style), !number.isFinite {
      fatalError("'\(text)' is \(number)")
    }
    _ = try? Money.parse(text, rates: rates, style: style)
    _ = try? Rate.parse(text, style: style)
  }
  check({ (text) throws(QuantityError) in try ExactDecimal.parse(text) }, text)
  check({ (text) throws(QuantityError) in try Money.parse(text, rates: rates) }, text)
  check({ (text) throws(QuantityError) in try Rate.parse(text) }, text)
  check({ (text) throws(QuantityError) in try RatePerPeriod.parse(text) }, text)
  check({ (text) throws(QuantityError) in try MoneyPerPeriod.parse(text, rates: rates) }, text)
  check({ (text) throws(QuantityError) in try Ratio.parse(text) }, text)
  check({ (text) throws(QuantityError) in try TimeSpan.parse(text) }, text)
  check({ (text) throws(QuantityError) in try ValueBand.parse(text, rates: rates) }, text)
  if let a = try? ExactDecimal.parse(text) {
    if a + a - a != a || (a * a).divided(by: a, places: a.places) ?? a != a {
      fatalError("\(a) breaks a law")
    }
    for mode in RoundingMode.allCases { _ = a.rounded(to: 2, mode).double }
  }
  if let span = try? TimeSpan.parse(text, unit: .days) {
    _ = CalendarDate(dayNumber: 20_000).adding(span)
    _ = WorkCalendar.standard.adding(span, to: Moment(seconds: 1_700_000_000), in: .utc)
  }
}

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  readEveryQuantity(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
  return 0
}

typealias Body = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
@_silgen_name("LLVMFuzzerRunDriver")
func LLVMFuzzerRunDriver(
  _: UnsafeMutablePointer<CInt>, _: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _: Body
) -> CInt

var argc = CommandLine.argc
var argv = CommandLine.unsafeArgv
exit(LLVMFuzzerRunDriver(&argc, &argv, fuzzOne))
