import RevOpsCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads a whole file, device, pipe or, for `-`, standard input.
///
/// Reading goes on until the end is reached, whatever size the system stated: a pipe states none and
/// `/dev/stdin` may state a wrong one. An interrupted read is taken up again.
@Sendable func readFile(_ path: String) throws(InputErrors) -> [UInt8] {
  let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw InputErrors(unopened(path, errno)) }
  defer { if descriptor != STDIN_FILENO { close(descriptor) } }

  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw InputErrors(unread(path, errno)) }
  guard status.st_mode & S_IFMT != S_IFDIR else { throw InputErrors(folder(path)) }
  switch readToEnd(descriptor, expecting: Int(clamping: status.st_size)) {
  case .success(let bytes): return bytes
  case .failure(let problem): throw InputErrors(problem.diagnostic(of: path))
  }
}

/// Which regular file a path leads to, whatever the path is called; `-` leads to what standard input comes from.
struct FileIdentity: Hashable, Sendable {
  private let device: Int
  private let number: UInt64

  /// Looks a path up; nil where no regular file is there.
  init?(_ path: String) {
    var status = stat()
    guard (path == "-" ? fstat(STDIN_FILENO, &status) : stat(path, &status)) == 0,
      status.st_mode & S_IFMT == S_IFREG
    else { return nil }
    device = Int(truncatingIfNeeded: status.st_dev)
    number = UInt64(truncatingIfNeeded: status.st_ino)
  }
}

/// Reads files, but never the one that the output is to take the place of.
///
/// - Parameter output: Where the output goes; nil and `-` stand for standard output.
/// - Returns: The reader.
func readFiles(sparing output: String?) -> FileReader {
  guard let output, output != "-", let target = FileIdentity(output) else { return readFile }
  return { path throws(InputErrors) in
    guard FileIdentity(path) != target else {
      let message = "the output would take the place of \(named(path)), which is read"
      throw InputErrors(
        Diagnostic("file.output-is-input", message, hint: "name another file than '\(output)' with --output"))
    }
    return try readFile(path)
  }
}

/// Why a file that could be opened could not be read.
private enum ReadProblem: Error {
  case system(Int32)
  case tooLarge

  func diagnostic(of path: String) -> Diagnostic {
    switch self {
    case .system(let code): unread(path, code)
    case .tooLarge: Diagnostic("file.too-large", "\(named(path)) is 4 GiB or more, and less can be read")
    }
  }
}

private func readToEnd(_ descriptor: Int32, expecting size: Int) -> Result<[UInt8], ReadProblem> {
  let limit = Int(UInt32.max)
  // One byte more than stated, so that the end shows without growing first.
  var bytes = [UInt8](repeating: 0, count: min(max(size, 1 << 16), limit) + 1)
  var filled = 0
  while true {
    if filled == bytes.count { bytes += [UInt8](repeating: 0, count: bytes.count) }
    let count = bytes.withUnsafeMutableBytes { buffer in
      read(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
    }
    if count == 0 { break }
    if count < 0 {
      if errno == EINTR || (errno == EAGAIN && waitUntilReady(descriptor, Int16(POLLIN))) { continue }
      return .failure(.system(errno))
    }
    filled += count
    guard filled < limit else { return .failure(.tooLarge) }
  }
  bytes.removeLast(bytes.count - filled)
  return .success(bytes)
}

/// Waits on a descriptor that somebody else made non-blocking; false where that cannot work.
func waitUntilReady(_ descriptor: Int32, _ events: Int16) -> Bool {
  var request = pollfd(fd: descriptor, events: events, revents: 0)
  return poll(&request, 1, -1) >= 0 || errno == EINTR
}

/// What the system says about an error number, always in English.
func systemMessage(_ code: Int32) -> String {
  if code == EBADF { return "it is closed" }
  guard let text = strerror(code) else { return "error \(code)" }
  return String(cString: text).lowercased()
}

private func named(_ path: String) -> String { path == "-" ? "standard input" : "'\(path)'" }

private func unopened(_ path: String, _ code: Int32) -> Diagnostic {
  guard code == ENOENT else { return unread(path, code) }
  let (folder, name) = splitPath(path)
  let hint = nearest(to: name, among: fileNames(in: folder)).map { near in
    "did you mean '\(folder == "." ? near : joinPath(folder, near))'?"
  }
  return Diagnostic("file.missing", "no file '\(path)'", hint: hint)
}

private func unread(_ path: String, _ code: Int32) -> Diagnostic {
  Diagnostic("file.unreadable", "cannot read \(named(path)): \(systemMessage(code))")
}

private func folder(_ path: String) -> Diagnostic {
  let inside = path == "-" ? nil : joinPath(path, "revops.yaml")
  return Diagnostic(
    "file.folder", "\(named(path)) is a folder, but a file is wanted",
    hint: inside.flatMap { access($0, F_OK) == 0 ? "did you mean '\($0)'?" : nil })
}

/// The names in a folder in their own order, sorted; empty where it cannot be listed.
private func fileNames(in folder: String) -> [String] {
  guard let stream = opendir(folder) else { return [] }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if !name.hasPrefix(".") { names.append(name) }
  }
  return names.sorted()
}
