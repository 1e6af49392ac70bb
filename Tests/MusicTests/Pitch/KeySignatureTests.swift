import Music
import Testing

@Suite struct KeySignatureTests {
  /// Published circle of fifths.
  @Test(arguments: [
    ("c major", 0, false), ("d minor", -1, true), ("eb major", -3, false), ("f# major", 6, false),
    ("c# major", 7, false), ("cb major", -7, false), ("a minor", 0, true), ("g# minor", 5, true),
    ("D dorian", 0, true), ("g mixolydian", 0, false), ("f lydian", 0, false),
    ("e phrygian", 0, true), ("b locrian", 0, true), ("d ionian", 2, false),
    ("b♭ major", -2, false),
  ])
  func `a key has its sharps or flats`(name: String, sharps: Int, isMinor: Bool) throws {
    let key = try #require(KeySignature(name: name))
    #expect(key.sharps == sharps)
    #expect(key.isMinor == isMinor)
  }

  /// Law: a key is read from its own name.
  @Test func `a key reads back`() throws {
    for sharps in KeySignature.counts {
      for isMinor in [false, true] {
        let key = try #require(KeySignature(sharps: sharps, isMinor: isMinor))
        #expect(KeySignature(name: key.description) == key)
      }
    }
  }

  @Test(arguments: ["", "c", "h major", "c mayor", "c  ", "d## major", "fb minor", "c major x"])
  func `other words are no key`(name: String) {
    #expect(KeySignature(name: name) == nil)
  }
}
