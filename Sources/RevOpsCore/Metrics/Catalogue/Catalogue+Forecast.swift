extension Catalogue {
  /// What a period will bring, how sure that is, and how right earlier calls were.
  static func forecast() -> [Metric] { calls() + distribution() + trackRecord() }

  @MetricList private static func calls() -> [Metric] {
    Metric(
      "closed_bookings", "Closed bookings", .money, .higherIsBetter, .operating, .headOfSales,
      "What a period has already won.",
      "sum of amount over deals won in the period", terms: ["amount": .money],
      aliases: ["closed", "closed to date"], related: ["commit", "base_forecast"],
      command: "forecast rollup")
    Metric(
      "commit", "Commit", .money, .higherIsBetter, .operating, .firstLineManager,
      "Value of the open deals agreed in word or writing, with the contract under way.",
      "sum of amount over deals in commit", terms: ["amount": .money],
      aliases: ["commit value"], related: ["base_forecast", "best_case"], command: "forecast rollup")
    Metric(
      "best_case", "Best case", .money, .higherIsBetter, .operating, .firstLineManager,
      "Value of the open deals with strong signals that nobody has promised yet.",
      "sum of amount over deals in best case", terms: ["amount": .money],
      aliases: ["best case value"], related: ["commit", "upside_forecast", "best_case_reached"],
      command: "forecast rollup")
    Metric(
      "pipeline_category", "Pipeline category", .money, .neutral, .operating, .firstLineManager,
      "Value of the qualified deals in a sales cycle that are neither commit nor best case.",
      "sum of amount over deals in pipeline", terms: ["amount": .money],
      aliases: ["pipeline category value"], related: ["weighted_forecast"], command: "forecast rollup")
    Metric(
      "base_forecast", "Base forecast", .money, .higherIsBetter, .operating, .cro,
      "What is won plus what is committed.",
      "closed + commit", terms: ["closed": .money, "commit": .money],
      aliases: ["base"], related: ["upside_forecast", "weighted_forecast"], command: "forecast rollup")
    Metric(
      "upside_forecast", "Upside case", .money, .higherIsBetter, .operating, .cro,
      "The base forecast with all of best case on top.",
      "closed + commit + best_case", terms: ["closed": .money, "commit": .money, "best_case": .money],
      aliases: ["upside case"], related: ["base_forecast"], command: "forecast rollup")
    Metric(
      "weighted_forecast", "Weighted forecast", .money, .higherIsBetter, .operating, .revOps,
      "What is won plus every open deal of a forecast category at that category's chance.",
      "closed + sum of amount × category_probability",
      terms: ["closed": .money, "amount": .money, "category_probability": .rate],
      related: ["weighted_pipeline", "forecast_mean"], command: "forecast rollup")
    Metric(
      "forecast", "Forecast", .money, .higherIsBetter, .operating, .firstLineManager,
      "What a manager promises for the period, by name; plans, budgets and heads rest on it.",
      "stated by the manager", aliases: ["fc", "verbal forecast", "verbal commit", "called forecast"],
      related: ["worst_case", "best_case_call", "hit_rate"], command: "forecast rollup")
    Metric(
      "worst_case", "Worst case", .money, .higherIsBetter, .operating, .firstLineManager,
      "What a manager guarantees whatever happens, from deals that are all but closed.",
      "stated by the manager", aliases: ["wc", "floor"], related: ["forecast", "best_case_call"],
      command: "forecast rollup")
    Metric(
      "best_case_call", "Best case, as called", .money, .higherIsBetter, .operating, .firstLineManager,
      "What a manager delivers if everything goes well, about once in four periods.",
      "stated by the manager", aliases: ["bc", "ceiling"], related: ["forecast", "best_case_reached"],
      command: "forecast rollup")
    Metric(
      "forecast_change", "Forecast change", .rate, .lowerIsBetter, .operating, .firstLineManager,
      "How far a forecast moved in a week, up or down; past a tenth it needs a deal to explain it.",
      "|forecast - last_forecast| / last_forecast",
      terms: ["forecast": .money, "last_forecast": .money],
      bands: [BandList(.general, Source.operatingSystem, .onTarget, .above(0.1, .offTarget))],
      aliases: ["week over week change", "change from last week"], related: ["forecast"],
      command: "forecast rollup")
    Metric(
      "deal_probability", "Chance to win", .rate, .neutral, .operating, .accountExecutive,
      "Chance that an open deal is won in the period, by its category unless history says better.",
      "won / closed over past deals of the category", terms: ["won": .count, "closed": .count],
      aliases: ["probability", "confidence", "category_probability"],
      related: ["weighted_pipeline", "weighted_forecast"], command: "forecast rollup")
    Metric(
      "calibrated_call", "Calibrated call", .money, .neutral, .operating, .revOps,
      "A call times how the caller's past calls came out: 130% of them turns $400K into $520K.",
      "call × history, the ratio of actual to called", terms: ["call": .money, "history": .ratio],
      aliases: ["corrected call", "calibrated forecast"],
      related: ["forecast_accuracy", "forecast_variance"],
      command: "forecast calibrate")
    Metric(
      "forecast_variance", "Variance of the two views", .money, .neutral, .operating, .revOps,
      "How far the forecast that data alone supports lies from the one called, over the deals of those who call.",
      "independent_forecast - called_forecast",
      terms: ["independent_forecast": .money, "called_forecast": .money],
      aliases: ["independent view variance"], related: ["calibrated_call"], command: "forecast rollup")
  }

  @MetricList private static func distribution() -> [Metric] {
    percentile(10, "A period brings less than this once in ten times.", aliases: ["p10_bookings"])
    percentile(25, "A period brings less than this once in four times.")
    percentile(
      50, "A period brings this or more in half of all outcomes at least.", aliases: ["median bookings"])
    percentile(75, "A period brings this or more once in four times.")
    percentile(90, "A period brings this or more once in ten times.", aliases: ["p90_bookings"])
    Metric(
      "forecast_mean", "Mean outcome", .money, .higherIsBetter, .operating, .revOps,
      "What a period brings on average over all that can happen to its deals.",
      "closed + sum of amount × probability",
      terms: ["closed": .money, "amount": .money, "probability": .rate],
      aliases: ["mean", "expected bookings"], related: ["p50", "forecast_sd"],
      command: "forecast simulate")
    Metric(
      "forecast_sd", "Spread of the outcome", .money, .lowerIsBetter, .diagnostic, .revOps,
      "Standard deviation of what a period can bring.",
      "√ sum of amount² × probability × (1 - probability), for independent deals",
      terms: ["amount": .money, "probability": .rate],
      aliases: ["sd", "standard deviation"], related: ["forecast_mean"], command: "forecast simulate")
    Metric(
      "probability_of_target", "Chance to reach the target", .rate, .higherIsBetter, .operating, .cro,
      "Chance that a period brings its target or more.",
      "share of outcomes ≥ target", terms: ["target": .money],
      aliases: ["chance of target"], related: ["p50", "forecast_mean"], command: "forecast simulate")
  }

  private static func percentile(_ share: Int, _ text: String, aliases: [String] = []) -> Metric {
    Metric(
      "p\(share)", "\(share)th percentile of bookings", .money, .higherIsBetter, .operating, .revOps, text,
      "greatest amount that at least \(100 - share)% of simulated outcomes reach", aliases: aliases,
      related: ["forecast_mean", "probability_of_target"], command: "forecast simulate")
  }

  @MetricList private static func trackRecord() -> [Metric] {
    Metric(
      "forecast_accuracy", "Forecast accuracy", .rate, .target, .operating, .firstLineManager,
      "What came of a forecast as a share of it; above 100% the call was too low.",
      "actual / forecast", terms: ["forecast": .money, "actual": .money],
      standard: "actual_to_forecast", standardSource: Source.operatingSystem,
      variants: [
        Metric.Variant(
          "forecast_to_actual", "forecast / actual", "field practice",
          ["forecast": .money, "actual": .money]),
        Metric.Variant(
          "one_less_error", "1 - |actual - forecast| / actual", "field practice",
          ["forecast": .money, "actual": .money]),
      ],
      bands: [
        BandList(
          .general, Source.operatingSystem, .tooLow, .at(0.9, .good), .at(0.95, .great), .above(1.05, .good),
          .above(1.1, .tooHigh)),
        BandList(.knowledgeMap, Source.map(3), .tooLow, .at(0.9, .onTarget), .above(1.1, .tooHigh)),
      ],
      aliases: [
        "actual_vs_forecast_last_month", "accuracy", "actual to called", "actual to forecast",
        "forecast to actual",
      ],
      related: ["mape", "hit_rate", "forecast_bias"], command: "forecast accuracy")
    Metric(
      "forecast_error", "Forecast error", .rate, .lowerIsBetter, .operating, .firstLineManager,
      "How far a forecast missed what came, either way, as a share of what came.",
      "|actual - forecast| / actual", terms: ["forecast": .money, "actual": .money],
      bands: [forecastError], aliases: ["absolute percentage error", "ape"], related: ["mape"],
      command: "forecast accuracy")
    Metric(
      "mape", "Mean absolute percentage error", .rate, .lowerIsBetter, .operating, .revOps,
      "Average forecast error over periods, each weighing the same.",
      "mean of |actual - forecast| / actual", terms: ["forecast": .money, "actual": .money],
      bands: [
        forecastError,
        BandList(.operating, Source.engine(5), .onTarget, .at(0.15, .offTarget)),
      ],
      aliases: ["mean absolute percent error", "forecast accuracy (mape)"],
      related: ["wmape", "forecast_accuracy", "forecast_bias"], command: "forecast accuracy")
    Metric(
      "wmape", "Weighted MAPE", .rate, .lowerIsBetter, .diagnostic, .revOps,
      "Forecast error over periods with large periods weighing more.",
      "sum of |actual - forecast| / sum of actual", terms: ["forecast": .money, "actual": .money],
      bands: [forecastError], aliases: ["weighted mean absolute percentage error"],
      related: ["mape"], command: "forecast accuracy")
    Metric(
      "forecast_bias", "Forecast bias", .rate, .target, .operating, .revOps,
      "Which way forecasts miss over many periods; above 0 they promise too much.",
      "sum of (forecast - actual) / sum of actual", terms: ["forecast": .money, "actual": .money],
      bands: [BandList(.general, Source.map(3), .tooLow, .at(-0.1, .inRange), .above(0.1, .tooHigh))],
      aliases: ["bias"], related: ["mape", "forecast_accuracy"], command: "forecast accuracy")
    Metric(
      "hit_rate", "Forecast hit rate", .rate, .higherIsBetter, .operating, .firstLineManager,
      "Share of periods that delivered the forecast or more.",
      "periods with actual ≥ forecast / periods", terms: ["hits": .count, "periods": .count],
      bands: [BandList(.general, Source.operatingSystem, .offTarget, .at(0.75, .onTarget))],
      aliases: ["forecast hit", "fc hit rate"], related: ["best_case_reached", "forecast_accuracy"],
      command: "forecast accuracy")
    Metric(
      "best_case_reached", "Best case reached", .rate, .target, .diagnostic, .firstLineManager,
      "Share of periods that reached the best case called; never means it is none.",
      "periods with actual ≥ best_case / periods", terms: ["hits": .count, "periods": .count],
      bands: [
        BandList(.general, Source.operatingSystem, .tooLow, .at(0.25, .inRange), .above(0.3, .tooHigh))
      ],
      aliases: ["best case hit rate"], related: ["hit_rate", "best_case_call"], command: "forecast accuracy")
    Metric(
      "range_hit_rate", "Came out within the range", .rate, .target, .diagnostic, .revOps,
      "Share of past forecasts in which the period came out between the simulation's P10 and P90: 80% if its chances "
        + "are right.",
      "forecasts with p10 ≤ actual ≤ p90 / forecasts", terms: ["forecasts": .count],
      bands: [
        BandList(.general, Source.quantiles, .tooLow, .at(0.7, .inRange), .above(0.9, .tooHigh))
      ],
      aliases: ["interval coverage"], related: ["p10", "p90", "mape"], command: "forecast backtest")
    Metric(
      "sandbag_share", "Share of periods sandbagged", .rate, .lowerIsBetter, .diagnostic, .firstLineManager,
      "Share of periods in which a person delivered more than 110% of what they called.",
      "periods with actual / forecast > 1.1 / periods", terms: ["periods": .count],
      aliases: ["sandbagging rate"], related: ["forecast_accuracy", "calibrated_call"],
      command: "forecast accuracy")
  }

  private static var forecastError: BandList {
    BandList(
      .general, Source.engine(4), .excellent, .at(0.1, .good), .at(0.15, .needsWork), .at(0.25, .broken))
  }
}
