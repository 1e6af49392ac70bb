/// A finite rhythm, as one pattern file holds it: bars, and what each voice plays in them.
///
/// Two rhythms are equal when they sound equal: the same bars and, voice by voice, the same notes
/// and the same feel. Where they come from, at which tempo they are usual and the order in which
/// their voices are listed do not matter.
public struct Rhythm: Sendable {
  /// What one voice plays.
  public struct Part: Hashable, Sendable {
    /// Who plays.
    public let voice: Voice

    /// Its notes in order; no two begin at one place.
    public let notes: [Note]

    /// The voice's own swing, where it differs from the rhythm's feel.
    public let swing: Swing?

    /// A part; its notes are put in order, and of two that begin together the later one is kept.
    public init(voice: Voice, notes: [Note], swing: Swing? = nil) {
      self.voice = voice
      self.swing = swing
      var byOnset: [Fraction: Note] = [:]
      for note in notes { byOnset[note.onset] = note }
      self.notes = byOnset.values.sorted { $0.onset < $1.onset }
    }
  }

  /// Where it comes from.
  public var origin: Origin

  /// The metre of each bar; at least one.
  public let bars: [Metre]

  /// The note value of one step when it is written in rows, as a part of a whole note.
  public let grid: Fraction

  /// The tempi at which it is usual.
  public let tempo: TempoRange

  /// How it is timed as a whole.
  public let feel: Feel

  /// What each voice plays; no voice twice.
  public let parts: [Part]

  /// The length of all bars, in quarter notes.
  public let beats: Fraction

  /// A rhythm.
  ///
  /// - Precondition: There is a bar; no voice has two parts.
  /// - Throws: ``MusicError`` when the bars together are too long to be counted.
  public init(
    origin: Origin, bars: [Metre], grid: Fraction, tempo: TempoRange, feel: Feel = .straight,
    parts: [Part]
  ) throws(MusicError) {
    precondition(!bars.isEmpty, "a rhythm has at least one bar")
    precondition(Set(parts.map(\.voice)).count == parts.count, "a voice has one part")
    self.origin = origin
    self.bars = bars
    self.grid = grid
    self.tempo = tempo
    self.feel = feel
    self.parts = parts
    var length = Fraction.zero
    for bar in bars { length = try length + bar.beats }
    beats = length
  }

  /// What a voice plays, or nothing where it has no part.
  public subscript(_ voice: Voice) -> Part? {
    parts.first { $0.voice == voice }
  }

  /// The beginnings of the bars in quarter notes, with the end of the last one.
  public func barLines() throws(MusicError) -> [Fraction] {
    var lines = [Fraction.zero]
    var line = Fraction.zero
    for bar in bars {
      line = try line + bar.beats
      lines.append(line)
    }
    return lines
  }
}

extension Rhythm: Hashable {
  /// Whether both sound the same.
  public static func == (left: Rhythm, right: Rhythm) -> Bool {
    left.bars == right.bars && left.feel == right.feel
      && left.soundingParts == right.soundingParts
  }

  /// Feeds what sounds.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(bars)
    hasher.combine(feel)
    hasher.combine(soundingParts)
  }

  private var soundingParts: [Voice: Part] {
    Dictionary(
      parts.filter { !$0.notes.isEmpty }.map { ($0.voice, $0) }, uniquingKeysWith: { $1 })
  }
}
