import Testing

@testable import EntenteCommands

@Suite struct ExplainCommandTests {
  private func text(_ line: String) -> String {
    InProcess.run(line).output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func saysWhatALayerCountsInThePool() {
    let file = InProcess.path("graphs/caucasus-2025.yaml")
    let pooled = text("explain \(file) AZ RU --level state --at 2025-05-19")
    #expect(pooled.contains("4 layers pooled: each counts 1/4 of what it shows by itself"))
    let one = text("explain \(file) AZ RU --level state --at 2025-05-19 --layer economic")
    #expect(!one.contains("of what it shows by itself"))
    // And it is so: the accord is that of the one layer that has any, over four.
    #expect(pooled.contains("accord 0.556") && one.contains("accord 2.222"))
  }

  @Test func saysWhichClaimsAreContradicted() {
    let file = InProcess.path("graphs/russia-azerbaijan-2024-2025.yaml")
    let contested = text("explain \(file) RU AZ --level state --from 2024-12-24 --to 2025-01-15")
    #expect(contested.contains("k06 by k04, k07 and k09"))
    #expect(contested.contains("share the weight of one by credibility"))
    let read = text(
      "explain \(file) RU AZ --level state --from 2024-12-24 --to 2025-01-15 --reading k04")
    #expect(!read.contains("k06"))
  }
}
