// swift-tools-version: 6.1
import PackageDescription

/// Every target builds in the Swift 6 language mode; features that will be the default later are on now.
let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + strict

/// `ENTENTE_STRICT=1` makes every warning an error. It is off otherwise, because a package with
/// unsafe flags cannot be depended upon.
var strict: [SwiftSetting] {
  Context.environment["ENTENTE_STRICT"] == nil ? [] : [.unsafeFlags(["-warnings-as-errors"])]
}

let package = Package(
  name: "Entente",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "entente", targets: ["EntenteCLI"]),
    .library(name: "EntenteCore", targets: ["EntenteCore"]),
    .library(name: "EntenteFormats", targets: ["EntenteFormats"]),
    .library(name: "EntenteFeeds", targets: ["EntenteFeeds"]),
    .library(name: "EntenteSolver", targets: ["EntenteSolver"]),
    .library(name: "EntenteDiagrams", targets: ["EntenteDiagrams"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
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
      providers: [.apt(["libyaml-dev"]), .yum(["libyaml-devel"]), .brew(["libyaml"])]
    ),
    .target(
      name: "EntenteFormats",
      dependencies: ["EntenteCore", "CLibYAML"],
      swiftSettings: settings
    ),
    .target(
      name: "EntenteFeeds", dependencies: ["EntenteCore", "EntenteFormats"], swiftSettings: settings
    ),
    // No pkg-config name: its linker flags would load CLP into every program at start; it is opened at
    // run time instead.
    .systemLibrary(
      name: "CClp",
      providers: [.apt(["coinor-libclp-dev"]), .yum(["coin-or-Clp-devel"]), .brew(["clp"])]
    ),
    .target(name: "EntenteSolver", dependencies: ["EntenteCore", "CClp"], swiftSettings: settings),
    // No pkg-config name: it would link libgvc into the program, which opens it at run time instead.
    .systemLibrary(
      name: "CGraphviz",
      providers: [.apt(["libgraphviz-dev"]), .yum(["graphviz-devel"]), .brew(["graphviz"])]
    ),
    .target(name: "Graphviz", dependencies: ["CGraphviz"], swiftSettings: settings),
    .target(
      name: "EntenteDiagrams",
      dependencies: ["EntenteCore", "EntenteFormats", "Graphviz"],
      swiftSettings: settings
    ),
    .target(
      name: "EntenteCommands",
      dependencies: [
        "EntenteCore", "EntenteFormats", "EntenteFeeds", "EntenteDiagrams", "EntenteSolver",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "EntenteCLI", dependencies: ["EntenteCommands"], swiftSettings: settings),

    .target(
      name: "TestSupport",
      dependencies: ["EntenteCore"],
      path: "Tests/TestSupport",
      swiftSettings: settings
    ),
    .testTarget(
      name: "EntenteCoreTests",
      dependencies: ["EntenteCore", "TestSupport"],
      exclude: ["oracles"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "EntenteSolverTests",
      dependencies: ["EntenteSolver", "EntenteCore", "TestSupport"],
      exclude: ["oracles"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "EntenteFormatsTests",
      dependencies: ["EntenteFormats", "EntenteCore", "Graphviz", "TestSupport"],
      exclude: ["Broken", "good.yaml", "oracles"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "EntenteFeedsTests",
      dependencies: ["EntenteFeeds", "EntenteFormats", "EntenteCore"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "EntenteDiagramsTests",
      dependencies: [
        "EntenteDiagrams", "EntenteCore", "EntenteFormats", "Graphviz", "TestSupport",
      ],
      exclude: ["Recorded", "oracles"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "EntenteCommandsTests",
      dependencies: [
        "EntenteCommands", "EntenteFormats",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "ExampleTests", dependencies: ["EntenteCLI", "TestSupport"], swiftSettings: settings),
    .testTarget(name: "GraphvizTests", dependencies: ["Graphviz"], swiftSettings: settings),
  ]
)
