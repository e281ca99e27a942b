/// Who to hire in which month, at least cost, so that every target can be carried.
///
/// Months count from 0. Whoever is there or starts in a month works it in full; a share leaves between
/// months, by expectation. A hire in tenure month k carries `ramp[k]` of a full head's capacity, then all.
///
///     heads(r, t)    = heads(r) × keep^t + Σ over s ≤ t of hires(r, s) × keep^(t − s)
///     capacity(r, t) = full × season(t) × (heads(r) × keep^t + Σ hires(r, s) × keep^(t − s) × ramp(t − s))
///     cost           = Σ hires(r, s) × (hire cost + monthly pay × Σ over t ≥ s of keep^(t − s))
///
/// What today's team costs is not counted, since no plan changes it.
public struct HiringPlan: Hashable, Sendable {
  /// One kind of job.
  public struct Role: Hashable, Sendable {
    /// Its name; no two are the same.
    public var name: String
    /// Heads at the start, taken as ramped.
    public var heads: Double
    /// What a ramped head carries in an ordinary month, in the targets' unit; 0 for a support role.
    public var capacity: Double
    /// The share of it in each tenure month until ramped, 0 to 1.
    public var ramp: [Double]
    /// The share of heads that leave from one month to the next, 0 to 1.
    public var monthlyAttrition: Double
    /// What a head costs a month, loaded.
    public var monthlyPay: Double
    /// What it costs to find and start one.
    public var hireCost: Double
    /// The most that can be hired in one month.
    public var mostHires: Int
    /// Months from now until the first hire can start.
    public var recruitingLead: Int
    /// Today's heads by month where more is known of them than a rate of attrition, such as who leaves when.
    public var headsByMonth: [Double] = []
    /// What they carry by month, where more is known of it than that they are ramped.
    public var capacityByMonth: [Double] = []

    /// Makes a role.
    public init(
      _ name: String, heads: Double, capacity: Double, ramp: [Double] = [], monthlyAttrition: Double = 0,
      monthlyPay: Double, hireCost: Double = 0, mostHires: Int, recruitingLead: Int = 0
    ) {
      self.name = name
      self.heads = heads
      self.capacity = capacity
      self.ramp = ramp
      self.monthlyAttrition = monthlyAttrition
      self.monthlyPay = monthlyPay
      self.hireCost = hireCost
      self.mostHires = mostHires
      self.recruitingLead = recruitingLead
    }
  }

  /// An amount that roles together must be able to carry over some months: a month, a quarter, a year.
  public struct Target: Hashable, Sendable {
    /// Its name for people: `2026 Q1`.
    public var name: String
    /// The names of the roles that count; empty for all.
    public var roles: [String]
    /// The months, half-open.
    public var months: Range<Int>
    /// The amount.
    public var amount: Double

    /// Makes a target.
    public init(_ name: String, roles: [String] = [], months: Range<Int>, amount: Double) {
      self.name = name
      self.roles = roles
      self.months = months
      self.amount = amount
    }
  }

  /// A role of which there has to be one for so many heads of others.
  public struct Support: Hashable, Sendable {
    /// The supporting role: `SE`.
    public var role: String
    /// The roles it is there for.
    public var supported: [String]
    /// How many of them one can support.
    public var ratio: Double
    /// The month from which it has to hold.
    public var from: Int

    /// Makes a support ratio.
    public init(_ role: String, for supported: [String], ratio: Double, from: Int = 0) {
      self.role = role
      self.supported = supported
      self.ratio = ratio
      self.from = from
    }
  }

  /// How many months the plan spans.
  public var months: Int
  /// The roles that can be hired.
  public var roles: [Role]
  /// What has to be carried.
  public var targets: [Target]
  /// The ratios to keep.
  public var supports: [Support]
  /// The least heads to have, apart from any ratio.
  public var minima: [Minimum] = []
  /// How a month's capacity differs from the ordinary, repeated as needed; empty for no seasons.
  public var seasons: [Double]
  /// The most hires of all roles together in one month.
  public var mostHires: Int?
  /// The most that the hires may cost over the plan.
  public var budget: Double?
  /// The most that they may cost over some of its months.
  public var spending: [Spending] = []

  /// Makes a plan to solve.
  public init(
    months: Int, roles: [Role], targets: [Target], supports: [Support] = [], seasons: [Double] = [],
    mostHires: Int? = nil, budget: Double? = nil
  ) {
    self.months = max(months, 0)
    self.roles = roles
    self.targets = targets
    self.supports = supports
    self.seasons = seasons
    self.mostHires = mostHires
    self.budget = budget
  }
}
