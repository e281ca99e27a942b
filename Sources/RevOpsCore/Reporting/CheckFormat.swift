/// How `revops check` can write what it found.
public enum CheckFormat: String, Hashable, Sendable, CaseIterable {
  case text, json, junit, sarif, github, gitlab, tap
}

extension CheckReport {
  /// The run in a format, ending in a line feed where there is anything to say.
  public func rendered(as format: CheckFormat, _ options: RenderOptions = RenderOptions()) -> String {
    switch format {
    case .text: CheckTextRenderer.render(self, options)
    case .json: CheckJSONRenderer.render(self)
    case .junit: JUnitRenderer.render(self)
    case .sarif: SARIFRenderer.render(self)
    case .github: GitHubRenderer.render(self)
    case .gitlab: GitLabRenderer.render(self)
    case .tap: TAPRenderer.render(self)
    }
  }
}
