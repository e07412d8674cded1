// swift-tools-version: 6.1
import PackageDescription

/// Every target builds in the Swift 6 language mode; features that will be the default later are on now.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "Entente",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "EntenteCore", targets: ["EntenteCore"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1")
  ],
  targets: [
    .target(
      name: "EntenteCore",
      dependencies: [.product(name: "RealModule", package: "swift-numerics")],
      swiftSettings: settings
    ),
    .testTarget(
      name: "EntenteCoreTests",
      dependencies: ["EntenteCore"],
      exclude: ["Oracles"],
      swiftSettings: settings
    ),
  ]
)
