import Foundation
import Testing

/// What happens when the system fails us at a given call, by strace's fault injection.
@Suite struct FaultTests {
  /// Whether strace is there and allowed to trace; says so where it is not.
  static let canInject: Bool = {
    guard Project.hasOrSays("strace") else { return false }
    let works = (try? Session().run("strace -qq -o /dev/null true").exit) == 0
    if !works { print("passed over: strace is not allowed to trace here") }
    return works
  }()

  /// Whether the first write of the process is the program's own; says so where it is not.
  static let writesFirst: Bool = {
    if Project.isWatchedForRaces { print("passed over: ThreadSanitizer writes before the program does") }
    return !Project.isWatchedForRaces
  }()

  /// A build that AddressSanitizer watches cannot look for leaks while it is traced.
  private let traced = ["ASAN_OPTIONS": "detect_leaks=0"]

  private func run(_ inject: String, on path: String? = nil, _ command: String, in session: Session) throws
    -> Session.Result
  {
    let only = path.map { "-P \(session.folder.path)/\($0) " } ?? ""
    let line = "strace -f -qq -o /dev/null \(only)-e inject=\(inject) \(command)"
    return try session.run(line, environment: traced)
  }

  @Test(.enabled(if: canInject)) func readsOnAfterAnInterruption() throws {
    let session = try Session()
    let expected = try session.run("revops convert deals.csv")
    let result = try run("read:error=EINTR:when=1", on: "deals.csv", "revops convert deals.csv", in: session)
    #expect(result == expected)
    #expect(!expected.output.isEmpty)
  }

  /// The workspace itself, a section's file, a table, a second name of one, and standard input from one.
  @Test(arguments: [
    "audit demo/revops.yaml -o demo/revops.yaml", "check demo/revops.yaml -o demo/./revops-audit.yaml",
    "check demo/revops.yaml --format sarif -o demo/revops.yaml",
    "check demo/revops.yaml --format junit -o demo/data/opportunities.csv",
    "pipeline health demo/data/opportunities.csv -o demo/data/../data/opportunities.csv",
    "convert demo/revops.yaml -o demo/revops.yaml", "audit demo/revops.yaml -o linked",
    "audit demo/revops.yaml -o second", "convert - -o demo/revops.yaml < demo/revops.yaml",
  ])
  func neverWritesOverAFileThatItReads(command: String) throws {
    let session = try Session()
    let sums = "find demo linked second -type f -exec sha256sum {} + | sort"
    let made =
      "cp -r Examples/northwind demo; ln -s demo/revops.yaml linked; ln demo/revops.yaml second; \(sums)"
    let before = try session.run(made).output
    let result = try session.run("revops \(command)")
    #expect(result.exit == 2 && result.output == "")
    #expect(result.messages.contains("the output would take the place of"))
    #expect(try session.run(sums).output == before && before.contains("demo/revops.yaml"))
  }

  @Test(.enabled(if: canInject)) func tellsOfADiskThatCannotBeRead() throws {
    let session = try Session()
    let result = try run("read:error=EIO:when=2", on: "deals.csv", "revops convert deals.csv", in: session)
    #expect(result.exit == 2)
    #expect(result.output == "")
    #expect(result.messages == "revops: error: cannot read 'deals.csv': input/output error\n")
  }

  @Test(.enabled(if: canInject && writesFirst), arguments: ["write", "fsync", "rename"])
  func leavesTheOldFileAloneWhereACallFails(call: String) throws {
    let session = try Session()
    try Data("old\n".utf8).write(to: session.folder.appendingPathComponent("page"))
    let before = session.names()
    // The message about it is written too: only the first write fails.
    let result = try run("\(call):error=ENOSPC:when=1", "revops man -o page", in: session)
    #expect(result.exit == 2)
    #expect(result.messages == "revops: error: cannot write 'page': no space left on device\n")
    #expect(session.bytes(of: "page") == Array("old\n".utf8))
    #expect(session.names() == before)
  }

  @Test(.enabled(if: canInject && writesFirst)) func tellsOfOutputThatIsLostAfterTheFirstWrite() throws {
    let session = try Session()
    let line = "write:error=ENOSPC:when=1 revops man > page"
    let result = try session.run("strace -qq -o /dev/null -e inject=\(line)", environment: traced)
    #expect(result.exit == 2)
    #expect(result.messages == "revops: error: cannot write standard output: no space left on device\n")
  }

  @Test(.enabled(if: canInject), arguments: 1...6)
  func leavesTheOldFileOrTheNewOneWhenKilled(call: Int) throws {
    let session = try Session()
    let page = session.folder.appendingPathComponent("page")
    try Data("old\n".utf8).write(to: page)
    let new = Array(try session.run("revops man").output.utf8)
    let calls = "write,fsync,fchmod,rename"
    _ = try run("\(calls):signal=SIGTERM:when=\(call)", "revops man -o page", in: session)
    let bytes = session.bytes(of: "page")
    #expect(bytes == Array("old\n".utf8) || bytes == new)
    #expect(session.names().allSatisfy { !$0.contains("revops-") })
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/status"), "needs /proc"),
    arguments: ["ILL", "TRAP", "SEGV", "ABRT"])
  func aCrashSaysThatItIsOurs(signal: String) throws {
    // Waits for the handlers (bit 8 of the caught signals is SIGILL), while the shell holds the pipe open.
    let line = """
      mkfifo hold; exec 3<>hold; revops convert --from csv - < hold & child=$!
      until grep -q '^SigCgt:.*[89a-f]$' /proc/$child/status; do sleep 0.02; done
      kill -\(signal) $child; wait $child
      """
    let result = try Session().run(line)
    #expect(result.exit == 70)
    #expect(result.output == "")
    #expect(result.messages.hasPrefix("revops: internal error: this is a bug of revops, not of your files"))
  }

  /// GitHub reads paths from the root of the checkout, wherever in it the command runs.
  @Test func namesFilesFromTheRootOfTheRepository() throws {
    let session = try Session()
    _ = try session.run("mkdir -p repo/.git repo/plans/sub; cp -r Examples/northwind repo/plans/demo")
    func paths(_ format: String, _ environment: [String: String] = [:]) throws -> String {
      let line = "revops check ../demo/revops.yaml --format \(format)"
      return try session.run(line, environment: environment, in: "repo/plans/sub").output
    }
    #expect(try paths("github").contains("file=plans/demo/revops-audit.yaml,"))
    #expect(try paths("sarif").contains(#""uri": "plans/demo/revops-audit.yaml""#))
    #expect(try paths("gitlab").contains(#""path": "plans/demo/revops-audit.yaml""#))
    let workspace = ["GITHUB_WORKSPACE": session.folder.appendingPathComponent("repo/plans").path]
    #expect(try paths("github", workspace).contains("file=demo/revops-audit.yaml,"))
    #expect(try paths("text").contains("../demo/revops-audit.yaml:"))
  }
}
