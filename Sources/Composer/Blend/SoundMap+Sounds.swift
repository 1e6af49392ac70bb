import Music

extension SoundMap {
  /// The streams of a rhythm that are not paired yet.
  struct Sounds {
    let rhythm: Fit.Fitted
    /// The streams, in order of their voices; at first all are whole voices.
    private(set) var free: [Stream]

    init(of rhythm: Fit.Fitted) {
      self.rhythm = rhythm
      free = rhythm.rhythm.parts.map { Stream(voice: $0.voice) }.sorted()
    }

    func has(_ stream: Stream) -> Bool { free.contains(stream) }

    mutating func remove(_ stream: Stream) { free.removeAll { $0 == stream } }

    /// Takes a stream out, if need be a part of a whole voice.
    ///
    /// - Throws: ``ComposerError`` where the rhythm has no such voice, or no longer.
    mutating func take(_ stream: Stream) throws(ComposerError) {
      guard rhythm.rhythm[stream.voice] != nil else {
        throw .noVoice(stream.voice, of: rhythm.rhythm.origin.id, among: rhythm.voices)
      }
      guard takes(stream) else { throw .soundTwice(stream) }
    }

    /// Takes a stream out if it is there, if need be as a part of a whole voice.
    private mutating func takes(_ stream: Stream) -> Bool {
      let whole = Stream(voice: stream.voice)
      if has(stream) {
        remove(stream)
      } else if let accented = stream.accented, has(whole) {
        remove(whole)
        free = (free + [Stream(voice: stream.voice, accented: !accented)]).sorted()
      } else {
        return false
      }
      return true
    }

    /// Takes what both have out of both: whole voices, or what is left of them.
    mutating func takeShared(with other: inout Sounds) -> [Pair] {
      let voices = Set(free.map(\.voice)).intersection(other.free.map(\.voice))
      let choices = voices.sorted().flatMap { voice in
        [nil, true, false].map { Stream(voice: voice, accented: $0) }
      }
      return choices.compactMap { stream in
        var (left, right) = (self, other)
        guard left.takes(stream), right.takes(stream) else { return nil }
        (self, other) = (left, right)
        return Pair(first: stream, second: stream)
      }
    }

    /// Takes plucked and sung lines for two streams each, and leaves out what has no notes.
    mutating func splitLines() {
      free = free.flatMap { stream -> [Stream] in
        guard stream.accented == nil, stream.voice.role == .melodic else { return [stream] }
        return [true, false].map { Stream(voice: stream.voice, accented: $0) }
      }.filter { stream in
        rhythm.rhythm[stream.voice]?.notes.contains(where: stream.contains) ?? false
      }
    }
  }
}

extension Fit.Fitted {
  /// Who plays.
  fileprivate var voices: [Voice] { rhythm.parts.map(\.voice) }
}

extension SoundMap.Stream: Comparable {
  /// By voice; the whole voice, then its accents, then its other strokes.
  public static func < (left: SoundMap.Stream, right: SoundMap.Stream) -> Bool {
    (left.voice, left.place) < (right.voice, right.place)
  }

  private var place: Int {
    switch accented {
    case nil: 0
    case true?: 1
    case false?: 2
    }
  }
}
