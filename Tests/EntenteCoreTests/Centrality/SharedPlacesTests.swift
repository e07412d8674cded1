import EntenteCore
import Testing

@Suite struct SharedPlacesTests {
  @Test func equalsShareTheBestOfTheirPlaces() {
    let places = SharedPlace.places(of: [5, 3, 3, 1])
    #expect(places.map { $0?.place } == [1, 2, 2, 4])
    #expect(places.map { $0?.description } == ["1", "2=", "2=", "4"])
    #expect(places.map { $0?.sharedBy } == [1, 2, 2, 1])
  }

  @Test func roundingDecidesNothing() {
    let sums: [Double?] = [0.1 + 0.2, 0.3, 1]
    #expect(SharedPlace.places(of: sums).map { $0?.place } == [2, 2, 1])
    #expect(SharedPlace.places(of: [1, 1 - 1e-6]).map { $0?.place } == [1, 2])
  }

  @Test func whatIsOpenHasNoPlace() {
    let places = SharedPlace.places(of: [nil, -2, .nan, 0])
    #expect(places.map { $0?.place } == [nil, 2, nil, 1])
    #expect(SharedPlace.places(of: []).isEmpty)
    #expect(SharedPlace.places(of: [0, 0, 0]).allSatisfy { $0?.description == "1=" })
  }
}
