// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Entente", path: "../..")],
  targets: [
    .executableTarget(
      name: "BlocsBenchmark",
      dependencies: [.product(name: "EntenteCore", package: "Entente")]
    )
  ]
)
