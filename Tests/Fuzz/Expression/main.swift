// Any bytes as an expression, on nothing, on a result and on a table: none may trap or hang, and a filter
// must decide as the value does.
import RevOpsCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

let result: JSONValue = .object([
  .init("a", 1), .init("b", 2.5), .init("c", "x"), .init("d", .null), .init("e", "2026-03-31"),
  .init("f_days", 9),
  .init(
    "g",
    .array([
      .object([.init("h", 1), .init("i", "y")]), .object([.init("h", .null), .init("j", .bool(true))]),
    ])),
  .init("k", .array([1, 2, .null])), .init("l", .object([.init("m", .number(1e300))])),
])
let csv = "a,b,c,d,e\n1,2.5,x,,2026-03-31\n,$3,y,TRUE,2026-03-31\n-7,25%,'z,false,2026-02-01\n"

/// Checks an expression against a schema and evaluates it for a row.
func run(_ expression: Expression, _ schema: ExpressionSchema, _ row: some ExpressionRow) {
  guard let typed = try? expression.check(against: schema) else { return }
  let value = typed.value(for: row)
  _ = value.description
  _ = value.json
  guard typed.type == .truth else { return }
  let truth = typed.truth(for: row)
  guard value.isMissing ? truth == nil : value == .truth(truth == true) else {
    fatalError("'\(expression.text)' is \(value), but a filter takes it as \(String(describing: truth))")
  }
}

/// Reads a text as an expression and tries it everywhere.
func evaluate(_ text: String) {
  guard let expression = try? Expression.parse(text) else { return }
  run(expression, ExpressionSchema([]), ResultRow(.null))
  run(expression, ExpressionSchema(of: result), ResultRow(result))
  guard let table = try? Table.read(SourceText(name: "t.csv", text: csv)) else { return }
  let schema = ExpressionSchema(of: table)
  for index in 0..<table.rowCount { run(expression, schema, TableRow(table, schema, index: index)) }
}

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  evaluate(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
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
