// Any bytes as dates, instants, periods, calendars and zone files: none may trap, and what is read must
// read back from its own text.
import RevOpsCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Fails the run where a value that was read does not come back from its own description.
func check<Value: Equatable & CustomStringConvertible>(
  _ parse: (String) throws(QuantityError) -> Value, _ text: String
) {
  guard let value = try? parse(text) else { return }
  guard let again = try? parse(value.description), again == value else {
    fatalError("'\(text)' is read as \(value), which does not read back")
  }
}

/// Reads a text as each kind of date, and bytes as a zone file.
func readEveryDate(_ bytes: [UInt8]) {
  let text = String(decoding: bytes, as: UTF8.self)
  let fiscal = FiscalCalendar(startMonth: 2) ?? FiscalCalendar()
  check({ (text) throws(QuantityError) in try CalendarDate.parse(text) }, text)
  check({ (text) throws(QuantityError) in try Moment.parse(text) }, text)
  check({ (text) throws(QuantityError) in try Period.parse(text, fiscal: fiscal) }, text)
  if let period = try? Period.parse(text, fiscal: fiscal) {
    _ = fiscal.period(period, offsetBy: 7)
    _ = fiscal.quarter(containing: period.start)
    _ = period.months.count
  }
  let zone = ZoneRules(fixed: text) ?? ZoneRules(tzif: bytes) ?? .utc
  for seconds in [Int.min, -1, 0, 1_700_000_000, 4_000_000_000, Int.max] {
    let moment = Moment(seconds: seconds)
    _ = zone.moment(of: moment.local(in: zone))
  }
  let calendar = (try? WorkCalendar.parse(text)) ?? .standard
  if let moment = try? Moment.parse(text, zone: zone) {
    let end = calendar.adding(TimeSpan(90, .businessHours), to: moment, in: zone)
    _ = calendar.businessMinutes(from: moment, to: end, in: zone)
    _ = calendar.adding(businessDays: -5, to: moment.local(in: zone).date, roll: .modifiedPreceding)
  }
}

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  readEveryDate(Array(UnsafeBufferPointer(start: start, count: count)))
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
