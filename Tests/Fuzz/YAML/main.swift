import RevOpsCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One input of the fuzzer: read it, and where it can be read, write it and read that back.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
  guard let document = try? Document.read(SourceText(name: "fuzz", bytes: bytes), as: .yaml) else { return 0 }
  let text = document.root.yamlText()
  let again = try? Document.read(SourceText(name: "again", bytes: text), as: .yaml)
  precondition(again?.root.yamlText() == text, "what was written does not read back")
  if let json = try? document.root.jsonText() {
    let again = try? Document.read(SourceText(name: "again", bytes: json), as: .json)
    precondition(again != nil, "the JSON that was written cannot be read")
  }
  return 0
}

typealias Body = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt

@_silgen_name("LLVMFuzzerRunDriver")
func LLVMFuzzerRunDriver(
  _: UnsafeMutablePointer<CInt>,
  _: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>, _: Body
) -> CInt

var argumentCount = CommandLine.argc
var arguments = CommandLine.unsafeArgv
exit(LLVMFuzzerRunDriver(&argumentCount, &arguments, fuzzOne))
