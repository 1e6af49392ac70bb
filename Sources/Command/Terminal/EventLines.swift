import MIDI
import Music
import Notation

/// All events of a file as text, one a line.
struct EventLines {
  private let file: MIDIFile

  init(_ file: MIDIFile) {
    self.file = file
  }

  /// Lines that are written at once, so that a large file takes little memory.
  private static let linesAtOnce = 20_000

  func write() throws {
    var text = "track  tick  event\n"
    var count = 0
    for (number, track) in file.tracks.enumerated() {
      for event in track {
        text += "\(number + 1)  \(event.tick)  \(Self.words(for: event.event))\n"
        count += 1
        if count.isMultiple(of: Self.linesAtOnce) {
          try StandardOutput.write(text)
          text = ""
        }
      }
      text += "\(number + 1)  \(track.end)  end of track\n"
    }
    try StandardOutput.write(text)
  }

  private static func words(for event: TrackEvent) -> String {
    switch event {
    case .message(let message): message.words
    case .meta(let meta): words(for: meta)
    case .systemExclusive(let bytes): "system exclusive F0 \(bytes.hexadecimal)"
    case .escape(let bytes): "escape F7 \(bytes.hexadecimal)"
    }
  }

  private static func words(for meta: MetaEvent) -> String {
    switch meta {
    case .sequenceNumber(let number): "sequence number \(number)"
    case .text(let kind, let text): "\(kind) '\(text.decoded.printable)'"
    case .channelPrefix(let channel): "channel prefix \(channel.number)"
    case .port(let port): "port \(port)"
    case .tempo(let tempo): "tempo \(tempo.microsecondsPerBeat) microseconds a quarter note"
    case .smpteOffset(let hours, let minutes, let seconds, let frames, let hundredths):
      "SMPTE offset \(hours):\(minutes):\(seconds):\(frames).\(hundredths)"
    case .timeSignature(let signature):
      "time signature \(signature.numerator)/\(signature.denominator), "
        + "\(signature.clocksPerClick) clocks a click"
    case .keySignature(let key):
      "key signature \(key)"
    case .sequencerSpecific(let bytes): "sequencer specific \(bytes.hexadecimal)"
    case .other(let type, let bytes): "meta \([type].hexadecimal): \(bytes.hexadecimal)"
    }
  }
}
