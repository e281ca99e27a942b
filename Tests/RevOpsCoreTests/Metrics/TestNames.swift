import Testing

@testable import RevOpsCore

extension Metric: CustomTestStringConvertible {
  public var testDescription: String { id }
}

extension Topic: CustomTestStringConvertible {
  public var testDescription: String { id }
}
