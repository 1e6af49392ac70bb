/// A finite rhythm, as one pattern file holds it: bars, and what each voice plays in them.
///
/// Two rhythms are equal when they sound equal: the same bars and, voice by voice, the same notes
/// and the same feel. Where they come from, at which tempo they are usual and the order in which
/// their voices are listed do not matter.
public struct Rhythm: Sendable {
  /// What one voice plays.
  public struct Part: Sendable {
    /// Who plays.
    public let voice: Voice

    /// Its notes in order; no two begin at one place.
    public let notes: [Note]

    /// The voice's own feel, where it differs from the rhythm's.
    public let feel: Feel?

    /// How well this part is documented, where that differs from the rhythm's letter.
    public let evidence: Origin.Evidence?

    /// A part; its notes are put in order, and of two that begin together the later one is kept.
    public init(
      voice: Voice, notes: [Note], feel: Feel? = nil, evidence: Origin.Evidence? = nil
    ) {
      self.voice = voice
      self.feel = feel
      self.evidence = evidence
      let isInOrder = zip(notes, notes.dropFirst()).allSatisfy { $0.onset < $1.onset }
      guard !isInOrder else {
        self.notes = notes
        return
      }
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

  /// The beginnings of the bars in quarter notes, with the end of the last one.
  public let barLines: [Fraction]

  /// The length of all bars, in quarter notes.
  public var beats: Fraction { barLines[bars.count] }

  /// A rhythm.
  ///
  /// - Precondition: There is a bar; no voice has two parts; every note begins in the bars.
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
    var lines = [Fraction.zero]
    for bar in bars { lines.append(try lines[lines.count - 1] + bar.beats) }
    barLines = lines
    let end = beats
    precondition(
      parts.allSatisfy { $0.notes.last.map { $0.onset < end } ?? true },
      "notes begin in the bars of their rhythm")
  }

  /// What a voice plays, or nothing where it has no part.
  public subscript(_ voice: Voice) -> Part? {
    parts.first { $0.voice == voice }
  }

  /// One bar of it as a rhythm of its own, counted from 0.
  ///
  /// - Complexity: O(log n + k) for k of n notes in each voice.
  public func bar(_ index: Int) throws(MusicError) -> Rhythm {
    let line = barLines[index]
    let parts = try parts.map { part throws(MusicError) in
      let notes = try part.notes(from: line, to: barLines[index + 1]).map {
        note throws(MusicError) in
        note.moved(to: try note.onset - line)
      }
      return part.playing(notes)
    }
    return try Rhythm(
      origin: origin, bars: [bars[index]], grid: grid, tempo: tempo, feel: feel, parts: parts)
  }
}

extension Rhythm.Part: Hashable {
  /// Whether both sound the same.
  public static func == (left: Rhythm.Part, right: Rhythm.Part) -> Bool {
    left.voice == right.voice && left.notes == right.notes && left.feel == right.feel
  }

  /// Feeds what sounds.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(voice)
    hasher.combine(notes)
    hasher.combine(feel)
  }
}

extension Rhythm.Part {
  /// The same voice with the same feel and letter playing other notes.
  package func playing(_ notes: [Note]) -> Rhythm.Part {
    Rhythm.Part(voice: voice, notes: notes, feel: feel, evidence: evidence)
  }

  /// The notes that begin between two times, the second not included.
  ///
  /// - Complexity: O(log n) for n notes.
  public func notes(from begin: Fraction, to end: Fraction) -> ArraySlice<Note> {
    notes[firstIndex(from: begin)..<firstIndex(from: end)]
  }

  private func firstIndex(from time: Fraction) -> Int {
    var (low, high) = (0, notes.count)
    while low < high {
      let middle = (low + high) / 2
      if notes[middle].onset < time { low = middle + 1 } else { high = middle }
    }
    return low
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
