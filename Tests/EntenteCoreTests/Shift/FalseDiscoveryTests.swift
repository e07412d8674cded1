import EntenteCore
import Testing

@Suite struct FalseDiscoveryTests {
  @Test func qValuesAreThoseOfTheProcedure() {
    // Table 1 of Benjamini & Hochberg 1995: the procedure at .05 rejects the first four of fifteen.
    let published = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1.0000,
    ]
    let q = FalseDiscovery.qValues(published)
    #expect(q.count { $0 <= 0.05 } == 4)
    #expect(abs(q[0] - 0.0015) < 1e-12)
    #expect(abs(q[3] - 0.035625) < 1e-12)
    #expect(q[14] == 1)
  }

  @Test func qValuesKeepTheOrderAndStayAboveP() {
    var random = EntenteCore.SeededGenerator(seed: 4)
    for count in 0..<40 {
      let p = (0..<count).map { _ in random.unit() }
      let q = FalseDiscovery.qValues(p)
      for first in 0..<count {
        #expect(q[first] >= p[first] && q[first] <= 1)
        // By definition: the smallest of m·p(j)/j over all j that are not before it.
        let least = p.indices.filter { p[$0] >= p[first] }.map { place in
          p[place] * Double(count) / Double(p.count { $0 <= p[place] })
        }.min()
        #expect(abs(q[first] - min(1, least ?? 1)) < 1e-12)
      }
    }
  }
}
