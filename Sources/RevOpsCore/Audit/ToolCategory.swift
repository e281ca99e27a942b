/// What a tool of the revenue stack is for; the raw value is its key under `tech_stack`.
public enum ToolCategory: String, CaseIterable, Hashable, Sendable, Encodable {
  case crm
  case marketingAutomation = "marketing_automation"
  case csPlatform = "cs_platform"
  case billing
  case dataWarehouse = "data_warehouse"
  case biTool = "bi_tool"
  case webAnalytics = "web_analytics"
  case emailSequencer = "email_sequencer"
  case enrichment
  case callRecording = "call_recording"
  case cpq
  case revopsPlatform = "revops_platform"
  case abm
  case dataActivation = "data_activation"
  case advancedAnalytics = "advanced_analytics"
  case aiForecasting = "ai_forecasting"
  case dealIntelligence = "deal_intelligence"
  case revenueIntelligence = "revenue_intelligence"
  case customDataModels = "custom_data_models"

  /// Its name inside a sentence.
  var noun: String {
    switch self {
    case .crm: "CRM"
    case .csPlatform: "CS platform"
    case .biTool: "BI tool"
    case .cpq: "CPQ"
    case .revopsPlatform: "RevOps platform"
    case .abm: "ABM"
    case .aiForecasting: "AI forecasting"
    default: String(rawValue.map { $0 == "_" ? " " : $0 })
    }
  }

  /// Its name for people, as a heading.
  var title: String { noun.prefix(1).uppercased() + noun.dropFirst() }

  /// How much a company of a stage needs a tool of this kind.
  public enum Need: String, CaseIterable, Hashable, Sendable, Encodable {
    case mustHave = "must_have"
    case niceToHave = "nice_to_have"
    case premium
    case aboveStage = "above_stage"
  }

  /// The need at a stage: what the stage's own row says, or else what an earlier stage has already.
  ///
  /// From $20M on, everything that $5-20M must have is a must. A kind that no row up to the stage names
  /// belongs to a later stage.
  ///
  /// Source: RevOps Engine, phase 10.
  func need(at stage: CompanyStage) -> Need {
    let rows: [[ToolCategory: Need]]
    switch stage {
    case .preRevenue, .under1M: rows = [Self.before1M]
    case .from1To5M: rows = [Self.from1To5M, Self.before1M]
    case .from5To20M: rows = [Self.from5To20M, Self.from1To5M, Self.before1M]
    case .over20M: rows = [Self.over20M, Self.from5To20M, Self.from1To5M, Self.before1M]
    }
    guard let row = rows.firstIndex(where: { $0[self] != nil }), let need = rows[row][self] else {
      return .aboveStage
    }
    // A must of an earlier stage that the later row no longer names is still useful, not missing.
    return row > 0 && need == .mustHave && stage != .over20M ? .niceToHave : need
  }

  private static let before1M: [ToolCategory: Need] = [
    .crm: .mustHave, .billing: .mustHave, .webAnalytics: .mustHave,
    .emailSequencer: .niceToHave, .biTool: .niceToHave,
  ]
  private static let from1To5M: [ToolCategory: Need] = [
    .crm: .mustHave, .marketingAutomation: .mustHave, .billing: .mustHave,
    .enrichment: .niceToHave, .callRecording: .niceToHave, .cpq: .niceToHave,
    .dataWarehouse: .premium,
  ]
  private static let from5To20M: [ToolCategory: Need] = [
    .crm: .mustHave, .marketingAutomation: .mustHave, .billing: .mustHave, .dataWarehouse: .mustHave,
    .biTool: .mustHave,
    .revopsPlatform: .niceToHave, .abm: .niceToHave, .csPlatform: .niceToHave,
    .dataActivation: .premium,
  ]
  private static let over20M: [ToolCategory: Need] = [
    .crm: .mustHave, .marketingAutomation: .mustHave, .billing: .mustHave, .dataWarehouse: .mustHave,
    .biTool: .mustHave,
    .cpq: .mustHave, .advancedAnalytics: .mustHave, .webAnalytics: .niceToHave,
    .aiForecasting: .niceToHave, .dealIntelligence: .niceToHave, .revenueIntelligence: .niceToHave,
    .customDataModels: .premium,
  ]
}
