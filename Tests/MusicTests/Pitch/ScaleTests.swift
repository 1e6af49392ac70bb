import Music
import Testing

@Suite struct ScaleTests {
  private func names(_ scale: Scale) -> [String] {
    scale.steps.map { PitchClass(scale.tonic.number + $0).description }
  }

  @Test(arguments: [
    ("c major", "c d e f g a b"), ("d dorian", "d e f g a b c"), ("g mixolydian", "g a b c d e f"),
    ("eb minor pentatonic", "eb f# ab bb c#"), ("f# lydian", "f# ab bb c c# eb f"),
  ])
  func `a scale has its notes`(name: String, notes: String) throws {
    #expect(names(try #require(Scale(name: name))).joined(separator: " ") == notes)
  }

  @Test(arguments: ["", "d", "h dorian", "d dorain", "d  dorian", "d4 dorian"])
  func `other words are no scale`(name: String) {
    #expect(Scale(name: name) == nil)
  }

  /// Law: degrees rise, an octave of them is twelve semitones, and all belong to the scale.
  @Test(arguments: Scale.kinds.keys.sorted())
  func `degrees rise through the octaves`(kind: String) throws {
    for tonic in PitchClass.numbers {
      let scale = try #require(Scale(tonic: PitchClass(tonic), steps: Scale.kinds[kind] ?? []))
      let count = scale.steps.count
      let keys = try (-2 * count...2 * count).map {
        try #require(scale.key(ofDegree: $0, near: Key(clamping: 62)))
      }
      #expect(zip(keys, keys.dropFirst()).allSatisfy(<))
      #expect(zip(keys, keys.dropFirst(count)).allSatisfy { $1.number - $0.number == 12 })
      #expect(keys.allSatisfy(scale.contains))
      #expect(abs(keys[2 * count].number - 62) <= 6)
    }
  }

  @Test func `a degree beyond the keyboard is no key`() throws {
    let scale = try #require(Scale(name: "c major"))
    for degree in [100, -100, .max, .min] {
      #expect(scale.key(ofDegree: degree, near: Key(clamping: 60)) == nil)
    }
  }
}
