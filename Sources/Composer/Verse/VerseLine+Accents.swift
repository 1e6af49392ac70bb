public import Music

extension VerseLine {
  /// How strong the syllables of a line are.
  ///
  /// Our choice.
  public enum Accent: Int, CaseIterable, Hashable, Sendable {
    /// The line's first syllable.
    case line = 118
    /// The first syllable of every other group.
    case group = 104
    /// The line's last syllable, the cadence.
    case cadence = 92
    /// Every other syllable.
    case syllable = 84

    /// How hard it is struck.
    public var velocity: Velocity { Velocity(clamping: rawValue) }
  }

  /// The accent of a syllable, counted in its group from 0.
  func accent(ofGroup group: Int, syllable: Int) -> Accent {
    if syllable == 0 { return group == 0 ? .line : .group }
    let isLast = group == groups.count - 1 && syllable == groups[group] - 1
    return isLast ? .cadence : .syllable
  }

  /// The line as what a voice plays.
  ///
  /// - Parameters:
  ///   - voice: Who plays: with the accents alone an ordinary voice to blend into another's.
  ///   - pulse: How long a pulse is, in quarter notes.
  ///   - accentsOnly: Whether only group starts and the cadence sound.
  /// - Returns: The notes, from the line's beginning.
  /// - Precondition: The pulse is above zero.
  /// - Throws: ``ComposerError`` where time is too fine.
  public func part(
    of voice: Voice, pulse: Fraction, accentsOnly: Bool = false
  ) throws(ComposerError) -> Rhythm.Part {
    precondition(pulse > 0, "a pulse lasts")
    var notes: [Note] = []
    for (group, syllables) in syllables.enumerated() {
      for (number, syllable) in syllables.enumerated() {
        let accent = accent(ofGroup: group, syllable: number)
        if accentsOnly && accent == .syllable { continue }
        let times = try exactly { () throws(MusicError) in
          (
            onset: try pulse * Fraction(syllable.pulse),
            length: try pulse * Fraction(syllable.length)
          )
        }
        let isStart = accent == .line || accent == .group
        notes.append(
          Note(
            onset: times.onset, length: times.length, stroke: isStart ? .accent : .normal,
            velocity: accent.velocity))
      }
    }
    return Rhythm.Part(voice: voice, notes: notes)
  }

  /// Call and response: one rhythm where the verse sings, another where it pauses.
  ///
  /// Law: a note of the first is there where a syllable begins in its pulse, a note of the second
  /// elsewhere, and nothing else.
  ///
  /// - Parameters:
  ///   - call: What sounds with the verse.
  ///   - response: What sounds in its pauses.
  /// - Returns: Both in one rhythm; the line is spread over all its bars.
  /// - Precondition: Both have the same bars.
  /// - Throws: ``ComposerError`` where time is too fine.
  public func answering(_ call: Rhythm, with response: Rhythm) throws(ComposerError) -> Rhythm {
    let company = try Company([call, response])
    var notes: [VoicedNote] = []
    for (index, rhythm) in company.rhythms.enumerated() {
      for note in rhythm.voicedNotes {
        let pulse = try exactly { () throws(MusicError) in
          try (note.note.onset / call.beats * Fraction(pulses)).floor
        }
        if isPause(pulse) == (index == 1) { notes.append(note) }
      }
    }
    return try company.rhythm(notes, origin: .made(of: company.origins, by: "call and response"))
  }
}
