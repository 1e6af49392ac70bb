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
    let last = bars[range.upperBound - 1]
    let length: Fraction
    do throws(MusicError) {
      length = try last.begin + last.metre.beats - bars[range.lowerBound].begin
    } catch {
      throw fault(.music(error), of: title, at: Place(start: 0, length: 0))
    }
    var tracks: [Timeline.Track] = []
    var budget = (visits: Bounds.visits, notes: Bounds.events)
    for index in players.indices {
      let new = try self.tracks(of: index, in: range, until: length, knobs, &budget.visits)
      budget.notes -= new.reduce(0) { $0 + $1.notes.count }
      guard budget.notes >= 0 else {
        throw fault(.music(.tooMuch), of: players[index].label, at: players[index].place)
      }
      tracks += new
    }
    do throws(MusicError) { return try timeline(of: tracks, lasting: length, in: range) } catch {
      throw fault(.music(error), of: title, at: Place(start: 0, length: 0))
    }
  }

  private func fault(_ error: ComposerError, of name: String, at place: Place) -> ScoreError {
    ScoreError(
      .cannotPlay(name, message: error.message, advice: error.advice), at: place, of: source)
  }

  /// What a track plays in some bars, remembered where neither chance nor knobs are in it.
  private func tracks(
    of index: Int, in range: Range<Int>, until end: Fraction, _ knobs: [Int: Fraction],
    _ budget: inout Int
  ) throws(ScoreError) -> [Timeline.Track] {
    let track = players[index]
    let strains = sections.compactMap { $0.strains[track.label] }
    let play = { (budget: inout Int) throws(ScoreError) -> [Timeline.Track] in
      do throws(ComposerError) {
        return try played(index, in: range, until: end, knobs, &budget)
      } catch {
        throw fault(error, of: track.label, at: track.place)
      }
    }
    guard strains.allSatisfy({ $0.constancy != .chance }) else { return try play(&budget) }
    return try remembered.answer(to: Remembered(track: index, bars: range)) {
      () throws(ScoreError) in
      try play(&budget)
    }
  }

  private func played(
    _ index: Int, in range: Range<Int>, until end: Fraction, _ knobs: [Int: Fraction],
    _ budget: inout Int
  ) throws(ComposerError) -> [Timeline.Track] {
    let track = players[index]
    var player = track.strain.player
    player.name = track.label
    var staff = Staff(for: player, from: bars[range.lowerBound])
    for bar in range {
      guard let strain = sections[bars[bar].section].strains[track.label] else { continue }
      var scene = scene(of: bar, knobs)
      try play(strain, of: track.label, bar, &scene, in: &staff)
      budget -= Bounds.events - scene.budget
      guard budget > 0 else { throw .music(.tooMuch) }
    }
    let written = staff
    return try exactly { () throws(MusicError) in try written.tracks(until: end) }
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
    _ strain: Strain, of label: String, _ bar: Int, _ scene: inout Scene, in staff: inout Staff
  ) throws(ComposerError) {
    let cycle = Fraction(bar - (entries[label] ?? 0))
    let length = metre(of: bar).beats
    let (begin, end) = (bars[bar].begin, bars[bar].metre.beats)
    try staff.turn(strain.controls, at: cycle, bars[bar], &scene)
    let span = try exactly { () throws(MusicError) in Span(cycle, try cycle + 1) }
    let notes = try strain.theme.notes(in: span, &scene)
    try exactly { () throws(MusicError) in
      // A pickup is the end of the bar that would be there.
      let cut = try length - end
      for note in notes {
        let inside = try (note.onset - cycle) * length
        let place = cut == 0 ? inside : try inside - cut
        guard place >= 0 else { continue }
        try staff.append(note, at: try begin + place, lasting: try note.length * length)
      }
    }
  }

  private func timeline(
    of tracks: [Timeline.Track], lasting length: Fraction, in range: Range<Int>
  ) throws(MusicError) -> Timeline {
    let first = bars[range.lowerBound].begin
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
      metres: metres, markers: markers, tracks: tracks)
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
