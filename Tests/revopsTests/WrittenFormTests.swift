import RevOpsCore
import Testing

@testable import revops

/// The forms that help shows are read, and those it calls refused are refused.
@Suite struct WrittenFormTests {
  private static func read(_ text: String, as kind: String) throws {
    switch kind {
    case "number": _ = try Number.parse(text)
    case "money": _ = try Money.parse(text, rates: rates())
    case "rate": _ = try Rate.parse(text)
    case "ratio": _ = try Ratio.parse(text)
    case "duration": _ = try TimeSpan.parse(text)
    case "band": _ = try ValueBand.parse(text)
    case "date": _ = try CalendarDate.parse(text)
    case "period": _ = try Period.parse(text)
    default: Issue.record("no reader for '\(kind)'")
    }
  }

  private static func rates() throws -> ExchangeRates {
    var rates = ExchangeRates()
    try rates.add(try Currency.parse("EUR"), .one)
    return rates
  }

  static let forms = (WrittenForm.quantities + WrittenForm.dates).filter { !$0.accepted.isEmpty }

  @Test func readsEveryFormThatHelpShows() throws {
    for form in Self.forms {
      for text in form.accepted {
        #expect(throws: Never.self, "\(form.kind) '\(text)'") { try Self.read(text, as: form.kind) }
      }
      for text in form.refused {
        #expect(throws: QuantityError.self, "\(form.kind) '\(text)'") { try Self.read(text, as: form.kind) }
      }
    }
  }
}
