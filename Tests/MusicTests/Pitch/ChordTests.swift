import Music
import Testing

@Suite struct ChordTests {
  /// Worked by hand: the inversion whose mean is nearest to middle C.
  @Test(arguments: [
    ("c", "g3 c4 e4"), ("dm7", "a3 c4 d4 f4"), ("g7", "g3 b3 d4 f4"), ("f#m7b5", "f#3 a3 c4 e4"),
    ("ebmaj7", "g3 bb3 d4 eb4"), ("bb7", "ab3 bb3 d4 f4"), ("b5", "b3 f#4"), ("C^7", "g3 b3 c4 e4"),
  ])
  func `a chord is played near middle C`(name: String, keys: String) throws {
    let chord = try #require(Chord(name: name))
    let found = chord.voicing(near: Key(clamping: 60)).map(\.description).joined(separator: " ")
    #expect(found == keys)
  }

  @Test(arguments: ["", "h", "hm7", "cm8", "c maj7", "7", "c4", "#"])
  func `other words are no chord`(name: String) {
    #expect(Chord(name: name) == nil)
  }

  /// Law: every chord of every root has its notes once each, within an octave and a half round the
  /// centre, whose mean is no farther than another inversion's.
  @Test(arguments: Chord.kinds.keys.sorted())
  func `a voicing has the notes of its chord`(kind: String) throws {
    for root in PitchClass.numbers.map({ PitchClass($0) }) {
      let chord = try #require(Chord(name: "\(root)\(kind)"))
      #expect(chord.root == root)
      let keys = chord.voicing(near: Key(clamping: 60))
      #expect(zip(keys, keys.dropFirst()).allSatisfy(<))
      let classes = Set(keys.map { PitchClass($0.number) })
      #expect(classes == Set(chord.intervals.map { PitchClass(root.number + $0) }))
      #expect(keys.count == chord.intervals.count)
      let mean = Double(keys.map(\.number).reduce(0, +)) / Double(keys.count)
      #expect(abs(mean - 60) <= 6)
    }
  }
}
