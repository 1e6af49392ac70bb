import Music

/// What a rhythm is like as a whole, in numbers of about the same size.
///
/// The choice is that of common drum-loop descriptors; the scales are ours.
enum Features {
  /// The syncopation that counts as much as the whole range of the other features.
  private static let muchSyncopation = 8.0

  /// The lags of the repetition, in sixteenths.
  private static let lags = [1, 2, 3, 4, 6, 8]

  /// Density, syncopation, evenness, balance, loudness and the share off the beat of one lane.
  static func ofLane(_ hits: [Hit], syncopation: Int, on ring: Ring) -> [Double] {
    guard !hits.isEmpty, let onsets = ring.onsets(hits, stepsPerWhole: ring.ticksPerWhole)
    else { return Array(repeating: 0, count: 6) }
    let sixteenths = Double(ring.length) / Double(ring.sixteenth)
    let beat = ring.ticksPerWhole / 4
    let loudness = Double(hits.reduce(0) { $0 + $1.velocity }) / 127
    let offBeat = hits.count { !$0.place.isMultiple(of: beat) }
    return [
      Double(hits.count) / sixteenths, Double(syncopation) / muchSyncopation,
      onsets.evenness ?? 0, onsets.balance ?? 0, loudness / sixteenths,
      Double(offBeat) / Double(hits.count),
    ]
  }

  /// How far the lanes resemble themselves some sixteenths later: the mean over the lanes for each
  /// lag.
  static func repetition(_ lanes: [[Hit]], on ring: Ring) -> [Double] {
    let lanes = lanes.map { hits in
      Dictionary(uniqueKeysWithValues: hits.map { ($0.place, Double($0.velocity)) })
    }
    return lags.map { lag in
      lanes.reduce(0) { sum, lane in
        let energy = lane.values.reduce(0) { $0 + $1 * $1 }
        guard energy > 0 else { return sum }
        let shared = lane.sorted { $0.key < $1.key }.reduce(0) { sum, hit in
          sum + hit.value * (lane[ring.place(hit.key + lag * ring.sixteenth)] ?? 0)
        }
        return sum + shared / energy / Double(lanes.count)
      }
    }
  }
}
