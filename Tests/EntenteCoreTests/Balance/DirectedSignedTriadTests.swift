import EntenteCore
import Testing

@Suite struct DirectedSignedTriadTests {
  @Test func asManyKindsAsBurnsideCounts() {
    // For each of the six ways to rename three actors, the patterns that stay as they are: every cycle
    // of arcs under the renaming may have any of three states.
    let arcs = [(0, 1), (1, 0), (1, 2), (2, 1), (2, 0), (0, 2)]
    let renamings = [[0, 1, 2], [1, 2, 0], [2, 0, 1], [1, 0, 2], [0, 2, 1], [2, 1, 0]]
    var fixed = 0
    for names in renamings {
      var left = Set(0..<6)
      var patterns = 1
      while let start = left.min() {
        var arc = start
        while left.remove(arc) != nil {
          let image = (names[arcs[arc].0], names[arcs[arc].1])
          arc = arcs.firstIndex { $0 == image } ?? 0
        }
        patterns *= 3
      }
      fixed += patterns
    }
    #expect(fixed == 6 * 138)
    #expect(DirectedSignedTriad.all.count == fixed / 6)
  }

  @Test func namesAreUniqueCanonicalAndFindTheirKind() {
    let all = DirectedSignedTriad.all
    #expect(Set(all.map(\.name)).count == 138)
    #expect(Set(all.map(\.unsigned)).count == 16)
    for kind in all {
      #expect(DirectedSignedTriad(name: kind.name) == kind)
      let arcs = Array(kind.code)
      // Rotations by two arcs, and the same read backwards.
      for turn in 0..<3 {
        let rotated = (0..<6).map { arcs[($0 + 2 * turn) % 6] }
        let mirrored = (0..<6).map { rotated[5 - $0] }
        #expect(kind.code <= String(rotated))
        #expect(kind.code <= String(mirrored))
      }
    }
    #expect(all == all.sorted())
    #expect(DirectedSignedTriad(name: "nothing") == nil)
  }

  @Test func namesStayAsTheyAre() {
    let all = DirectedSignedTriad.all
    #expect(all.first?.name == "003:......")
    #expect(all.last?.name == "300:------")
    // a is friendly to b, b hostile to a, and b friendly to c.
    #expect(all.contains { $0.name == "111U:+-+..." })
    let perKind = Dictionary(grouping: all, by: \.unsigned).mapValues(\.count)
    #expect(
      perKind == [
        "003": 1, "012": 2, "102": 3, "021D": 3, "021U": 3, "021C": 4, "111D": 8, "111U": 8,
        "030T": 8, "030C": 4, "201": 10, "120D": 10, "120U": 10, "120C": 16, "210": 32, "300": 16,
      ])
  }

  @Test func balanceOfClosedTriads() {
    let expected: [(String, DirectedTriadBalance)] = [
      ("300:++++++", .balanced), ("300:------", .unbalanced), ("030C:+.+.+.", .balanced),
      ("003:......", .open), ("201:++++..", .open),
    ]
    for (name, balance) in expected {
      #expect(DirectedSignedTriad(name: name)?.balance == balance, "\(name)")
    }
    let mixed = DirectedSignedTriad.all.filter { $0.balance == .mixed }
    // Mixed exactly if closed and some mutual pair holds both signs.
    for kind in DirectedSignedTriad.all {
      let arcs = Array(kind.code)
      let pairs = [0, 2, 4].map { Set(arcs[$0...$0 + 1]).subtracting(["."]) }
      let closed = pairs.allSatisfy { !$0.isEmpty }
      #expect(mixed.contains(kind) == (closed && pairs.contains { $0.count == 2 }))
    }
  }
}
