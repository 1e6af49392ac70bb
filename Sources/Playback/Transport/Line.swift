import MIDI
import Music

/// What a route was sent: how its channels are set, and which keys are down.
struct Line: Hashable, Sendable {
  /// A key of a channel.
  struct ChannelKey: Hashable, Sendable, Comparable {
    let channel: Channel
    let key: Key

    static func < (left: ChannelKey, right: ChannelKey) -> Bool {
      (left.channel.number, left.key) < (right.channel.number, right.key)
    }
  }

  /// Whether somebody listens.
  var isOpen = false
  /// Whether who listens has yet to be told where the piece is before clocks mean anything there.
  var awaitsPosition = false
  private var channels: [Channel: ChannelState] = [:]
  /// How often each key was struck that was not let go, by track.
  private var down: [ChannelKey: [Int: Int]] = [:]
  /// Channels of which keys were down when nobody listened any more.
  private var leftDown: Set<Channel> = []

  /// Whether a message makes sense here, and if so takes note of it: a key goes up only if it is
  /// down.
  mutating func take(_ message: Message, from track: Int) -> Bool {
    switch message {
    case .noteOn(let key, let level, let channel) where level.value > 0:
      down[ChannelKey(channel: channel, key: key), default: [:]][track, default: 0] += 1
    case .noteOn(let key, _, let channel), .noteOff(let key, _, let channel):
      return release(ChannelKey(channel: channel, key: key), of: track)
    default: channels[message.channel, default: ChannelState()].note(message)
    }
    return true
  }

  /// A key goes up that some track struck: this one, or, where it did not, any.
  private mutating func release(_ key: ChannelKey, of track: Int) -> Bool {
    guard var strokes = down[key], let owner = strokes[track] != nil ? track : strokes.keys.min()
    else { return false }
    strokes[owner] = strokes[owner].flatMap { $0 > 1 ? $0 - 1 : nil }
    down[key] = strokes.isEmpty ? nil : strokes
    return true
  }

  /// Lets go the keys that some tracks struck.
  mutating func silence(where isMeant: (Int) -> Bool = { _ in true }) -> [Message] {
    var messages: [Message] = []
    for key in down.keys.sorted() {
      for (track, count) in down[key] ?? [:] where isMeant(track) {
        let off = Message.noteOff(key.key, release: .usualRelease, key.channel)
        messages += repeatElement(off, count: count)
        down[key]?[track] = nil
      }
      if down[key]?.isEmpty ?? false { down[key] = nil }
    }
    return messages
  }

  /// Brings the channels into some states; channels of which nothing is said go to rest.
  mutating func set(_ states: [Channel: ChannelState]) -> [Message] {
    let all = Set(states.keys).union(channels.keys).sorted { $0.number < $1.number }
    return all.flatMap { channel in
      let old = channels[channel] ?? ChannelState()
      var rest = old
      rest.reset()
      let new = states[channel] ?? rest
      channels[channel] = new
      return new.messages(from: old, on: channel)
    }
  }

  /// Puts back what is turned, and lets go all keys.
  mutating func rest() -> [Message] {
    silence()
      + channels.keys.sorted { $0.number < $1.number }.flatMap { channel -> [Message] in
        guard channels[channel]?.isTurned ?? false else { return [] }
        channels[channel]?.reset()
        return [
          .control(Controller(clamping: 121), Level(clamping: 0), channel), .bend(.none, channel),
        ]
      }
  }

  /// Silences every channel that was used, whatever is known of it.
  mutating func panic(_ used: Set<Channel>) -> [Message] {
    for channel in used { channels[channel]?.reset() }
    return silence()
      + used.sorted { $0.number < $1.number }.flatMap { channel in
        [64, 120, 121, 123].map {
          Message.control(Controller(clamping: $0), Level(clamping: 0), channel)
        }
      }
  }

  /// Forgets all, for nobody listens any more, but not that keys could not be let go.
  ///
  /// - Returns: What lets them go for one who came in the meantime, and heard them go down.
  mutating func close() -> [Message] {
    let channels = leftDown.union(down.keys.map(\.channel))
    let messages = silence()
    self = Line()
    leftDown = channels
    return messages
  }

  /// Somebody listens: who left with keys down may be back, and one who is new has none to lose.
  mutating func open() -> [Message] {
    defer { leftDown = [] }
    isOpen = true
    return leftDown.sorted { $0.number < $1.number }.map {
      .control(Controller(clamping: 123), Level(clamping: 0), $0)
    }
  }
}
