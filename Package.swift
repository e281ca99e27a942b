// swift-tools-version: 6.1
import PackageDescription

// Fuzzers link only with their sanitizer, so they are there only where asked for: `FUZZ=1 swift build`.
let fuzzers: [Target] =
  Context.environment["FUZZ"] == "1"
  ? ["Quantity", "Date", "CSV", "Expression", "YAML", "JSON"].map { name in
    .executableTarget(name: "Fuzz\(name)", dependencies: ["RevOpsCore"], path: "Tests/Fuzz/\(name)")
  } : []

let package = Package(
  name: "revops",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "RevOpsCore", targets: ["RevOpsCore"]),
    .executable(name: "revops", targets: ["revops"]),
  ],
  targets: [
    .target(name: "RevOpsCore"),
    .executableTarget(name: "revops", dependencies: ["RevOpsCore"]),
    .testTarget(name: "RevOpsCoreTests", dependencies: ["RevOpsCore"], exclude: ["Seeds"]),
    .testTarget(
      name: "revopsTests", dependencies: ["revops", "RevOpsCore"], exclude: ["Fixtures", "Transcripts"]),
  ] + fuzzers,
  swiftLanguageModes: [.v6]
)
