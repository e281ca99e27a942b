// Any bytes as a CSV file: nothing may trap, what is read must read back the same once it is written, and a
// table must give every cell, place and column without a trap.
import RevOpsCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads records, writes them and reads them again.
func checkRecords(_ source: SourceText) {
  guard let read = try? CSVRecords.read(source) else { return }
  var writer = CSVWriter(isGuarding: false)
  for row in read.rows { writer.row(row) }
  let written = SourceText(name: "again", bytes: writer.bytes)
  guard let again = try? CSVRecords.read(written, separator: UInt8(ascii: ",")),
    again.rows.elementsEqual(read.rows, by: { $0.map { Array($0.utf8) } == $1.map { Array($0.utf8) } })
  else { fatalError("what was read does not read back") }
}

/// Reads a table and all that can be asked of it.
func checkTable(_ source: SourceText) {
  guard let table = try? Table.read(source) else { return }
  for row in 0..<min(table.rowCount, 64) {
    for column in table.columns.indices.prefix(64) {
      let place = table.place(row, column)
      guard place.line > 0, place.column > 0 else { fatalError("a cell stands nowhere") }
      _ = table.text(row, column)
    }
  }
  for column in table.columns.indices.prefix(32) {
    _ = table.place(column: column)
    _ = try? table.dates(column)
    _ = try? table.dates(column, order: .dmy)
    _ = try? table.amounts(column)
    _ = try? table.amounts(column, decimal: .comma, home: Currency("CLF") ?? .usd)
    _ = try? table.numbers(column)
    _ = try? table.rates(column, isPercent: true)
  }
  if let found = try? ImportInspection.inspect(table) { _ = ResultEncoder.encode(found) }
}

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let source = SourceText(name: "fuzz.csv", bytes: Array(UnsafeBufferPointer(start: start, count: count)))
  checkRecords(source)
  checkTable(source)
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
