import Testing

@testable import Music

@Suite struct OnsetDistanceTests {
  /// The table of directed swap distances in "El Compás Flamenco", BRIDGES 2004.
  @Test(arguments: [
    ("soleá", "bulería", 1, 6), ("soleá", "seguiriya", 11, 8), ("soleá", "guajira", 7, 4),
    ("soleá", "fandango", 7, 10), ("bulería", "seguiriya", 12, 12), ("bulería", "guajira", 8, 8),
    ("bulería", "fandango", 8, 14), ("seguiriya", "guajira", 4, 8), ("seguiriya", "fandango", 4, 6),
    ("guajira", "fandango", 2, 6),
  ])
  func `the distances of flamenco are the published ones`(
    first: String, second: String, swaps: Int, area: Int
  ) throws {
    let (a, b) = (try Published.palo(first), try Published.palo(second))
    #expect(try a.directedSwapDistance(to: b) == swaps)
    #expect(try a.chronotonicDistance(to: b, seam: .cut) == area)
  }

  /// From one of the ten bells each other is reached by at most five swaps, and from none by four.
  ///
  /// Source: G. T. Toussaint, "Classification and Phylogenetic Analysis of African Ternary Rhythm
  /// Timelines", BRIDGES 2003, abstract.
  @Test func `the bells lie five swaps round their middle`() throws {
    let bells = try Published.bells.keys.map(Published.bell)
    let farthest = try bells.map { bell in
      try bells.compactMap { try bell.swapDistance(to: $0) }.max() ?? 0
    }
    #expect(farthest.min() == 5)
  }

  // Son 0 3 6 10 12 and rumba 0 3 7 10 12 differ by one step; gahu 0 3 6 10 14 from rumba by 1 and
  // 2.
  @Test func `swaps by hand`() throws {
    let (son, rumba) = (try Published.clave("son"), try Published.clave("rumba"))
    #expect(try son.swapDistance(to: rumba) == 1)
    #expect(try rumba.swapDistance(to: Published.clave("gahu")) == 3)
  }

  // `x..x..x.` becomes `x.x..x..` by taking out one rest behind the first onset and putting one in
  // at the end: 2 edits, where 4 letters differ.
  @Test func `edits by hand`() throws {
    #expect(try Onsets("x..x..x.").editDistance(to: Onsets("x.x..x..")) == 2)
    #expect(try Onsets("x.x.x.x.").editDistance(to: Onsets(".x.x.x.x")) == 2)
    #expect(try Onsets("xxxxxxxx").editDistance(to: Onsets("........")) == 8)
  }

  // Intervals 3 3 2 over `x..x..x.` and 2 2 2 2 over `x.x.x.x.`: a line at 3 for six steps, then at
  // 2, against a line at 2: an area of 6.
  @Test func `chronotonic areas by hand`() throws {
    let tresillo = try Onsets("x..x..x.")
    #expect(try tresillo.chronotonicDistance(to: Onsets("x.x.x.x.")) == 6)
    #expect(try tresillo.chronotonicDistance(to: Onsets(".x.x.x.x")) == 6)
    // Cut, the later line has 1 for its first step and its last: 2 and 1 less than 3 and 2, and
    // four steps at 1 less than 3 … : 2 + 5 + 0 + 1.
    #expect(try tresillo.chronotonicDistance(to: Onsets(".x.x.x.x"), seam: .cut) == 8)
  }

  // One onset against two beside it, each carried one step of eight: 1/8. An onset against one at
  // the other side: half the circle. From 0 and 4 to 1 alone: 1 and 3 steps for half the earth
  // each: 2/8.
  @Test func `transport by hand`() throws {
    let one = try Onsets("x.......")
    #expect(try one.transportDistance(to: Onsets(".x.....x")) == Fraction(1, 8))
    #expect(try one.transportDistance(to: Onsets("....x...")) == Fraction(1, 2))
    #expect(try Onsets("x...x...").transportDistance(to: Onsets(".x......")) == Fraction(1, 4))
    #expect(try Onsets("x......x").transportDistance(to: Onsets("xx......")) == Fraction(1, 8))
  }

  @Test func `grids need not be the same`() throws {
    let (eighths, sixteenths) = (try Onsets("x.x.x..x"), try Onsets("x...x...x......x"))
    #expect(try eighths.swapDistance(to: eighths.refined(by: 3)) == 0)
    #expect(try eighths.transportDistance(to: eighths.refined(by: 3)) == 0)
    #expect(try eighths.directedSwapDistance(to: sixteenths) == 1)
    let triplets = try Onsets("x..x..x.....")
    #expect(try triplets.transportDistance(to: eighths) != nil)
  }

  @Test func `rhythms of unequal length have no distance here`() throws {
    let (four, three) = (try Onsets("x.x."), try Onsets("x.x", in: .of(3, over: 4)))
    #expect(try four.swapDistance(to: three) == nil)
    #expect(try four.directedSwapDistance(to: three) == nil)
    #expect(try four.editDistance(to: three) == nil)
    #expect(try four.chronotonicDistance(to: three) == nil)
    #expect(try four.transportDistance(to: three) == nil)
  }

  @Test func `what has no onsets is at no distance but the edits`() throws {
    let (none, one) = (try Onsets("...."), try Onsets("x..."))
    #expect(try none.swapDistance(to: one) == nil)
    #expect(try none.directedSwapDistance(to: one) == nil)
    #expect(try none.chronotonicDistance(to: one) == nil)
    #expect(try none.transportDistance(to: one) == nil)
    #expect(try none.editDistance(to: one) == 1)
    #expect(try none.swapDistance(to: none) == 0)
    #expect(try none.directedSwapDistance(to: none) == 0)
  }

  @Test func `a table that is too large is refused`() throws {
    let bars = Array(repeating: Metre.common, count: 1024)
    let long = try #require(Onsets(bars: bars, stepsPerWhole: 64, steps: 0..<65_536))
    #expect(throws: MusicError.tooMuch) { try long.editDistance(to: long) }
    #expect(throws: MusicError.tooMuch) { try long.directedSwapDistance(to: long) }
    #expect(try long.transportDistance(to: long) == 0)
    #expect(try long.swapDistance(to: long) == 0)
    let odd = try #require(Onsets(bars: [.common], stepsPerWhole: 65_536, steps: [1]))
    let other = try #require(Onsets(bars: [.common], stepsPerWhole: 59_048, steps: [1]))
    #expect(throws: MusicError.tooFine) { try odd.swapDistance(to: other) }
  }
}
