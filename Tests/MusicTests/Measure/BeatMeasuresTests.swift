import Testing

@testable import Music

/// Keith's syncopation, off-beatness and the weighted note-to-beat distance.
@Suite struct BeatMeasuresTests {
  /// Gómez, Melvin, Rappaport and Toussaint 2005, figure 8.
  @Test(arguments: [
    ("shiko", 1, 0, Fraction(6, 5)), ("son", 2, 1, Fraction(14, 5)),
    ("rumba", 2, 2, Fraction(18, 5)), ("soukous", 3, 2, Fraction(18, 5)),
    ("gahu", 3, 1, Fraction(18, 5)), ("bossa", 3, 2, Fraction(4)),
  ])
  func `the measures of the claves are the published ones`(
    name: String, keith: Int, offBeatness: Int, distance: Fraction
  ) throws {
    let onsets = try Published.clave(name)
    #expect(onsets.keith() == keith)
    #expect(onsets.offBeatness == offBeatness)
    #expect(try onsets.noteToBeatDistance() == distance)
  }

  /// The same with the cycle written as two bars of 2/2 in eighths.
  @Test(arguments: Published.claves.keys.sorted())
  func `a clave of two bars measures the same`(name: String) throws {
    let one = try Published.clave(name)
    let half = try Metre.of(2, over: 2)
    let two = try #require(Onsets(bars: [half, half], stepsPerWhole: 8, steps: one.steps))
    #expect(two.keith() == one.keith())
    #expect(two.offBeatness == one.offBeatness)
    #expect(try two.noteToBeatDistance() == one.noteToBeatDistance())
  }

  /// The same paper, figure 11.
  @Test(arguments: [
    ("soli", 1, Fraction(15, 7)), ("tambu", 2, Fraction(15, 7)), ("bembe", 3, Fraction(3)),
    ("bembe-2", 2, Fraction(15, 7)), ("yoruba", 2, Fraction(3)), ("tonada", 1, Fraction(15, 7)),
    ("asaadua", 1, Fraction(15, 7)), ("sorsonet", 1, Fraction(3)), ("bemba", 2, Fraction(15, 7)),
    ("ashanti", 2, Fraction(3)),
  ])
  func `the measures of the bells are the published ones`(
    name: String, offBeatness: Int, distance: Fraction
  ) throws {
    let onsets = try Published.bell(name)
    #expect(onsets.offBeatness == offBeatness)
    #expect(try onsets.noteToBeatDistance() == distance)
    #expect(onsets.keith() == nil)
  }

  // Soukous: the note 11, a quarter of a beat before 12, lasts to 16, the second beat: 4 is 8 now,
  // and 18/5 becomes 22/5. In the son none ends on a second beat: 3 ends at 6, 6 at 10.
  @Test func `the second beat belongs to the note only where that is asked for`() throws {
    let soukous = try Published.clave("soukous")
    #expect(try soukous.noteToBeatDistance(includingSecondBeat: true) == Fraction(22, 5))
    let son = try Published.clave("son")
    #expect(try son.noteToBeatDistance(includingSecondBeat: true) == Fraction(14, 5))
  }

  // 2+2+3 eighths in sixteenths, beats of 4, 4 and 6 steps: 3 is 1/4 from its beat and lasts past 4
  // to 9, over the second beat line 8: 4. 9 is 1/6 from its beat and lasts to 14, the next one: 6.
  @Test func `beats of unequal length have parts of their own`() throws {
    let metre = try Metre.of(2, 2, 3, over: 8)
    let onsets = try Onsets("x..x.....x....", in: metre)
    #expect(try onsets.noteToBeatDistance() == Fraction(10, 3))
  }

  // `....x..........x`: 15 lasts to 20, the second beat after it: 4, over two notes. With 3 in
  // place of 4 it ends before: 8, and 3 itself, which lasts to 15, past two beats, is 4: 12 over
  // two notes.
  @Test func `the last note goes over the bar line`() throws {
    #expect(try Onsets("....x..........x").noteToBeatDistance() == Fraction(2))
    #expect(try Onsets("...x...........x").noteToBeatDistance() == Fraction(6))
    #expect(try Onsets("................").noteToBeatDistance() == nil)
    #expect(try Onsets("...x............").noteToBeatDistance() == Fraction(4))
  }

  /// Law: notes on the beat only are at no distance, and have no syncopation of any kind.
  @Test func `four on the floor`() throws {
    let onsets = try Onsets("x...x...x...x...")
    #expect(try onsets.noteToBeatDistance() == 0)
    #expect(onsets.keith(.starts) == 0 && onsets.keith(.startsAndEnds) == 0)
    #expect(onsets.offBeatness == 0)
  }

  // On and on 0, hesitation 1, anticipation 2, syncopation 3. In eighths: a half note at 0 ends at
  // 4, both on halves; a dotted quarter at 0 has beats of 2 and ends at 3, off; at 1 it ends at 4,
  // on; a half note at 3 ends at 7: off and off.
  @Test func `Keith's four kinds`() throws {
    #expect(try Onsets("x...xxxx").keith(.startsAndEnds) == 0)
    #expect(try Onsets("x..xxxxx").keith(.startsAndEnds) == 1)
    #expect(try Onsets("xx..xxxx").keith(.startsAndEnds) == 2)
    #expect(try Onsets("xxxx...x").keith(.startsAndEnds) == 3)
    #expect(try Onsets("xxxx...x").keith(.starts) == 1)
  }

  /// Law: Keith's beats are parts of the bar, so neither grid nor repetition matters.
  @Test func `Keith's syncopation needs no grid`() throws {
    for onsets in try Onsets.all(of: 8) {
      let bar = try #require(Onsets(bars: [.common], stepsPerWhole: 8, steps: onsets.steps))
      for rule in KeithRule.allCases {
        let once = try #require(bar.keith(rule))
        #expect(bar.refined(by: 3).keith(rule) == once)
        #expect(try bar.repeated(3).keith(rule) == 3 * once)
      }
    }
  }

  @Test func `Keith's syncopation is for halves of halves only`() throws {
    #expect(try Onsets("x.x.x.", in: .of(3, 3, over: 8)).keith() == nil)
    #expect(try Onsets("x.x.x.x.", in: .of(3, 3, 2, over: 8)).keith() == nil)
    #expect(try Onsets("x...x.......").keith() == nil)
    #expect(try Onsets("x...........").keith() == 0)
    let bars = try [Metre.common, Metre.of(2, over: 4)]
    let changing = try #require(Onsets(bars: bars, stepsPerWhole: 8, steps: [0]))
    #expect(changing.keith() == nil)
  }

  /// 2+2+3 eighths in sixteenths: cycles of 4, 4 and 6 steps; units are 1 and 3, 1 and 3, 1 and 5.
  @Test func `unequal groups are cycles of their own`() throws {
    let metre = try Metre.of(2, 2, 3, over: 8)
    let off = (0..<14).filter { step in
      Onsets(bars: [metre], stepsPerWhole: 16, steps: [step])?.offBeatness == 1
    }
    #expect(off == [1, 3, 5, 7, 9, 13])
  }

  /// Law: off-beat steps are those that no regular polygon from the bar line on meets.
  @Test(arguments: 1...24)
  func `no even beat meets an off-beat step`(count: Int) throws {
    for step in 0..<count {
      let isOff = try Onsets(bits: 1 << step, of: count).offBeatness == 1
      let isMet = (2...max(2, count)).contains { stride in
        count.isMultiple(of: stride) && step.isMultiple(of: stride)
      }
      #expect(isOff == (step > 0 && !isMet))
    }
  }
}
