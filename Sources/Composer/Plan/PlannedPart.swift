import Music

/// What one voice plays on the way from one rhythm to another.
struct PlannedPart {
  let voice: Voice
  let feel: Feel?
  /// The notes that have a place, in order once they are sorted.
  private var placed: [PlannedNote] = []
  /// The notes whose place depends on the amount.
  private var gliding: [PlannedNote] = []

  /// Whether two of the notes may sound at one place.
  private var mayCollide = false

  init(voice: Voice, feel: Feel?) {
    self.voice = voice
    self.feel = feel
  }

  mutating func append(_ note: PlannedNote) {
    if note.glides { gliding.append(note) } else { placed.append(note) }
  }

  /// Puts the notes that have a place in order.
  mutating func sort() {
    placed.sort {
      ($0.look.onset, $0.steps.lowerBound) < ($1.look.onset, $1.steps.lowerBound)
    }
    mayCollide =
      !gliding.isEmpty
      || zip(placed, placed.dropFirst()).contains { earlier, later in
        earlier.look.onset == later.look.onset && earlier.steps.overlaps(later.steps)
      }
  }

  /// The notes at a step that begin in a span, counted from there; no two at one place.
  func notes(at step: Int, in time: Span) throws(MusicError) -> [Note] {
    var notes: [Note] = []
    let (begin, end) = (firstIndex(from: time.begin), firstIndex(from: time.end))
    notes.reserveCapacity(end - begin + gliding.count)
    for planned in placed[begin..<end] {
      if let note = try planned.note(at: step) { notes.append(note) }
    }
    for planned in gliding {
      guard let note = try planned.note(at: step) else { continue }
      if time.begin <= note.onset && note.onset < time.end { notes.append(note) }
    }
    if mayCollide { notes = notes.resolved }
    guard time.begin != .zero else { return notes }
    return try notes.map { note throws(MusicError) in
      note.moved(to: try note.onset - time.begin)
    }
  }

  private func firstIndex(from time: Fraction) -> Int {
    var (low, high) = (0, placed.count)
    while low < high {
      let middle = (low + high) / 2
      if placed[middle].look.onset < time { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension [Note] {
  /// The notes of one voice in order, at each place the loudest; of equally loud ones always the
  /// same, wherever they stand.
  var resolved: [Note] {
    let sorted = sorted { left, right in
      if left.onset != right.onset { return left.onset < right.onset }
      if left.velocity != right.velocity { return left.velocity > right.velocity }
      return VoicedNote(voice: "", note: left) < VoicedNote(voice: "", note: right)
    }
    var kept: [Note] = []
    for note in sorted where kept.last?.onset != note.onset { kept.append(note) }
    return kept
  }
}
