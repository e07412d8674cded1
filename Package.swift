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
    .library(name: "EntenteDiagrams", targets: ["EntenteDiagrams"]),
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
    // No pkg-config name: it would link libgvc into the program, which opens it at run time instead.
    .systemLibrary(
      name: "CGraphviz",
      providers: [.apt(["libgraphviz-dev"]), .yum(["graphviz-devel"]), .brew(["graphviz"])]
    ),
    .target(name: "Graphviz", dependencies: ["CGraphviz"], swiftSettings: settings),
    .target(
      name: "EntenteFormats",
      dependencies: ["EntenteCore"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "EntenteFormatsTests",
      dependencies: ["EntenteFormats", "Graphviz"],
      swiftSettings: settings
    ),
    .target(
      name: "EntenteDiagrams",
      dependencies: ["EntenteCore", "EntenteFormats", "Graphviz"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "EntenteDiagramsTests",
      dependencies: ["EntenteDiagrams", "EntenteCore", "EntenteFormats", "Graphviz"],
      swiftSettings: settings
    ),
    .testTarget(name: "GraphvizTests", dependencies: ["Graphviz"], swiftSettings: settings),
    .testTarget(
      name: "EntenteCoreTests",
      dependencies: ["EntenteCore"],
      swiftSettings: settings
    ),
  ]
)
