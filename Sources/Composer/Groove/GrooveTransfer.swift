public import Music

/// One rhythm played with the feel of another: its notes stay, their timing and strength are the
/// other's.
///
///     let template = try GrooveTemplate(of: samba, pool: .eachVoice)
///     try GrooveTransfer(of: template, to: house).rhythm(timing: Amount(0.5), dynamics: Amount(1))
///
/// Laws: at 0 it is the rhythm itself; no note comes, goes or changes its place; at 1 each note has
/// the template's shift; giving it the same groove again at 1 changes no shift.
///
/// Dynamics: a voice's strengths go over, each in equal ratios, to the template's accents times the
/// voice's mean strength, so that a voice is about as loud as before. Of a voice's accents their
/// own mean is taken out first; without that a voice which the template accents everywhere would
/// grow each time.
///
/// As a blend the first rhythm keeps its notes to the end, and the second gives its feel alone: the
/// amount of the timing is that of micro-timing, the amount of the accents that of the strengths.
///
/// Source: see ``GrooveTemplate``.
public struct GrooveTransfer: AspectBlending {
  /// Where a bar is looked up in a template's bar of another length.
  public enum Lookup: Hashable, Sendable {
    /// At the same part of the bar; shifts in beats are stretched like the bar.
    case phase
    /// At the same time from the bar line on, the template's bar repeated.
    case pulse
  }

  /// The feel.
  public let template: GrooveTemplate
  /// The notes.
  public let rhythm: Rhythm
  /// How bars of different length meet.
  public let lookup: Lookup

  /// A transfer.
  public init(of template: GrooveTemplate, to rhythm: Rhythm, lookup: Lookup = .phase) {
    self.template = template
    self.rhythm = rhythm
    self.lookup = lookup
  }

  /// The rhythm whose notes are played.
  public var first: Rhythm { rhythm }

  /// The rhythm that gives its feel.
  public var second: Rhythm { template.rhythm }

  /// The rhythm with a part of the other's feel.
  public func rhythm(at amount: Amount) throws(ComposerError) -> Rhythm {
    try rhythm(timing: amount, dynamics: amount)
  }

  /// The rhythm with parts of the other's timing and accents.
  public func rhythm(at amounts: Amounts) throws(ComposerError) -> Rhythm {
    try rhythm(timing: amounts.timing, dynamics: amounts.accents)
  }

  /// How far from its place a note may come to sound, as a part of a step of the grid.
  ///
  /// Below a half, so that two neighbours keep their order.
  private static let farthest = Fraction(49, 100)

  /// The rhythm with a part of the other's feel.
  ///
  /// - Parameters:
  ///   - timing: How much of the micro-timing is the template's.
  ///   - dynamics: How much of the strengths is the template's.
  /// - Returns: The rhythm with the same notes at the same places.
  /// - Throws: ``ComposerError`` where time is too fine.
  /// - Complexity: O(n m) for n notes and m places in a bar of the template.
  public func rhythm(timing: Amount, dynamics: Amount) throws(ComposerError) -> Rhythm {
    if timing.step == 0 && dynamics.step == 0 { return rhythm }
    let plain = timing.step == 0 ? rhythm : try exactly(rhythm.withFeelInNotes)
    var parts: [Rhythm.Part] = []
    for part in plain.parts {
      let leans = try leans(of: part)
      let strengths = strengths(of: part.notes, leans, at: dynamics)
      var notes: [Note] = []
      for (index, note) in part.notes.enumerated() {
        let shift = try exactly { () throws(MusicError) in
          try self.shift(of: note, to: leans[index].shift, at: timing)
        }
        notes.append(
          Note(
            onset: note.onset, length: note.length, stroke: note.stroke,
            velocity: strengths[index], shift: shift, key: note.key))
      }
      parts.append(part.playing(notes))
    }
    return try exactly { () throws(MusicError) in
      try Rhythm(
        origin: .made(of: [rhythm.origin, template.rhythm.origin], by: "groove"),
        bars: plain.bars, grid: plain.grid, tempo: plain.tempo, feel: plain.feel, parts: parts)
    }
  }

  /// What the template says of each note of a part.
  private func leans(of part: Rhythm.Part) throws(ComposerError) -> [GrooveTemplate.Lean] {
    let source = template.rhythm
    var (leans, bar) = ([GrooveTemplate.Lean](), 0)
    for note in part.notes {
      while rhythm.barLines[bar + 1] <= note.onset { bar += 1 }
      let number = bar % source.bars.count
      let (begin, metre) = (rhythm.barLines[bar], rhythm.bars[bar])
      let ratio = try exactly { () throws(MusicError) in
        lookup == .phase ? try metre.beats / source.bars[number].beats : 1
      }
      let place = try exactly { () throws(MusicError) in try (note.onset - begin) / ratio }
      let lean = try template.lean(of: part.voice, inBar: number, at: place)
      let beats = try exactly { () throws(MusicError) in try lean.shift.beats * ratio }
      leans.append(
        GrooveTemplate.Lean(
          shift: Shift(beats: beats, microseconds: lean.shift.microseconds), accent: lean.accent))
    }
    return leans
  }

  /// A shift some way to another, kept within its step; one that is too far is kept in beats.
  private func shift(
    of note: Note, to goal: Shift, at timing: Amount
  ) throws(MusicError) -> Shift {
    if timing.step == 0 { return note.shift }
    let most = try rhythm.grid * 4 * Self.farthest
    let beat = Fraction(60_000_000, max(1, Int(rhythm.tempo.middle)))
    let way = try goal.beats + Fraction(goal.microseconds) / beat
    var bounded = goal
    if way > most { bounded = Shift(beats: most) }
    if try way < 0 - most { bounded = Shift(beats: try 0 - most) }
    return timing.step == Amount.steps
      ? bounded : try note.shift.mixed(with: bounded, at: timing.fraction)
  }

  private func strengths(
    of notes: [Note], _ leans: [GrooveTemplate.Lean], at dynamics: Amount
  ) -> [Velocity] {
    guard dynamics.step > 0, !notes.isEmpty else { return notes.map(\.velocity) }
    let count = Double(notes.count)
    let loudness = Double(notes.map(\.velocity.value).reduce(0, +)) / count
    let accent = leans.map(\.accent.approximation).reduce(0, +) / count
    let part = dynamics.fraction.approximation
    return zip(notes, leans).map { note, lean in
      let own = naturalLogarithm(Double(note.velocity.value))
      let goal = max(lean.accent.approximation / accent * loudness, 1)
      let mixed = exponential(own + (naturalLogarithm(goal) - own) * part)
      return Velocity(clamping: Int(mixed.rounded()))
    }
  }
}
