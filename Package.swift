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
    .library(name: "EntenteSolver", targets: ["EntenteSolver"]),
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
    // No pkgConfig: its linker flags would load CLP into every program at start.
    .systemLibrary(
      name: "CClp",
      providers: [.apt(["coinor-libclp-dev"]), .brew(["clp"])]
    ),
    .target(
      name: "EntenteSolver",
      dependencies: ["EntenteCore", "CClp"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "EntenteSolverTests",
      dependencies: ["EntenteSolver", "EntenteCore"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "EntenteCoreTests",
      dependencies: ["EntenteCore"],
      swiftSettings: settings
    ),
  ]
)
