extension Outcome {
  /// The outcome in a format, in UTF-8, ending in a line feed.
  public func rendered(as format: OutputFormat, _ options: RenderOptions = RenderOptions()) -> [UInt8] {
    switch format {
    case .text: Array(TextRenderer.render(report, options).utf8)
    case .markdown: Array(MarkdownRenderer.render(report, options).utf8)
    case .csv: CSVRenderer.bytes(of: report)
    case .json: JSONText.bytes(of: JSONRenderer.envelope(of: self))
    case .html: Array(HTMLRenderer.render(report).utf8)
    }
  }
}
