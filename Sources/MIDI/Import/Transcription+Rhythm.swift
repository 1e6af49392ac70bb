import Music

extension Transcription {
  /// The rhythm.
  func rhythm() throws(ImportError) -> Rhythm {
    let source =
      bars.count == 1 ? "bar \(bars.lowerBound)" : "bars \(bars.lowerBound)-\(bars.upperBound)"
    let origin = Origin(
      id: "imported", name: "imported", region: "imported", evidence: .notated,
      source: "imported, \(source)")
    return try counted { () throws(MusicError) in
      let strikes = strikesAgain
      let parts = try placement.lines.map { line throws(MusicError) in try part(of: line, strikes) }
      return try Rhythm(
        origin: origin, bars: Array(excerpt.metres[kept]), grid: Fraction(1, timing.stepsPerWhole),
        tempo: TempoRange(rate: excerpt.beatsPerMinute...excerpt.beatsPerMinute),
        feel: Feel(timing.swing), parts: parts)
    }
  }

  private func part(
    of line: Placement.Line, _ strikes: [Int: Placement.Placed]
  ) throws(MusicError) -> Rhythm.Part {
    let voice = Voice(line.name)
    let shifts = try placement.shifts(of: line, in: excerpt, timing)
    let usual = usualKey(of: voice)
    let saysKeys = !line.isDrum && line.notes.contains { $0.note.key != usual }
    var notes: [Note] = []
    for (placed, shift) in zip(line.notes, shifts) {
      let sounding = placed.note
      let length =
        try line.isDrum
        ? Fraction(4, timing.stepsPerWhole) : length(of: placed, until: strikes[sounding.number])
      notes.append(
        Note(
          onset: try Fraction(placed.step * 4, timing.stepsPerWhole)
            - excerpt.lines[kept.lowerBound],
          length: length, stroke: voice.stroke(nearestTo: sounding.velocity),
          velocity: sounding.velocity, shift: shift, key: saysKeys ? sounding.key : nil))
    }
    let own: Feel? = line.swing == timing.swing ? nil : Feel(line.swing)
    return Rhythm.Part(voice: voice, notes: notes, feel: own)
  }

  private func usualKey(of voice: Voice) -> Key? {
    if case .program(_, let key) = Kit.generalMIDI[voice]?.sound { key } else { nil }
  }

  // MARK: Lengths

  /// For each note of a melodic voice, by its number, the next of the same key.
  private var strikesAgain: [Int: Placement.Placed] {
    var steps: [Int: Int] = [:]
    for (step, note) in placement.lines.lazy.flatMap(\.notes) { steps[note.number] = step }
    var again: [Int: Placement.Placed] = [:]
    for line in excerpt.voices where !line.isDrum {
      var last: [Key: Int] = [:]
      for note in line.notes {
        guard let step = steps[note.number] else { continue }
        if let before = last.updateValue(note.number, forKey: note.key) {
          again[before] = (step, note)
        }
      }
    }
    return again
  }

  /// How long a note lasts: whole quarters of a step; or until its key is struck again or the last bar
  /// ends, where within half a tick it sounds until then.
  private func length(
    of placed: Placement.Placed, until next: Placement.Placed?
  ) throws(MusicError) -> Fraction {
    let step = Fraction(4, timing.stepsPerWhole)
    let (note, units) = (placed.note, Fraction(excerpt.unitsPerBeat))
    let rounded = max(try step / 4, try note.length.rounded(to: step / 4))
    let end = try note.onset + note.length
    let roundedEnd = try Fraction(note.place) / units + rounded + 1 / excerpt.ticksPerBeat / 2
    if let next, next.step > placed.step {
      let again = try Fraction(next.note.place) / units
      if end >= next.note.onset || roundedEnd >= again {
        return try step * Fraction(next.step - placed.step)
      }
    }
    let last = excerpt.lines[kept.upperBound]
    guard max(end, roundedEnd) >= last else { return rounded }
    return try last - step * Fraction(placed.step)
  }
}

extension Feel {
  /// A swing, or straight.
  fileprivate init(_ swing: Swing?) {
    self = swing.map(Feel.swing) ?? .straight
  }
}

extension Voice {
  /// The letter of which the usual velocity is nearest: normal, accent or ghost.
  fileprivate func stroke(nearestTo velocity: Velocity) -> Stroke {
    func distance(_ stroke: Stroke) -> Int { abs(usualVelocity(of: stroke).value - velocity.value) }
    return [Stroke.normal, .accent, .ghost].min { distance($0) < distance($1) } ?? .normal
  }
}
