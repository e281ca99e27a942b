#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Settles what the process inherited before anything is read or written.
///
/// - A closed descriptor 0, 1 or 2 is taken by one that fails on use, or the next file opened would get its
///   number and receive our output.
/// - A reader that goes away and a file size limit show as errors of the write, not as a sudden end.
/// - A crash says that it is our mistake, and exits with 70.
func prepareProcess() {
  for (descriptor, unusable) in [
    (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY),
  ]
  where fcntl(descriptor, F_GETFD) < 0 && errno == EBADF {
    // The lowest free number is taken, and all below are in use by now.
    _ = open("/dev/null", unusable)
  }
  signal(SIGPIPE, SIG_IGN)
  signal(SIGXFSZ, SIG_IGN)
  reportCrashes()
}

/// Where the handler of crashes runs, kept for the life of the process.
nonisolated(unsafe) private let crashStack = UnsafeMutableRawBufferPointer.allocate(
  byteCount: 1 << 16, alignment: 16)

private func reportCrashes() {
  var stack = stack_t()
  stack.ss_sp = crashStack.baseAddress
  stack.ss_size = numericCast(crashStack.count)
  sigaltstack(&stack, nil)
  var action = sigaction()
  #if canImport(Glibc)
    action.__sigaction_handler.sa_handler = crashed
  #elseif canImport(Musl)
    action.__sa_handler.sa_handler = crashed
  #else
    action.__sigaction_u.__sa_handler = crashed
  #endif
  action.sa_flags = Int32(SA_ONSTACK) | Int32(bitPattern: UInt32(SA_RESETHAND))
  for signal in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT] { sigaction(signal, &action, nil) }
}

/// Runs on its own stack and calls only what a signal handler may.
private func crashed(_ signal: Int32) {
  let message: StaticString = """
    revops: internal error: this is a bug of revops, not of your files; please report it with the command
    and what stands above

    """
  _ = write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
  _exit(ExitCode.bug.rawValue)
}
