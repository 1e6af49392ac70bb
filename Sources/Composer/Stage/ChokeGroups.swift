public import Music

/// Sounds of which one ends the others, as a closed hi-hat ends an open one.
///
/// Of notes of a group that begin together the one of the voice named first is kept, and each note
/// lasts at the longest until the next note of its group; the rhythm is taken to repeat.
///
/// Laws: no note is added or moved; no two of a group sound together; choking twice is choking once.
public struct ChokeGroups: Hashable, Sendable {
  /// The groups; in each the voice that wins comes first.
  public let groups: [[Voice]]

  /// Groups; a voice belongs to the first group that names it.
  public init(_ groups: [[Voice]]) {
    self.groups = groups
  }

  /// Pairs and triples of sounds that one instrument makes.
  ///
  /// Source: *General MIDI 2* (RP-024), exclusive classes of the drum channel: hi-hats 42, 44 and
  /// 46, guiros 73 and 74, triangles 80 and 81; which of two wins is our choice.
  public static let usual = ChokeGroups([
    ["pedal-hat", "hat", "open-hat"], ["short-guiro", "long-guiro"],
    ["mute-triangle", "open-triangle"],
  ])

  /// The rhythm as one instrument for each group can play it.
  ///
  /// - Throws: ``ComposerError`` where time is too fine.
  /// - Complexity: O(n log n) for n notes.
  public func applied(to rhythm: Rhythm) throws(ComposerError) -> Rhythm {
    var notes = Dictionary(uniqueKeysWithValues: rhythm.parts.map { ($0.voice, $0.notes) })
    var done: Set<Voice> = []
    for group in groups {
      let voices = group.filter { notes[$0] != nil && done.insert($0).inserted }
      var taken: Set<Fraction> = []
      for voice in voices {
        notes[voice] = notes[voice]?.filter { taken.insert($0.onset).inserted }
      }
      let places = taken.sorted()
      for voice in voices {
        notes[voice] = try exactly { () throws(MusicError) in
          try notes[voice]?.cut(at: places, around: rhythm.beats)
        }
      }
    }
    return try exactly { () throws(MusicError) in
      try Rhythm(
        origin: rhythm.origin, bars: rhythm.bars, grid: rhythm.grid, tempo: rhythm.tempo,
        feel: rhythm.feel, parts: rhythm.parts.map { $0.playing(notes[$0.voice] ?? []) })
    }
  }
}
