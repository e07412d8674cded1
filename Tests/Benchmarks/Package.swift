// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "EntenteBenchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Entente", path: "../..")],
  targets: [
    .executableTarget(
      name: "FrustrationBench",
      dependencies: [
        .product(name: "EntenteCore", package: "Entente"),
        .product(name: "EntenteSolver", package: "Entente"),
      ]
    )
  ]
)
