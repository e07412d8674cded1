// swift-tools-version: 6.1
import PackageDescription

/// Measurements, apart from the package itself so that its users do not build them.
let package = Package(
  name: "EntenteBenchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "Entente", path: "../..")
  ],
  targets: [
    .executableTarget(
      name: "CentralityBench",
      dependencies: [.product(name: "EntenteCore", package: "Entente")]
    ),
    .executableTarget(
      name: "GrowthBench",
      dependencies: [.product(name: "EntenteCore", package: "Entente")]
    ),
    .executableTarget(
      name: "BlocsBench",
      dependencies: [.product(name: "EntenteCore", package: "Entente")]
    ),
    .executableTarget(
      name: "FrustrationBench",
      dependencies: [
        .product(name: "EntenteCore", package: "Entente"),
        .product(name: "EntenteSolver", package: "Entente"),
      ]
    ),
    .executableTarget(
      name: "SmallGraphBench",
      dependencies: [
        .product(name: "EntenteCore", package: "Entente"),
        .product(name: "EntenteSolver", package: "Entente"),
      ]
    ),
    .executableTarget(
      name: "FiguresBench",
      dependencies: [
        .product(name: "EntenteCore", package: "Entente"),
        .product(name: "EntenteDiagrams", package: "Entente"),
        .product(name: "EntenteFormats", package: "Entente"),
      ]
    ),
    .executableTarget(
      name: "RenderGrowth",
      dependencies: [
        .product(name: "EntenteCore", package: "Entente"),
        .product(name: "EntenteDiagrams", package: "Entente"),
        .product(name: "EntenteFormats", package: "Entente"),
      ]
    ),
    .executableTarget(
      name: "ShiftBench",
      dependencies: [
        .product(name: "EntenteCore", package: "Entente"),
        .product(name: "EntenteFormats", package: "Entente"),
      ]
    ),
  ]
)
