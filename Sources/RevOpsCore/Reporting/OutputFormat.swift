/// How every command can write its outcome.
public enum OutputFormat: String, Hashable, Sendable, CaseIterable {
  case text, markdown, csv, json, html
}

/// What the place a report is shown in allows.
public struct RenderOptions: Hashable, Sendable {
  /// Columns of a line of text; less than 40 counts as 40.
  public var width: Int
  /// Whether only ASCII may be written.
  public var ascii: Bool
  /// Whether colour may be used.
  public var color: Bool
  /// Rows of a table shown at most, nil for all; what is left out is said.
  public var limit: Int?

  /// Makes options.
  public init(width: Int = 80, ascii: Bool = false, color: Bool = false, limit: Int? = nil) {
    self.width = max(width, 40)
    self.ascii = ascii
    self.color = color
    self.limit = limit
  }
}
