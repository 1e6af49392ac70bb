import Music
import Testing

/// The notes of the scores, as the research lists them by register.
@Suite struct KuyModeTests {
  @Test(arguments: [
    ("d", "d e f g a bb c", "d e f g a b c"), ("g", "g a b c d e f#", "g a b c d e f"),
    ("c", "c d eb f g a bb", "c d eb f g a bb"), ("g minor", "g a bb c d eb f", "g a bb c d eb f"),
  ])
  func `a mode has its notes, low and high`(name: String, low: String, high: String) throws {
    let mode = try #require(KuyMode.known.first { $0.name == name })
    #expect(notes(mode.scale(in: .basBuyn)) == low)
    #expect(notes(mode.scale(in: .ulkenSagha)) == high)
  }

  private func notes(_ scale: Scale) -> String {
    scale.steps.map { PitchClass(scale.tonic.number + $0).description }.joined(separator: " ")
  }

  /// Law: an ending is made of notes of the low register that the strings have.
  @Test func `endings can be played`() {
    #expect(KuyMode.known.count == 4)
    for mode in KuyMode.known {
      #expect(mode.ending.allSatisfy(mode.low.contains))
      #expect(mode.tuning.lowKeys.contains(mode.ending[0]))
      #expect(mode.tuning.highKeys.contains(mode.ending[1]))
    }
  }

  /// Source: fret 19 of the high string sounds d5, the highest note printed in two scores.
  @Test func `the strings reach from d3 to d5`() {
    #expect(Dombyra.fourth.low.description == "d3")
    #expect(Dombyra.fourth.highKeys.upperBound.description == "d5")
    #expect(Dombyra.fifth.low.description == "c3")
    let zones = Dombyra.Zone.allCases.map(\.highKeys)
    #expect(zip(zones, zones.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
    #expect(zones.last?.upperBound == Dombyra.fourth.highKeys.upperBound)
  }
}
