/// How `revops check` can write what it found.
public enum CheckFormat: String, Hashable, Sendable, CaseIterable {
  case text, json, csv, markdown, html, junit, sarif, github, gitlab, tap
}

extension CheckReport {
  /// The run in a format, ending in a line feed where there is anything to say.
  public func rendered(as format: CheckFormat, _ options: RenderOptions = RenderOptions()) -> String {
    switch format {
    case .text: CheckTextRenderer.render(self, options)
    case .json: CheckJSONRenderer.render(self)
    case .csv: CSVRenderer.render(report)
    case .markdown: MarkdownRenderer.render(report, options)
    case .html: HTMLRenderer.render(report)
    case .junit: JUnitRenderer.render(self)
    case .sarif: SARIFRenderer.render(self)
    // What is refused stands on standard error already; else the log is to say what the annotations leave out.
    case .github:
      GitHubRenderer.render(self)
        + (isRefusal ? "" : GitHubRenderer.inTheLog(CheckTextRenderer.render(self, options), of: self))
    case .gitlab: GitLabRenderer.render(self)
    case .tap: TAPRenderer.render(self)
    }
  }
}
