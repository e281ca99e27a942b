import Foundation

/// A folder of its own with the fixtures and the examples in it, and a shell that finds `revops`.
final class Session {
  /// What one command line left.
  struct Result: Equatable {
    var output: String
    var messages: String
    var exit: Int32
  }

  /// The folder the commands run in; removed with the session.
  let folder: URL

  /// Makes the folder and copies into it what the tests need.
  init() throws {
    let files = FileManager.default
    folder = files.temporaryDirectory.appendingPathComponent("revops-\(UUID().uuidString)")
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in try files.contentsOfDirectory(atPath: Project.fixtures.path) {
      try files.copyItem(
        at: Project.fixtures.appendingPathComponent(name), to: folder.appendingPathComponent(name))
    }
    let examples = Project.root.appendingPathComponent("Examples")
    if files.fileExists(atPath: examples.path) {
      try files.copyItem(at: examples, to: folder.appendingPathComponent("Examples"))
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Runs a line of bash with nothing of the surroundings but what is given.
  func run(_ line: String, environment: [String: String] = [:], in subfolder: String = "") throws -> Result {
    let output = folder.appendingPathComponent(".stdout")
    let messages = folder.appendingPathComponent(".stderr")
    for file in [output, messages] { try Data().write(to: file) }
    let process = Process()
    // A session that hangs is a failure of that session, not of the whole run.
    let limit = Project.has("timeout") ? ["timeout", "60"] : []
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = limit + ["bash", "-c", line]
    process.currentDirectoryURL = folder.appendingPathComponent(subfolder)
    process.environment = Project.environment(home: folder.path).merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: messages)
    try Self.withoutBlockedSignals { try process.run() }
    process.waitUntilExit()
    return Result(
      output: try String(contentsOf: output, encoding: .utf8),
      messages: try String(contentsOf: messages, encoding: .utf8),
      exit: process.terminationStatus)
  }

  /// Threads of a test run block signals, and a program inherits that from the thread that starts it.
  private static func withoutBlockedSignals(_ body: () throws -> Void) rethrows {
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try body()
  }

  /// The bytes of a file of the session, or nil where there is none.
  func bytes(of name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: folder.appendingPathComponent(name).path).map(Array.init)
  }

  /// The names in the session's folder, or in one below it.
  func names(in subfolder: String = "") -> [String] {
    let path = folder.appendingPathComponent(subfolder).path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0 != ".stdout" && $0 != ".stderr" }.sorted()
  }
}

/// Where things stand in the checkout that the tests were built from.
enum Project {
  /// The folder of Package.swift.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let tests = root.appendingPathComponent("Tests/revopsTests")
  static let fixtures = tests.appendingPathComponent("Fixtures")

  /// The folder with the built executable: beside the test bundle, or where `REVOPS_BINARY` says.
  static let binaries: URL = {
    if let named = ProcessInfo.processInfo.environment["REVOPS_BINARY"] {
      return URL(fileURLWithPath: named).deletingLastPathComponent()
    }
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      if FileManager.default.isExecutableFile(atPath: folder.appendingPathComponent("revops").path) {
        return folder
      }
    }
    return root.appendingPathComponent(".build/debug")
  }()

  /// Whether the transcripts are to be written anew rather than compared.
  static let isRecording = ProcessInfo.processInfo.environment["REVOPS_RECORD"] == "1"

  /// The surroundings of every command, whatever those of the test run are.
  static func environment(home: String) -> [String: String] {
    let own = ProcessInfo.processInfo.environment
    let path = own["PATH"] ?? "/usr/bin:/bin"
    // Where a run that measures coverage writes what the program did.
    let watched = own.filter { $0.key == "LLVM_PROFILE_FILE" }
    // At its start ThreadSanitizer writes half a megabyte to a file of its own in TMPDIR, which a limit on the size of
    // files ends the program for; it leaves that out where there is no such folder.
    let nowhere = isWatchedForRaces ? ["TMPDIR": "/nowhere"] : [:]
    return watched.merging(nowhere) { $1 }.merging([
      "PATH": "\(binaries.path):\(path)", "HOME": home, "LANG": "C.UTF-8", "TZ": "UTC",
      "PROJECT": root.path,
      "SWIFT_BACKTRACE": "enable=no",
      // A checkout without a branch is cloned without a word about it.
      "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "advice.detachedHead", "GIT_CONFIG_VALUE_0": "false",
    ]) { $1 }
  }

  /// Whether ThreadSanitizer watches the tests, and so the program too.
  static let isWatchedForRaces = dlsym(nil, "__tsan_init") != nil

  /// Whether a program is on the path.
  static func has(_ program: String) -> Bool {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return path.split(separator: ":").contains { folder in
      FileManager.default.isExecutableFile(atPath: "\(folder)/\(program)")
    }
  }

  /// Whether a program is on the path; says that a test is passed over where it is not.
  static func hasOrSays(_ program: String) -> Bool {
    if has(program) { return true }
    print("passed over: this needs '\(program)', which is not installed")
    return false
  }

  /// Whether the checkout can be cloned with the examples as they stand; says so where it cannot.
  static let canBeCloned: Bool = {
    guard hasOrSays("git"), let session = try? Session() else { return false }
    let tries = [
      ("git clone -q \"$PROJECT\" clone", "a checkout that git can clone"),
      ("diff -r \"$PROJECT/Examples\" clone/Examples", "the examples as they are committed"),
    ]
    for (line, need) in tries where (try? session.run(line))?.exit != 0 {
      print("passed over: this needs \(need)")
      return false
    }
    return true
  }()

  /// The text of a file of the checkout.
  static func text(of path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }
}
