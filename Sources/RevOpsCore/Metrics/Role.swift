/// A role that answers for metrics.
public enum Role: String, Hashable, Sendable, Encodable, CaseIterable {
  case accountExecutive = "account_executive"
  case accountManager = "account_manager"
  case mixedExecutive = "mixed_account_executive"
  case salesEngineer = "sales_engineer"
  case sdr
  case demandManager = "demand_manager"
  case revOps = "revops"
  case csm
  case firstLineManager = "first_line_manager"
  case regionalHead = "regional_head"
  case headOfSales = "head_of_sales"
  case cro, marketing, finance

  /// The role as it is written in text.
  public var title: String {
    switch self {
    case .accountExecutive: "Account executive"
    case .accountManager: "Account manager"
    case .mixedExecutive: "Account executive, mixed territory"
    case .salesEngineer: "Sales engineer"
    case .sdr: "Sales development representative"
    case .demandManager: "Demand manager"
    case .revOps: "RevOps"
    case .csm: "Customer success manager"
    case .firstLineManager: "First-line manager"
    case .regionalHead: "Regional head"
    case .headOfSales: "Head of sales"
    case .cro: "Chief revenue officer"
    case .marketing: "Marketing"
    case .finance: "Finance"
    }
  }
}
