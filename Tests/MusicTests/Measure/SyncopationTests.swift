import Testing

@testable import Music

@Suite struct SyncopationTests {
  /// Intervals and metre after figure 9 of Longuet-Higgins and Lee 1984, and the strengths of the
  /// single syncopations as Honing's and Smith's program lists them, each one more than here.
  @Test(arguments: [
    ("xx..", [2], 4, 1, [2]), ("x.xx..x.", [2, 2], 4, 2, [3]), ("x..x", [2], 4, 0, []),
    ("x.x", [3], 8, 0, []), ("xx.", [3], 8, 0, [1]), ("xx.x", [2], 4, 1, [2]),
    ("xx.xxx..", [2, 2], 4, 2, [2, 2]), ("xx...x..", [2, 2], 4, 3, [3, 2]),
    ("xx.x.x.x", [2, 2], 4, 4, [2, 3, 2]), ("x..xx.", [3, 3], 8, 0, [1]),
  ])
  func `the strengths are the published ones`(
    text: String, groups: [Int], unit: Int, sum: Int, honing: [Int]
  ) throws {
    let metre = try #require(Metre(groups: groups, unit: unit))
    let onsets = try Onsets(text, in: metre)
    #expect(onsets.syncopation() == sum)
    #expect(onsets.syncopation(after: .smithHoning) == honing.reduce(0, +))
  }

  // The example in the source of SynPy's bit-string function, in 2/4. Its tree reduces to the note
  // 0, a rest on the second eighth, the note 3, then rest 4 on the second quarter, note 5 and the
  // eighth of 6. Rest 4 is 2 above note 3; the others are below.
  @Test func `SynPy's own example`() throws {
    let onsets = try Onsets("x..x.xx.", in: .of(2, over: 4))
    #expect(onsets.syncopation(after: .synPy) == 2)
  }

  // Weights of sixteenths are 0 -4 -3 -4 -2 -4 -3 -4 -1 -4 -3 -4 -2 -4 -3 -4. Son: 3 before the
  // silent 4 is 2, 6 before the silent 8 is 2, 12 before 14 is none. Gahu: 3 and 6 as before, 10
  // before the silent 12 is 1.
  @Test(arguments: [
    ("shiko", 2), ("son", 4), ("soukous", 6), ("rumba", 5), ("bossa", 6), ("gahu", 5),
  ])
  func `the claves by hand`(name: String, sum: Int) throws {
    #expect(try Published.clave(name).syncopation() == sum)
  }

  // 7/8 as 2+2+3 in eighths weighs 0 -2 -1 -2 -1 -2 -2: 1 before the silent 2 is 1; 3 before the
  // silent 4 is 1; 5 before the equal 6 is none.
  @Test(arguments: [("xx.....", 1), ("x..x...", 1), ("x....x.", 0), ("x.x.x..", 0), ("xx.x.x.", 2)])
  func `an additive metre by hand`(text: String, sum: Int) throws {
    let onsets = try Onsets(text, in: .of(2, 2, 3, over: 8))
    #expect(onsets.syncopation() == sum)
  }

  // The eighth 7 of the first bar, -3, before the silent bar line counts 3; the eighth 2 of the
  // second, -2, before the silent half bar counts 1. With the bars exchanged the first rest is
  // round the circle.
  @Test func `a rest on a bar line counts most, also round the circle`() throws {
    #expect(try Onsets("x......x ..x.....", bars: 2).syncopation() == 4)
    #expect(try Onsets("..x..... x......x", bars: 2).syncopation() == 4)
  }

  // In bars of 3/8 and 2/4 the second bar line is at step 3 of eighths: step 2 weighs -1.
  @Test func `bars may change`() throws {
    let bars = try [Metre.of(3, over: 8), Metre.of(2, over: 4)]
    let onsets = try #require(Onsets(bars: bars, stepsPerWhole: 8, steps: [0, 2, 5]))
    #expect(onsets.syncopation() == 1)
  }

  // Of `.x......` in 2/4 the tree has the rest 0, the note 1 at -3, the rest 2 at -2 and the rest 4
  // at -1: they count 1 and 2. The plain rule sees the next bar line, at 0: 3. In `x..x....` the
  // note 3 is at -3 and the rest 4 at -1: 2.
  @Test func `SynPy counts more than one rest`() throws {
    let metre = try Metre.of(2, over: 4)
    #expect(try Onsets(".x......", in: metre).syncopation(after: .synPy) == 3)
    #expect(try Onsets(".x......", in: metre).syncopation() == 3)
    #expect(try Onsets("x..x....", in: metre).syncopation(after: .synPy) == 2)
  }

  // Sums over every rhythm of one bar, as a version of SynPy's rule in Python gives them that
  // shares nothing with this one.
  @Test(arguments: [([2, 2], 4, 8, 340), ([3, 3], 8, 6, 24), ([3], 4, 6, 36)])
  func `SynPy's rule over every rhythm of a bar`(
    groups: [Int], unit: Int, count: Int, sum: Int
  ) throws {
    let metre = try #require(Metre(groups: groups, unit: unit))
    let sums = try (0..<1 << count).map { bits in
      let text = (0..<count).map { bits >> $0 & 1 == 1 ? "x" : "." }.joined()
      return try Onsets(text, in: metre).syncopation(after: .synPy)
    }
    #expect(sums.reduce(0, +) == sum)
  }

  // The note 7 of the first bar, -3, before the silent bar line counts 3; the second bar alone has
  // 1.
  @Test func `SynPy looks back one bar`() throws {
    let metre = try Metre.of(2, over: 4)
    let two = try Onsets("x......x ..x.....", in: metre, bars: 2)
    #expect(two.syncopation(after: .synPy) == 4)
    #expect(try Onsets("..x.....", in: metre).syncopation(after: .synPy) == 1)
  }

  /// Law: no rule finds anything where every step sounds, where nothing does, or in notes that
  /// begin with the bars; Smith and Honing count at least as much as the plain rule.
  @Test func `what is full, empty or on the bar line is not syncopated`() throws {
    for rule in SyncopationRule.allCases {
      for text in ["xxxxxxxx", "........", "x......."] {
        #expect(try Onsets(text).syncopation(after: rule) == 0)
      }
    }
    for onsets in try Onsets.all(of: 8) {
      #expect(onsets.syncopation() <= onsets.syncopation(after: .smithHoning))
    }
  }

  /// Law: a finer grid changes nothing, and what is played twice is syncopated twice as much.
  @Test func `neither grid nor repetition matters`() throws {
    for bits in 0..<256 {
      let onsets = try #require(
        Onsets(
          bars: [.common], stepsPerWhole: 8, steps: (0..<8).filter { bits >> $0 & 1 == 1 }))
      for rule in [SyncopationRule.strongestRest, .smithHoning] {
        #expect(
          try onsets.repeated(2).syncopation(after: rule) == 2 * onsets.syncopation(after: rule))
      }
      #expect(onsets.refined(by: 2).syncopation() == onsets.syncopation())
      #expect(
        onsets.refined(by: 2).syncopation(after: .synPy) == onsets.syncopation(after: .synPy))
    }
  }
}
