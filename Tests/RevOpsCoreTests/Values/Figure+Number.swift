@testable import RevOpsCore

extension Figure {
  /// The number, or one that equals nothing, so that a figure that is absent fails a comparison.
  var orNaN: Double { value ?? .nan }
}
