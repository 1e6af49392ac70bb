import Composer
public import Music

extension Song {
  /// The piece, or some bars of it, as a timeline.
  ///
  /// Law: some bars alone are those bars of the whole.
  ///
  /// - Parameters:
  ///   - range: The bars, by their numbers in ``bars``; all where nothing is said.
  ///   - knobs: Where the knobs stand that the score follows, from 0 to 1.
  /// - Returns: The tracks from the first of the bars on, which is at time 0.
  /// - Precondition: The bars are there.
  /// - Throws: ``ScoreError`` where something cannot be computed, or would be too much.
  /// - Complexity: O(n log n) for n notes.
  public func timeline(
    bars range: Range<Int>? = nil, knobs: [Int: Fraction] = [:]
  ) throws(ScoreError) -> Timeline {
    let range = range ?? bars.indices
    var staff = Staff(players.map { ($0.label, $0.strain.player) }, from: bars[range.lowerBound])
    var budget = Bounds.visits
    for (index, track) in players.enumerated() {
      do throws(ComposerError) {
        for bar in range {
          guard let strain = sections[bars[bar].section].strains[track.label] else { continue }
          var scene = scene(of: bar, knobs)
          try play(strain, of: track.label, bar, &scene, track: index, in: &staff)
          budget -= Bounds.events - scene.budget
          guard budget > 0 else { throw .music(.tooMuch) }
        }
      } catch {
        throw ScoreError(
          .cannotPlay(track.label, message: error.message, advice: error.advice),
          at: track.place, of: source)
      }
    }
    do {
      return try exactly { () throws(MusicError) in try timeline(of: staff, in: range) }
    } catch {
      throw ScoreError(
        .cannotPlay(title, message: error.message, advice: error.advice),
        at: Place(start: 0, length: 0), of: source)
    }
  }

  /// The metre in which the themes of a bar sound: of a pickup that of the bar after it.
  private func metre(of bar: Int) -> Metre {
    hasPickup && bar == 0 && bars.count > 1 ? bars[1].metre : bars[bar].metre
  }

  private func scene(of bar: Int, _ knobs: [Int: Fraction]) -> Scene {
    Scene(
      metre: metre(of: bar), beatsPerMinute: bars[bar].pace.first.approximation,
      chance: Chance(seed: seed), knobs: knobs)
  }

  /// Adds what a track plays in a bar.
  private func play(
    _ strain: Strain, of label: String, _ bar: Int, _ scene: inout Scene, track: Int,
    in staff: inout Staff
  ) throws(ComposerError) {
    let cycle = Fraction(bar - (entries[label] ?? 0))
    let length = metre(of: bar).beats
    let (begin, end) = (bars[bar].begin, bars[bar].metre.beats)
    try staff.turn(strain.controls, of: track, at: cycle, bars[bar], &scene)
    let notes = try notes(of: strain, bar, at: cycle, &scene, track: track)
    try exactly { () throws(MusicError) in
      // A pickup is the end of the bar that would be there.
      let cut = try length - end
      for note in notes {
        let place = try (note.onset - cycle) * length - cut
        guard place >= 0 else { continue }
        try staff.append(
          note, at: try begin + place, lasting: try note.length * length, to: track)
      }
    }
  }

  /// What a track plays in a bar, remembered where neither chance nor knobs are in it.
  private func notes(
    of strain: Strain, _ bar: Int, at cycle: Fraction, _ scene: inout Scene, track: Int
  ) throws(ComposerError) -> [Sounding] {
    let span = try exactly { () throws(MusicError) in Span(cycle, try cycle + 1) }
    guard strain.theme.traits.constancy != .chance else {
      return try strain.theme.notes(in: span, &scene)
    }
    let key = Remembered(
      track: track, section: bars[bar].section, cycle: cycle.floor, metre: scene.metre,
      beatsPerMinute: scene.beatsPerMinute)
    return try remembered.answer(to: key) { () throws(ComposerError) in
      try strain.theme.notes(in: span, &scene)
    }
  }

  private func timeline(of staff: Staff, in range: Range<Int>) throws(MusicError) -> Timeline {
    let first = bars[range.lowerBound].begin
    let last = bars[range.upperBound - 1]
    let length = try last.begin + last.metre.beats - first
    var metres: [Timeline.Mark<Metre>] = []
    var tempi: [Timeline.Mark<Tempo>] = []
    var markers: [Timeline.Mark<String>] = []
    for index in range {
      let bar = bars[index]
      let begin = try bar.begin - first
      if metres.last?.content != bar.metre { metres.append(Timeline.Mark(bar.metre, at: begin)) }
      for mark in try bar.tempi(from: begin) where tempi.last?.content != mark.content {
        tempi.append(mark)
      }
      let section = sections[bar.section]
      // A pickup belongs to a section, but is none of its bars.
      let isFirst = index == range.lowerBound && section.bars.contains(index)
      if let name = section.name, isFirst || index == section.bars.lowerBound {
        markers.append(Timeline.Mark(name, at: begin))
      }
    }
    var timeline = Timeline(
      title: title, remarks: ["made by Jorga, seed \(seed)"], length: length, tempi: tempi,
      metres: metres, markers: markers, tracks: try staff.tracks(until: length))
    if let key { timeline.keys = [Timeline.Mark(key, at: 0)] }
    return timeline
  }
}

extension Song.Bar {
  /// The tempi of the bar: one where it is steady, else one a quarter note.
  fileprivate func tempi(from begin: Fraction) throws(MusicError) -> [Timeline.Mark<Tempo>] {
    let beats = pace.first == pace.last ? 1 : max(1, metre.beats.ceiling)
    var marks: [Timeline.Mark<Tempo>] = []
    for beat in 0..<beats {
      let part = try Fraction(beat) / metre.beats
      let rate = try pace.first + (pace.last - pace.first) * part
      guard let tempo = Tempo(beatsPerMinute: rate.approximation) else { continue }
      marks.append(Timeline.Mark(tempo, at: try begin + Fraction(beat)))
    }
    return marks
  }
}
