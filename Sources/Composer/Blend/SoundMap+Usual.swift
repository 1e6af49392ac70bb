import Music

extension SoundMap {
  /// The pairs that are stated, the strongest first: a stream, and what it becomes if the other
  /// rhythm has it, in order of preference.
  ///
  /// Source: our choice. A plucked lute marks the beat and fills the grid with one hand, as two
  /// players of a drum kit do; the dum and the tek of frame drums and goblet drums are named after
  /// the low stroke in the middle and the high one at the rim.
  static let usual: [(stream: Stream, partners: [Voice])] =
    [
      (Stream(voice: "dombyra-bass"), ["kick", "bass"]),
      (Stream(voice: "dum"), ["kick"]),
      (Stream(voice: "tek"), ["snare", "clap", "rim"]),
    ]
    + lutes.flatMap { lute in
      [
        (
          Stream(voice: lute, accented: true),
          ["low-tom", "mid-tom", "high-tom", "clap", "snare", "rim"]
        ),
        (
          Stream(voice: lute, accented: false), ["hat", "open-hat", "pedal-hat", "ride", "shaker"]
        ),
      ]
    }

  /// Who is plucked or strummed in strokes.
  private static let lutes: [Voice] = [
    "dombyra", "dombyra-treble", "komuz", "dutar", "doshpuluur",
  ]
}
