import Music

/// A rhythm of a path, with everything that is asked of it more than once.
struct View {
  /// The hits of each lane, in order.
  let lanes: [[Hit]]
  /// Each lane as a line of blurred hits.
  let blurs: [[Int32]]
  /// Each lane's onsets, in ticks.
  let onsets: [Onsets]
  /// The features of all lanes.
  let features: [Double]
  /// The syncopation of all lanes together.
  let syncopation: Int

  init(_ rhythm: Rhythm, on ring: Ring) {
    self.init(lanes: Hit.lanes(of: rhythm, on: ring), on: ring)
  }

  init(lanes: [[Hit]], on ring: Ring) {
    self.lanes = lanes
    blurs = lanes.map { Self.blur($0, on: ring) }
    onsets = lanes.compactMap { ring.onsets($0, stepsPerWhole: ring.ticksPerWhole) }
    let syncopations = lanes.map {
      ring.onsets($0, stepsPerWhole: ring.slotsPerWhole)?.syncopation() ?? 0
    }
    syncopation = syncopations.reduce(0, +)
    features =
      zip(lanes, syncopations).flatMap { Features.ofLane($0, syncopation: $1, on: ring) }
      + Features.repetition(lanes, on: ring)
  }

  /// A triangle over each hit that falls to nothing a sixteenth away, as high as the velocity
  /// times the ticks of a sixteenth.
  private static func blur(_ hits: [Hit], on ring: Ring) -> [Int32] {
    var line = [Int32](repeating: 0, count: ring.length)
    for hit in hits {
      for offset in -ring.sixteenth...ring.sixteenth {
        let height = hit.velocity * (ring.sixteenth - abs(offset))
        line[ring.place(hit.place + offset)] += Int32(height)
      }
    }
    return line
  }
}
