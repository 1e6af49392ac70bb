extension Rhythm {
  /// Witek's index of syncopation between drums: 0 and more.
  ///
  /// Low drums (kick, low hand drums) and middle ones (snare, tom, hand drums) are heard against
  /// each other, against the high ones (hat, bell, shaker) and against silence; basses and other
  /// lines are not heard. The partner of a low or middle stroke is the strongest step that follows
  /// it within less than a beat, up to the next stroke of any drum; of equally strong ones it is
  /// that next stroke. Where the partner is silent, or sounds without the first stroke's own
  /// stream, and is at least as strong as the first step, the pair counts the difference of the two
  /// weights, and on top of it:
  ///
  /// | stroke | against | |
  /// | --- | --- | --- |
  /// | low | middle and high, or middle | 2 |
  /// | middle | low and high, or low | 1 |
  /// | low or middle | high | 5 |
  /// | low or middle | silence | 6 |
  ///
  /// Weights are 0 at the bar line, -1 on the other counted beats, -2 on what divides those, and so
  /// on.
  ///
  /// Source: M. A. G. Witek, E. F. Clarke, M. Wallentin, M. L. Kringelbach and P. Vuust,
  /// "Syncopation, Body-Movement and Pleasure in Groove Music", *PLoS ONE* 9 (4) (2014), e94446,
  /// for weights and table; low against middle alone and middle against low alone are after the
  /// program GrooveToolbox. How far a stroke looks ahead is ours.
  ///
  /// - Parameter voices: The voices that are heard, or all.
  /// - Returns: Nothing where no low or middle drum sounds.
  /// - Throws: ``MusicError/tooFine`` where the grid has more than ``Bounds/rowSteps`` steps.
  /// - Complexity: O(n b) for n strokes and beats of b steps.
  public func witekIndex(of voices: Set<Voice>? = nil) throws(MusicError) -> Int? {
    let heard = parts.filter { voices?.contains($0.voice) ?? true }
    return DrumStreams(heard, on: try Onsets(self))?.index
  }
}

/// Three streams of drums: on which steps each of them sounds.
private struct DrumStreams {
  /// Steps on which a stream sounds, as bits: what sounds on a step is a sum of these.
  private enum Stream {
    static let low = 1
    static let middle = 2
    static let high = 4
  }

  /// What a stroke weighs against silence.
  private static let againstSilence = 6

  private let sounding: [Int]
  private let levels: [Int]
  /// Of each step, the steps of the beat in which it lies.
  private let reaches: [Int]

  /// - Returns: Nothing where no low or middle drum sounds.
  init?(_ parts: [Rhythm.Part], on onsets: Onsets) {
    var sounding = Array(repeating: 0, count: onsets.stepCount)
    for part in parts {
      let stream = Self.stream(of: part.voice)
      for note in part.notes where stream != 0 {
        sounding[note.step(stepsPerWhole: onsets.stepsPerWhole)] |= stream
      }
    }
    guard sounding.contains(where: { $0 & ~Stream.high != 0 }) else { return nil }
    self.sounding = sounding
    levels = onsets.beatLevels
    let lines = onsets.beatLines
    reaches = zip(lines, lines.dropFirst()).flatMap { Array(repeating: $1 - $0, count: $1 - $0) }
  }

  private static func stream(of voice: Voice) -> Int {
    switch Voice.known[voice.name] {
    case .lowDrum, .lowHandDrum: Stream.low
    case .drum, .handDrum: Stream.middle
    case .cymbal, .shaker, .bell: Stream.high
    case .bass, .drone, .melody, nil: 0
    }
  }

  var index: Int {
    sounding.indices.reduce(0) { sum, step in
      sum
        + [Stream.low, Stream.middle].filter { sounding[step] & $0 != 0 }
        .reduce(0) { $0 + strength(of: $1, at: step) }
    }
  }

  /// By how much a stroke is syncopated.
  private func strength(of stream: Int, at step: Int) -> Int {
    let own = levels[step]
    var rest: Int?
    for ahead in 1..<max(1, reaches[step]) {
      let other = (step + ahead) % sounding.count
      guard sounding[other] != 0 else {
        rest = min(rest ?? .max, levels[other])
        continue
      }
      let isOwn = sounding[other] & stream != 0
      if isOwn || rest.map({ $0 < levels[other] }) ?? false { break }
      return own < levels[other]
        ? 0 : own - levels[other] + Self.weight(of: stream, against: sounding[other])
    }
    guard let rest, rest <= own else { return 0 }
    return own - rest + Self.againstSilence
  }

  private static func weight(of stream: Int, against other: Int) -> Int {
    if other == Stream.high { return 5 }
    return stream == Stream.low ? 2 : 1
  }
}
