import Music

extension SoundMap.Stream {
  /// A stream as people write it: `hat`, `dombyra.accents` or `dombyra.strokes`.
  ///
  /// - Returns: Nothing where no voice is named, or another part of it.
  public init?(_ text: some StringProtocol) {
    let words = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let voice = words.first, !voice.isEmpty else { return nil }
    switch words.dropFirst() {
    case []: self.init(voice: Voice(String(voice)))
    case ["accents"]: self.init(voice: Voice(String(voice)), accented: true)
    case ["strokes"]: self.init(voice: Voice(String(voice)), accented: false)
    default: return nil
    }
  }
}

extension SoundMap.Pair {
  /// A pair as people write it: `tek:snare` for what becomes what, `tek:` for a sound that goes
  /// alone, `:snare` for one that comes alone.
  ///
  /// - Returns: Nothing where there is not one colon, or no sound.
  public init?(_ text: some StringProtocol) {
    let sides = text.split(separator: ":", omittingEmptySubsequences: false)
    guard sides.count == 2 else { return nil }
    let streams = sides.map { SoundMap.Stream($0) }
    guard zip(sides, streams).allSatisfy({ $0.isEmpty || $1 != nil }),
      streams.contains(where: { $0 != nil })
    else { return nil }
    self.init(first: streams[0], second: streams[1])
  }
}
