import Music

/// The notes of some bars of a file, voice by voice, before they are put on a grid.
///
/// Times are in quarter notes from the first bar line, exact; and in units, so many to a quarter note
/// that the file's own ticks differ from them by half a tick at most.
struct Excerpt {
  /// A note as it sounds.
  struct Sounding {
    /// Its number among all notes.
    let number: Int
    /// When it begins, exact.
    let onset: Fraction
    /// How long it lasts, exact.
    let length: Fraction
    /// When it begins, in units.
    var place: Int
    let key: Key
    let velocity: Velocity
  }

  /// What one voice plays.
  struct Line {
    /// Its name; keys that are struck together will need more names.
    let name: String
    /// Whether it is one drum, which strikes once at a time.
    let isDrum: Bool
    /// Its notes, in order.
    var notes: [Sounding]
  }

  /// The first bar, counted from 0.
  let firstBar: Int
  /// The metre of each bar.
  let metres: [Metre]
  /// The bar lines, in quarter notes from the first one on; one more than there are bars.
  let lines: [Fraction]
  /// Whether bars without a note at both ends are left out.
  let isTrimmed: Bool
  /// The mean tempo in whole quarter notes a minute.
  let beatsPerMinute: Int
  /// The slowest and the fastest tempo.
  let tempi: ClosedRange<Double>
  /// Ticks of the file in a quarter note.
  let ticksPerBeat: Fraction
  /// Units in a quarter note.
  let unitsPerBeat: Int
  /// What sounds.
  private(set) var voices: [Line]
}

extension Excerpt {
  /// The tempi that a rhythm may name, in whole quarter notes a minute.
  private static let tempi = 4...999

  init(of cut: Cut, _ choices: ImportChoices) throws(ImportError) {
    let readers = try cut.strikes()
    let onsets = readers.lazy.flatMap(\.strikes).map(\.on)
    guard let first = onsets.min(), let last = onsets.max() else { throw .noNotes(choices.bars) }
    let bars = try counted { () throws(MusicError) in
      if let bars = choices.bars { return bars.lowerBound - 1...bars.upperBound - 1 }
      return try cut.bars.bar(at: Fraction(first))...cut.bars.bar(at: Fraction(last))
    }
    guard bars.count <= Bounds.rhythmBars else { throw .tooManyBars(bars.count) }
    var metres: [Metre] = []
    for bar in bars { metres.append(try cut.bars.metre(of: bar)) }
    isTrimmed = choices.bars == nil
    // A note just before the line of a bar that is not there yet may belong to it.
    if isTrimmed, let next = try? cut.bars.metre(of: bars.upperBound + 1), next == metres.last {
      metres.append(next)
    }
    firstBar = bars.lowerBound
    self.metres = metres
    let ticksPerBeat = cut.time.ticksPerBeat
    self.ticksPerBeat = ticksPerBeat
    let ticks = try counted { () throws(MusicError) in
      try cut.bars.begin(of: bars.lowerBound)..<cut.bars.begin(of: bars.upperBound + 1)
    }
    tempi = cut.time.extremes(in: ticks)
    let whole = Int(min(max(cut.time.mean(in: ticks), 0), 1e6).rounded())
    beatsPerMinute = min(max(whole, Self.tempi.lowerBound), Self.tempi.upperBound)
    let units = try counted { () throws(MusicError) in try Self.units(for: ticksPerBeat) }
    unitsPerBeat = units
    (lines, voices) = try counted { () throws(MusicError) in
      var lines = [Fraction.zero]
      for metre in metres { lines.append(try lines[lines.count - 1] + metre.beats) }
      let clock = Clock(
        begin: ticks.lowerBound, ticksPerBeat: ticksPerBeat, unitsPerBeat: units)
      return (lines, try Self.voices(of: readers, cut, clock))
    }
  }

  /// The least multiple of 960 that the ticks of a quarter note divide, or twice as many as those.
  ///
  /// 960 is what a performance is rendered in, so that what was imported, rendered and imported again
  /// is counted in the same units.
  private static func units(for ticksPerBeat: Fraction) throws(MusicError) -> Int {
    var units = Ticks.usual
    while try (Fraction(units) / ticksPerBeat).denominator != 1,
      try Fraction(units) < ticksPerBeat * 2
    {
      units += Ticks.usual
    }
    return units
  }
}

/// Ticks as quarter notes and units from a bar line on.
struct Clock {
  let begin: Fraction
  let ticksPerBeat: Fraction
  let unitsPerBeat: Int

  func beats(_ tick: Int) throws(MusicError) -> Fraction {
    try (Fraction(tick) - begin) / ticksPerBeat
  }

  func units(_ beats: Fraction) throws(MusicError) -> Int {
    try (beats * Fraction(unitsPerBeat)).rounded()
  }
}

extension Excerpt {
  /// Where all notes begin, in units.
  var places: [Int] { voices.flatMap { $0.notes.map(\.place) } }

  /// The same with some notes, by their numbers, at other places.
  func moved(to places: [Int: Int]) -> Excerpt {
    var excerpt = self
    for line in voices.indices {
      for note in voices[line].notes.indices {
        if let place = places[voices[line].notes[note].number] {
          excerpt.voices[line].notes[note].place = place
        }
      }
    }
    return excerpt
  }

  /// How many steps all bars have, so many to a whole note.
  func steps(of stepsPerWhole: Int) -> Int {
    metres.reduce(0) { $0 + $1.pulses * stepsPerWhole / $1.unit }
  }
}
