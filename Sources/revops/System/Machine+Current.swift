import RevOpsCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Machine {
  /// What this computer lends: parts of files that lie on a disk, files without a name to put bytes away, and a thread
  /// for each of up to eight processors.
  ///
  /// - Parameters:
  ///   - folder: Where these files are made; `TMPDIR` where none is named.
  ///   - output: The file that the output takes the place of; it is not opened in parts.
  /// - Returns: The machine.
  static func current(puttingAwayIn folder: String? = nil, sparing output: String? = nil) -> Machine {
    let named = folder ?? getenv("TMPDIR").map { String(cString: $0) } ?? ""
    let folder = named.isEmpty ? "/tmp" : named
    let target = output.flatMap { $0 == "-" ? nil : FileIdentity($0) }
    return Machine(
      hands: min(max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1), 8),
      open: { target != nil && FileIdentity($0) == target ? nil : openParts($0) },
      putAway: { putAway($0, in: folder) }, share: share)
  }
}

/// A file that is held open while any part of it may be asked for; a class, since closing it comes last.
private final class OpenFile: Sendable {
  let descriptor: Int32

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  func read(_ offset: Int, _ room: UnsafeMutableRawBufferPointer) -> Int? {
    while true {
      let count = pread(descriptor, room.baseAddress, room.count, off_t(offset))
      if count >= 0 { return count }
      if errno != EINTR { return nil }
    }
  }
}

/// Opens a file that has a size and can be read anywhere; what cannot is left to whoever reads files whole, and so
/// is saying why.
@Sendable private func openParts(_ path: String) -> FileParts? {
  guard path != "-" else { return nil }
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return nil }
  let file = OpenFile(descriptor)
  var status = stat()
  guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
    return nil
  }
  return FileParts(size: Int(status.st_size)) { file.read($0, $1) }
}

/// Puts bytes into a new file that has lost its name already, so that it goes when it is closed, however the program
/// ends; nil where there is no room for it.
private func putAway(_ bytes: UnsafeRawBufferPointer, in folder: String) -> FileParts? {
  var path = Array(joinPath(folder, "revops-XXXXXX").utf8CString)
  let descriptor = path.withUnsafeMutableBufferPointer { path in
    guard let name = path.baseAddress else { return Int32(-1) }
    let descriptor = mkstemp(name)
    if descriptor >= 0 { unlink(name) }
    return descriptor
  }
  guard descriptor >= 0 else { return nil }
  let file = OpenFile(descriptor)
  var written = 0
  while written < bytes.count {
    let count = write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
    if count > 0 {
      written += count
    } else if errno != EINTR {
      return nil
    }
  }
  return FileParts(size: bytes.count) { file.read($0, $1) }
}

/// Does pieces of work on threads of their own, the first one on this thread.
@Sendable private func share(_ pieces: Int, _ work: @Sendable (Int) -> Void) {
  withoutActuallyEscaping(work) { work in
    var threads: [pthread_t] = []
    for number in stride(from: 1, to: pieces, by: 1) {
      let piece = Unmanaged.passRetained(Piece { work(number) })
      if let thread = start(piece) {
        threads.append(thread)
      } else {
        piece.release()
        work(number)
      }
    }
    if pieces > 0 { work(0) }
    for thread in threads { pthread_join(thread, nil) }
  }
}

/// Work on its way to a thread; a class, since a thread takes one pointer.
private final class Piece {
  let work: @Sendable () -> Void

  init(_ work: @escaping @Sendable () -> Void) { self.work = work }
}

/// Starts a thread that does a piece of work and lets go of it; nil where the system gives none.
private func start(_ piece: Unmanaged<Piece>) -> pthread_t? {
  #if canImport(Darwin)
    var thread: pthread_t?
    let failed = pthread_create(
      &thread, nil,
      { pointer in
        Unmanaged<Piece>.fromOpaque(pointer).takeRetainedValue().work()
        return nil
      }, piece.toOpaque())
    return failed == 0 ? thread : nil
  #else
    var thread = pthread_t()
    let failed = pthread_create(
      &thread, nil,
      { pointer in
        if let pointer { Unmanaged<Piece>.fromOpaque(pointer).takeRetainedValue().work() }
        return nil
      }, piece.toOpaque())
    return failed == 0 ? thread : nil
  #endif
}
