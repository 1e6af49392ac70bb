import ArgumentParser
import Composer
import MIDI
import Music
import Notation

/// How long and how fast a piece is, and where it is written.
struct RenderingOptions: ParsableArguments {
  @Option(help: "How many bars.")
  var bars = 8

  @Option(
    help:
      "How fast, in quarter notes a minute; else the rhythm's own tempo, of two what they share or the second's."
  )
  var tempo: Double?

  @Option(
    name: .shortAndLong,
    help: "The file to write; '-' is standard output. A MIDI file, or a pattern with .pattern.")
  var output: String?

  @Flag(help: "Replace a file even where it is not a MIDI file.")
  var force = false

  @Flag(name: .shortAndLong, help: "Say how times were rounded.")
  var verbose = false

  func validate() throws {
    guard tempo == nil || output.map({ OutputFile(path: $0).kind == .midi }) ?? true else {
      throw ValidationError("a pattern keeps the tempo of its rhythm: leave --tempo out")
    }
    guard output != "" else { throw ValidationError("-o needs the name of a file") }
    guard (1...Bounds.pieceBars).contains(bars) else {
      throw ValidationError("--bars is from 1 to \(Bounds.pieceBars)")
    }
    guard tempo.map({ Tempo(beatsPerMinute: $0) != nil }) ?? true else {
      throw ValidationError("--tempo is from 3.6 to 60000000 quarter notes a minute")
    }
  }

  /// The tempo that is asked for, or a rhythm's own.
  func tempo(or usual: Double) -> Tempo {
    guard let tempo = Tempo(beatsPerMinute: tempo ?? usual) else {
      preconditionFailure("a tempo that was checked can be stored")
    }
    return tempo
  }

  /// Writes a piece as a MIDI file, and says what was written.
  func write(_ timeline: Timeline, to path: String) throws {
    do {
      let performance = try Performance(of: timeline, on: .generalMIDI)
      try OutputFile(path: path).write(MIDIFile(performance).bytes, force: force)
      guard path != "-" else { return }
      try StandardOutput.write(summary(of: performance, timeline, path))
    } catch let error as MIDIError {
      throw Failure(error, in: timeline.title)
    }
  }

  private func summary(
    of performance: Performance, _ timeline: Timeline, _ path: String
  ) -> String {
    let tempo = timeline.tempi[0].content.beatsPerMinute
    let notes = performance.tracks.flatMap(\.messages).count { message in
      if case .noteOn = message.message { true } else { false }
    }
    let rate = (tempo * 100).rounded() / 100
    var text =
      "\(path.printable): \(counted(bars, "bar")), \(counted(notes, "note")), "
      + "\(counted(performance.tracks.count, "track")), \(rate.shortened) BPM\n"
    if verbose {
      text +=
        "\(performance.ticksPerBeat) ticks a quarter note; the largest rounding is "
        + "\(((performance.largestError * 1000).rounded() / 1000).shortened) ticks\n"
    }
    return text
  }
}

/// A number of things: `1 bar`, `2 bars`.
private func counted(_ count: Int, _ thing: String) -> String {
  count == 1 ? "1 \(thing)" : "\(count) \(thing)s"
}

extension Double {
  /// The number without a fraction of zero.
  var shortened: String { self == rounded() ? "\(Int(self))" : "\(self)" }
}

extension Rhythm {
  /// What a file says of a rhythm's origin.
  var remark: String {
    "\(origin.id): evidence \(origin.evidence.rawValue), \(origin.source)"
  }
}
