import Music

/// An excerpt on a grid, as a rhythm says it.
struct Transcription {
  private let excerpt: Excerpt
  private let timing: Timing
  private let placement: Placement
  /// The bars of the excerpt, counted from 0, that the rhythm has.
  private let kept: Range<Int>

  /// Grids for notes that are too dense for all others, in steps to a whole note.
  private static let finerGrids = [128, 192, 384, 960, 3840]

  /// The bars of the file, counted from 1.
  var bars: ClosedRange<Int> {
    excerpt.firstBar + kept.lowerBound + 1...excerpt.firstBar + kept.upperBound
  }

  /// How many voices need a channel of their own.
  var melodicVoices: Int { placement.lines.count { !$0.isDrum } }

  init(of excerpt: Excerpt, _ choices: ImportChoices) throws(ImportError) {
    self.excerpt = excerpt
    (timing, placement) = try Self.placed(excerpt, choices)
    let steps = placement.lines.flatMap(\.notes).map(\.step)
    guard let first = steps.min(), let last = steps.max() else { throw .noNotes(choices.bars) }
    let all = 0..<excerpt.metres.count
    kept = excerpt.isTrimmed ? placement.bar(of: first)..<placement.bar(of: last) + 1 : all
    guard kept.count <= Bounds.rhythmBars else { throw .tooManyBars(kept.count) }
  }

  private static func placed(
    _ excerpt: Excerpt, _ choices: ImportChoices
  ) throws(ImportError) -> (Timing, Placement) {
    if let grid = choices.grid {
      let misfit = excerpt.metres.first { !$0.isDivided(by: grid.denominator) }
      if let misfit { throw .gridDoesNotFit(grid, misfit) }
    }
    let search = TimingSearch(excerpt)
    let tries =
      choices.grid.map { [[$0.denominator]] }
      ?? [TimingSearch.grids] + finerGrids.map { [$0] }
    var isTooLong = false
    for grids in tries {
      var grids = grids.filter { steps in excerpt.metres.allSatisfy { $0.isDivided(by: steps) } }
      if grids.contains(where: { excerpt.steps(of: $0) > Bounds.rowSteps }) { isTooLong = true }
      grids.removeAll { excerpt.steps(of: $0) > Bounds.rowSteps }
      while let timing = search.best(on: grids) {
        if let placement = Placement(of: excerpt, timing) { return (timing, placement) }
        grids.removeAll { $0 <= timing.stepsPerWhole }
      }
    }
    throw isTooLong ? .tooManySteps : .tooCoarse(choices.grid)
  }
}

extension Metre {
  /// Whether a bar is a whole number of steps, so many to a whole note.
  fileprivate func isDivided(by stepsPerWhole: Int) -> Bool { pulses * stepsPerWhole % unit == 0 }
}

// MARK: As a rhythm

extension Transcription {
  /// The rhythm.
  func rhythm() throws(ImportError) -> Rhythm {
    let bars = bars
    let origin = Origin(
      id: "imported", name: "imported", region: "imported", evidence: .notated,
      source: "imported, bars \(bars.lowerBound)-\(bars.upperBound)")
    return try counted { () throws(MusicError) in
      let remainder = Remainder(excerpt)
      var parts: [Rhythm.Part] = []
      for line in placement.lines { parts.append(try part(of: line, remainder)) }
      return try Rhythm(
        origin: origin, bars: Array(excerpt.metres[kept]), grid: Fraction(1, timing.stepsPerWhole),
        tempo: TempoRange(rate: excerpt.beatsPerMinute...excerpt.beatsPerMinute),
        feel: Feel(timing.swing), parts: parts)
    }
  }

  private func part(
    of line: Placement.Line, _ remainder: Remainder
  ) throws(MusicError) -> Rhythm.Part {
    let voice = Voice(line.name)
    let onsets = try line.notes.map { placed throws(MusicError) in
      try Fraction(placed.step, timing.stepsPerWhole) * 4
    }
    let units = Fraction(excerpt.unitsPerBeat)
    var remainders: [Remainder.Note] = []
    for (onset, placed) in zip(onsets, line.notes) {
      remainders.append(
        Remainder.Note(
          exact: placed.note.onset, unit: try Fraction(placed.note.place) / units,
          place: try onset + swung(onset, in: placement.bar(of: placed.step), line.swing)))
    }
    let shifts = try remainder.shifts(of: remainders)
    let begin = excerpt.lines[kept.lowerBound]
    let keys = line.isDrum ? [] : line.notes.map(\.note.key)
    let saysKeys = keys.contains { $0 != usualKey(of: voice) }
    var notes: [Note] = []
    for (index, placed) in line.notes.enumerated() {
      let (sounding, onset) = (placed.note, onsets[index])
      notes.append(
        Note(
          onset: try onset - begin,
          length: try line.isDrum
            ? Fraction(4, timing.stepsPerWhole) : length(of: sounding, at: onset),
          stroke: voice.stroke(nearestTo: sounding.velocity), velocity: sounding.velocity,
          shift: shifts[index], key: saysKeys ? sounding.key : nil))
    }
    let own: Feel? = line.swing == timing.swing ? nil : Feel(line.swing)
    return Rhythm.Part(voice: voice, notes: notes, feel: own)
  }

  /// How far a swing moves a place in a bar.
  private func swung(
    _ onset: Fraction, in bar: Int, _ swing: Swing?
  ) throws(MusicError) -> Fraction {
    guard let swing else { return 0 }
    return try swing.shift(at: onset - excerpt.lines[bar], inBarOf: excerpt.metres[bar].beats)
  }

  /// How long a note lasts: whole quarters of a step; to the end where it sounds until then.
  private func length(
    of note: Excerpt.Sounding, at onset: Fraction
  ) throws(MusicError) -> Fraction {
    let quarter = Fraction(1, timing.stepsPerWhole)
    let length = max(quarter, try note.length.rounded(to: quarter))
    let end = excerpt.lines[kept.upperBound]
    let units = Fraction(excerpt.unitsPerBeat)
    let sounds = max(try Fraction(note.end) / units, try Fraction(note.place) / units + length)
    return sounds >= end ? try end - onset : length
  }

  private func usualKey(of voice: Voice) -> Key? {
    if case .program(_, let key) = Kit.generalMIDI[voice]?.sound { key } else { nil }
  }
}

extension Feel {
  /// A swing, or straight.
  fileprivate init(_ swing: Swing?) {
    self = swing.map(Feel.swing) ?? .straight
  }
}

extension Voice {
  /// The letter of which the usual velocity is nearest: accent, normal or ghost.
  fileprivate func stroke(nearestTo velocity: Velocity) -> Stroke {
    func distance(_ stroke: Stroke) -> Int { abs(usualVelocity(of: stroke).value - velocity.value) }
    return [Stroke.normal, .accent, .ghost].min { distance($0) < distance($1) } ?? .normal
  }
}
