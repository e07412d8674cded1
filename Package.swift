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
    .library(name: "EntenteCore", targets: ["EntenteCore"]),
    .library(name: "EntenteFormats", targets: ["EntenteFormats"]),
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
    .systemLibrary(
      name: "CLibYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
    ),
    .target(
      name: "EntenteFormats",
      dependencies: ["EntenteCore", "CLibYAML"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "EntenteFormatsTests",
      dependencies: ["EntenteFormats", "EntenteCore"],
      exclude: ["Broken", "good.yaml", "oracles"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "EntenteCoreTests",
      dependencies: ["EntenteCore"],
      swiftSettings: settings
    ),
  ]
)
