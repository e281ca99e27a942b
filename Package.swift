// swift-tools-version: 6.1
import PackageDescription

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
    .testTarget(name: "RevOpsCoreTests", dependencies: ["RevOpsCore"]),
    .testTarget(
      name: "revopsTests", dependencies: ["revops", "RevOpsCore"], exclude: ["Fixtures", "Transcripts"]),
  ],
  swiftLanguageModes: [.v6]
)
