public import ArgumentParser
public import MIDI
import Music

/// How a MIDI file is laid out.
struct LayoutOptions: ParsableArguments {
  @OptionGroup var instruments: KitOptions

  @Option(help: "1 for a track each, 0 for one track with all of them.")
  var format = 1

  @Flag(help: "Leave repeated status bytes out: a fifth smaller; very old readers may stumble.")
  var runningStatus = false

  @Option(
    help: """
      The key signature to write, such as "d minor", "eb major" or "g mixolydian".
      """,
    transform: Self.key)
  var key: KeySignature?

  @Option(
    help: """
      Tell the synthesizer first to be as new: gm, gm2, gs or xg. The music begins a bar later.
      """)
  var reset: Layout.Reset?

  func validate() throws {
    guard format == 0 || format == 1 else { throw ValidationError("--format is 0 or 1") }
  }

  var layout: Layout {
    var layout = Layout()
    layout.format = format == 0 ? .single : .simultaneous
    layout.usesRunningStatus = runningStatus
    layout.reset = reset
    return layout
  }

  /// Whether something was asked for that only a MIDI file can hold.
  var isAsked: Bool { self.layout != Layout() || key != nil || instruments.kit != nil }

  private static func key(_ name: String) throws -> KeySignature {
    guard let key = KeySignature(name: name) else {
      throw ValidationError("--key is a note and a mode, such as 'd minor' or 'eb major'")
    }
    return key
  }
}

extension Layout.Reset: ExpressibleByArgument {}
