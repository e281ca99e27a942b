#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

prepareProcess()
exit(
  Program(surroundings: .current(), commands: CommandSpec.all)
    .run(Array(CommandLine.arguments.dropFirst())).rawValue)
