import Music

/// A note as the criteria see it.
struct Hit: Hashable {
  /// Where it sounds, in ticks of its ``Ring``.
  let place: Int
  let velocity: Int

  /// The hits of each lane of a rhythm, in order, no two of a lane at one place.
  static func lanes(of rhythm: Rhythm, on ring: Ring) -> [[Hit]] {
    var louder = Array(repeating: [Int: Int](), count: Lane.allCases.count)
    for part in rhythm.parts {
      let lane = Lane(of: part.voice).rawValue
      for note in part.notes {
        let beats = note.onset.approximation + note.shift.beats.approximation
        let late = Double(note.shift.microseconds) / 1000 / Ring.millisecondsPerWhole
        let tick = ((beats / 4 + late) * Double(ring.ticksPerWhole)).rounded()
        louder[lane][ring.place(Int(tick)), default: 0].raise(to: note.velocity.value)
      }
    }
    return louder.map { lane in
      lane.sorted { $0.key < $1.key }.map { Hit(place: $0.key, velocity: $0.value) }
    }
  }
}

extension Int {
  fileprivate mutating func raise(to other: Int) { self = Swift.max(self, other) }
}
