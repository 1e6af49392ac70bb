import Music

/// What one voice plays, and where else it might.
struct SyncopatedLine {
  /// Where it has a note, or one of the rhythms from which notes are taken has; in order.
  let places: [Fraction]
  /// The bar of each place.
  let bars: [Int]

  private let voice: Voice
  private let looks: [Note]
  private let isFixed: [Bool]
  private var isThere: [Bool]
  private var count: Int
  /// How many notes it may have: as many as one of the rhythms has, or a number between.
  private let counts: ClosedRange<Int>
  private var meter: Syncopation
  /// How syncopated it is, in levels of the metre.
  private(set) var syncopation = 0

  /// - Returns: Nothing where nobody has a note.
  init?(
    _ voice: Voice, _ notes: [Note], _ others: [[Note]], _ barLines: [Fraction],
    _ metre: MetricalLevels
  ) {
    var known = Dictionary(notes.map { ($0.onset, $0) }, uniquingKeysWith: { $1 })
    let own = Set(known.keys)
    for note in others.joined() where known[note.onset] == nil { known[note.onset] = note }
    guard !known.isEmpty else { return nil }
    self.voice = voice
    let places = known.keys.sorted()
    self.places = places
    looks = places.compactMap { known[$0] }
    var bar = 0
    bars = places.map { place in
      while barLines[bar + 1] <= place { bar += 1 }
      return bar
    }
    let shared = others.map { Set($0.map(\.onset)) }
    isFixed = places.map { place in !shared.isEmpty && shared.allSatisfy { $0.contains(place) } }
    isThere = places.map(own.contains)
    count = own.count
    let possible = others.map(\.count) + [own.count]
    counts = (possible.min() ?? 0)...(possible.max() ?? 0)
    meter = Syncopation(metre, at: places)
    for index in places.indices where isThere[index] { syncopation += meter.set(index, true) }
  }

  /// What plays now.
  var notes: [VoicedNote] {
    looks.indices.filter { isThere[$0] }.map { VoicedNote(voice: voice, note: looks[$0]) }
  }

  /// The places whose notes may go.
  var loose: [Int] { places.indices.filter { isThere[$0] && !isFixed[$0] } }

  /// The places without a note.
  var free: [Int] { places.indices.filter { !isThere[$0] } }

  /// Whether it may have a note less.
  var mayLose: Bool { count > counts.lowerBound }

  /// Whether it may have a note more.
  var mayGain: Bool { count < counts.upperBound }

  /// By how much the syncopation rises when a place sounds or falls silent.
  mutating func rise(_ place: Int, _ sounds: Bool) -> Int {
    let rise = meter.set(place, sounds)
    _ = meter.set(place, !sounds)
    return rise
  }

  /// By how much the syncopation rises when a note moves.
  mutating func rise(_ from: Int, to: Int) -> Int {
    let rise = meter.set(from, false) + meter.set(to, true)
    _ = meter.set(to, false)
    _ = meter.set(from, true)
    return rise
  }

  /// Lets a place sound or be silent.
  mutating func set(_ place: Int, _ sounds: Bool) {
    guard isThere[place] != sounds else { return }
    syncopation += meter.set(place, sounds)
    isThere[place] = sounds
    count += sounds ? 1 : -1
  }
}
