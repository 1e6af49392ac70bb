import Music

/// What one voice plays on the way from one rhythm to another.
struct PlannedPart {
  let voice: Voice
  let feel: Feel?
  /// The notes that have a place, in order once they are sorted.
  private var placed: [PlannedNote] = []
  /// The notes whose place depends on the amount.
  private var gliding: [PlannedNote] = []

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
  }

  /// The notes at a step that begin in a span, counted from there; no two at one place.
  func notes(at step: Int, in time: Span) throws(MusicError) -> [Note] {
    var notes: [Note] = []
    let (begin, end) = (firstIndex(from: time.begin), firstIndex(from: time.end))
    notes.reserveCapacity(end - begin + gliding.count)
    for planned in placed[begin..<end] {
      if let note = try planned.note(at: step) { notes.append(note) }
    }
    if !gliding.isEmpty {
      for planned in gliding {
        guard let note = try planned.note(at: step) else { continue }
        if time.begin <= note.onset && note.onset < time.end { notes.append(note) }
      }
      Self.resolve(&notes)
    }
    guard time.begin != .zero else { return notes }
    return try notes.map { note throws(MusicError) in
      note.moved(to: try note.onset - time.begin)
    }
  }

  /// The notes that sound at a step, each with its plan; of those at one place the loudest.
  func planned(at step: Int) throws(MusicError) -> [(plan: PlannedNote, note: Note)] {
    var loudest: [Fraction: (plan: PlannedNote, note: Note)] = [:]
    for plan in placed + gliding {
      guard let note = try plan.note(at: step) else { continue }
      if loudest[note.onset].map({ $0.note.velocity < note.velocity }) ?? true {
        loudest[note.onset] = (plan, note)
      }
    }
    return loudest.values.sorted { $0.note.onset < $1.note.onset }
  }

  /// Puts notes in order and keeps the loudest of those at one place, of like ones the first.
  private static func resolve(_ notes: inout [Note]) {
    let order = notes.indices.sorted { left, right in
      let (a, b) = (notes[left], notes[right])
      return (a.onset, b.velocity, left) < (b.onset, a.velocity, right)
    }
    var kept: [Note] = []
    for index in order where kept.last?.onset != notes[index].onset { kept.append(notes[index]) }
    notes = kept
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
