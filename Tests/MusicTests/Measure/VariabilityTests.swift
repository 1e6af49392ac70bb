import Testing

@testable import Music

@Suite struct VariabilityTests {
  // G. T. Toussaint, The Geometry of Musical Rhythm (2013), figure 17.13, to one decimal.
  @Test(arguments: [
    ("shiko", 66.7), ("son", 40.5), ("soukous", 70.5), ("rumba", 41.0), ("bossa", 14.3),
    ("gahu", 23.8),
  ])
  func `the index of the claves is the published one`(name: String, index: Double) throws {
    let variability = try #require(try Published.clave(name).pairwiseVariability())
    #expect((variability.approximation * 10).rounded() / 10 == index)
  }

  // Son: 3 3 4 2 4 differ by 0, 2/7, 2/3 and 2/3; their mean is 34/21 / 4, times 100.
  @Test func `the son clave by hand`() throws {
    #expect(try Published.clave("son").pairwiseVariability() == Fraction(850, 21))
  }

  /// Law: 0 for equal intervals, below 200, and the same on any grid and some steps later, as long
  /// as the same onset stays first.
  @Test func `it lies between evenness and 200`() throws {
    for onsets in try Onsets.all(of: 10) {
      guard let index = try onsets.pairwiseVariability() else {
        #expect(onsets.count < 2)
        continue
      }
      #expect(index >= 0 && index < 200)
      #expect((index == 0) == (Set(onsets.intervals).count == 1))
      #expect(try onsets.refined(by: 3).pairwiseVariability() == index)
      guard let last = onsets.steps.last, last < 9 else { continue }
      #expect(try onsets.turned(by: 1).pairwiseVariability() == index)
    }
  }
}
