#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Output that did not reach where it was sent.
struct OutputError: Error, Hashable {
  /// What could not be written, as the user names it.
  var target: String
  /// The system's error number.
  var code: Int32

  /// Whether whoever read our output went away, which is no one's mistake.
  var isReaderGone: Bool { code == EPIPE }

  /// One sentence for the user.
  var message: String { "cannot write \(target): \(systemMessage(code))" }
}

/// Writes everything to standard output, and sees it through to the close.
///
/// A disk may report that it is full only when the descriptor is closed.
func writeToStandardOutput(_ bytes: [UInt8]) throws(OutputError) {
  let target = "standard output"
  guard !bytes.isEmpty else { return }
  try writeAll(bytes, to: STDOUT_FILENO, named: target)
  guard close(STDOUT_FILENO) == 0 || errno == EINTR else { throw OutputError(target: target, code: errno) }
}

/// Writes a message for people; there is nobody left to tell where that fails.
func writeToStandardError(_ text: String) {
  try? writeAll(Array(text.utf8), to: STDERR_FILENO, named: "standard error")
}

/// Puts a file in place whole or not at all.
///
/// The bytes go to a new file beside the target, which then takes the target's name; after a failure the
/// target is as it was and nothing is left beside it. A link is followed, permissions of an existing file
/// are kept, and a device or a pipe is written to as it is. Signals that end the program wait until
/// either is done.
func writeFile(_ bytes: [UInt8], to path: String) throws(OutputError) {
  let target = "'\(path)'"
  var status = stat()
  let exists = stat(path, &status) == 0
  if exists, status.st_mode & S_IFMT != S_IFREG {
    try writeInPlace(bytes, path, named: target)
    return
  }
  let restored = blockEndingSignals()
  defer { unblockSignals(restored) }
  let mode = exists ? status.st_mode & 0o7777 : 0o666 & ~currentUmask()
  try replace(exists ? resolved(path) : path, with: bytes, mode: mode, named: target)
}

/// Whether something has a name already, a link that leads nowhere too.
@Sendable func fileExists(_ path: String) -> Bool {
  var status = stat()
  return lstat(path, &status) == 0
}

/// Makes a new file, or fails with `EEXIST` where something has the name already.
func createFile(_ bytes: [UInt8], at path: String) throws(OutputError) {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
  guard descriptor >= 0 else { throw OutputError(target: "'\(path)'", code: errno) }
  do throws(OutputError) {
    try finish(bytes, descriptor, named: "'\(path)'")
  } catch {
    unlink(path)
    throw error
  }
}

/// Makes a folder with those above it; one that is there already will do.
func createFolder(_ path: String) throws(OutputError) {
  if path.isEmpty || path == "." || path == "/" || mkdir(path, 0o777) == 0 { return }
  if errno == ENOENT {
    try createFolder(splitPath(path).folder)
    if mkdir(path, 0o777) == 0 { return }
  }
  let code = errno
  var status = stat()
  guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
    throw OutputError(target: "folder '\(path)'", code: code)
  }
}

private func writeInPlace(_ bytes: [UInt8], _ path: String, named target: String) throws(OutputError) {
  let descriptor = open(path, O_WRONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw OutputError(target: target, code: errno) }
  try finish(bytes, descriptor, named: target)
}

private func replace(
  _ path: String, with bytes: [UInt8], mode: mode_t, named target: String
) throws(OutputError) {
  var template = Array((joinPath(splitPath(path).folder, ".revops-XXXXXX")).utf8CString)
  let descriptor = mkstemp(&template)
  guard descriptor >= 0 else { throw OutputError(target: target, code: errno) }
  do throws(OutputError) {
    fchmod(descriptor, mode)
    try finish(bytes, descriptor, named: target, synced: true)
    guard rename(template, path) == 0 else { throw OutputError(target: target, code: errno) }
  } catch {
    unlink(template)
    throw error
  }
}

private func finish(
  _ bytes: [UInt8], _ descriptor: Int32, named target: String, synced: Bool = false
) throws(OutputError) {
  do throws(OutputError) {
    try writeAll(bytes, to: descriptor, named: target)
    guard !synced || fsync(descriptor) == 0 else { throw OutputError(target: target, code: errno) }
  } catch {
    close(descriptor)
    throw error
  }
  guard close(descriptor) == 0 || errno == EINTR else { throw OutputError(target: target, code: errno) }
}

private func writeAll(_ bytes: [UInt8], to descriptor: Int32, named target: String) throws(OutputError) {
  var written = 0
  while written < bytes.count {
    let count = bytes.withUnsafeBytes { buffer in
      write(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
    }
    if count >= 0 {
      written += count
    } else if errno != EINTR, !(errno == EAGAIN && waitUntilReady(descriptor, Int16(POLLOUT))) {
      throw OutputError(target: target, code: errno)
    }
  }
}

/// The file behind a link, so that the link stays one.
private func resolved(_ path: String) -> String { realPath(path) ?? path }

/// The full path of what is there, without links; nil where nothing is.
func realPath(_ path: String) -> String? {
  guard let real = realpath(path, nil) else { return nil }
  defer { free(real) }
  return String(cString: real)
}

private func currentUmask() -> mode_t {
  let mask = umask(0)
  umask(mask)
  return mask
}

private func blockEndingSignals() -> sigset_t {
  var blocked = sigset_t()
  var before = sigset_t()
  sigemptyset(&blocked)
  for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&blocked, signal) }
  sigprocmask(SIG_BLOCK, &blocked, &before)
  return before
}

private func unblockSignals(_ before: sigset_t) {
  var before = before
  sigprocmask(SIG_SETMASK, &before, nil)
}
