extension Outcome {
  /// The outcome in a format, ending in a line feed.
  public func rendered(as format: OutputFormat, _ options: RenderOptions = RenderOptions()) -> String {
    switch format {
    case .text: TextRenderer.render(report, options)
    case .markdown: MarkdownRenderer.render(report, options)
    case .csv: CSVRenderer.render(report)
    case .json: JSONRenderer.render(self)
    case .html: HTMLRenderer.render(report)
    }
  }
}
