import RevOpsCore

/// The one place that reads files, writes output and settles how the program ends.
struct Program {
  let surroundings: Surroundings
  let commands: [CommandSpec]

  /// Runs one command line, without the program's name.
  func run(_ arguments: [String]) -> ExitCode {
    do throws(UsageError) {
      switch try parse(arguments, commands: commands, fileExists: fileExists) {
      case .version: return write(.text("revops \(version)\n"), to: nil)
      case .help(let command): return write(.text(help(on: command)), to: nil)
      case .helpOnArea(let area):
        return write(.text(HelpPage(area: area).text(width: surroundings.columns)), to: nil)
      case .run(let invocation): return run(invocation)
      }
    } catch {
      writeToStandardError(error.text)
      return .couldNotRun
    }
  }

  private func run(_ invocation: Invocation) -> ExitCode {
    let output = invocation.value(of: .output)
    let request = Request(
      invocation: invocation, surroundings: surroundings, commands: commands,
      read: readFiles(sparing: output), machine: .current(sparing: output), fileExists: fileExists)
    do throws(Failure) {
      let answer = try invocation.command.run(request)
      // A format that is asked for is for a program, which waits for it.
      let isText = (invocation.value(of: .format) ?? OutputFormat.text.rawValue) == OutputFormat.text.rawValue
      return write(answer, to: output, isQuiet: invocation.has(.quiet) && isText)
    } catch {
      writeToStandardError(text(of: error))
      return .couldNotRun
    }
  }

  private func help(on command: CommandSpec?) -> String {
    let page = command.map { HelpPage(command: $0) } ?? HelpPage(overview: commands)
    return page.text(width: surroundings.columns)
  }

  private func text(of failure: Failure) -> String {
    switch failure {
    case .usage(let error): error.text
    case .input(let errors): Appearance(surroundings).text(of: errors.diagnostics)
    }
  }

  private func write(_ answer: Answer, to path: String?, isQuiet: Bool = false) -> ExitCode {
    for file in answer.files where fileExists(file.path) {
      writeToStandardError("revops: error: '\(file.path)' is there already, and nothing was written\n")
      return .couldNotRun
    }
    do throws(OutputError) {
      for file in answer.files { try create(file) }
      if let path, path != "-" {
        try writeFile(answer.output, to: path)
      } else if !isQuiet {
        try writeToStandardOutput(answer.output)
      }
    } catch {
      if error.isReaderGone { return answer.exit }
      writeToStandardError("revops: error: \(error.message)\n")
      return .couldNotRun
    }
    writeToStandardError(answer.messages)
    return answer.exit
  }

  private func create(_ file: Answer.NewFile) throws(OutputError) {
    try createFolder(splitPath(file.path).folder)
    try createFile(Array(file.text.utf8), at: file.path)
  }
}
