import MIDI
import Music
import Playback

/// Everything that silences an instrument, whatever it has been sent, on all channels.
///
/// First what switches all off at once; then, for instruments that do not know these, each key by
/// itself.
/// Source: *MIDI 1.0 Detailed Specification*, channel mode messages.
enum Silence {
  private static let (allSoundOff, resetAllControllers, allNotesOff) = (120, 121, 123)

  /// The messages, the most urgent first.
  static let messages: [Message] = {
    let channels = Channel.numbers.map { Channel(clamping: $0) }
    let off = Level(clamping: 0)
    let atOnce = channels.flatMap { channel -> [Message] in
      [Controller.sustain.number, allNotesOff, allSoundOff, resetAllControllers].map {
        .control(Controller(clamping: $0), off, channel)
      } + [.bend(.none, channel)]
    }
    let keys = channels.flatMap { channel -> [Message] in
      Key.numbers.map { .noteOff(Key(clamping: $0), release: .usualRelease, channel) }
    }
    return atOnce + keys
  }()

  /// How long a message of three bytes takes on a cable; sent no faster, none is lost in a receiver
  /// that has room for few.
  ///
  /// Source: *MIDI 1.0 Detailed Specification*: 31.25 kBaud, ten bits a byte.
  static let timeOfMessage = Duration.microseconds(960)

  /// The messages on some routes, each after the other, from a time on.
  static func events(on routes: Range<Int>, from start: Duration) -> [DueEvent] {
    messages.enumerated().flatMap { number, message in
      routes.map { DueEvent(.message(message), at: start + timeOfMessage * number, on: $0) }
    }
  }
}
