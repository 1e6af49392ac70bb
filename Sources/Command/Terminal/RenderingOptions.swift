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

  @Option(
    help: "A folder to write a MIDI file for each voice into; all begin and end together.")
  var stems: String?

  @OptionGroup var layout: LayoutOptions

  @Flag(help: "Replace a file even where it is not a MIDI file.")
  var force = false

  @Flag(name: .shortAndLong, help: "Say how times were rounded.")
  var verbose = false

  /// Whether a MIDI file is written, and not a pattern or only a picture.
  var writesMIDI: Bool {
    stems != nil || output.map { OutputFile(path: $0).kind == .midi } ?? false
  }

  func validate() throws {
    guard tempo == nil || writesMIDI || output == nil else {
      throw ValidationError("a pattern keeps the tempo of its rhythm: leave --tempo out")
    }
    guard !layout.isAsked || writesMIDI else {
      throw ValidationError(
        "--kit, --format, --running-status, --key and --reset are for MIDI files: say -o out.mid")
    }
    guard output != "" else { throw ValidationError("-o needs the name of a file") }
    guard stems != "" else { throw ValidationError("--stems needs the name of a folder") }
    guard stems == nil || output.map({ OutputFile(path: $0).kind == .midi }) ?? true else {
      throw ValidationError("--stems is for MIDI files: leave it out with .pattern")
    }
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

  /// Writes a piece as a MIDI file, or as one for each voice, and says what was written.
  func write(_ timeline: Timeline, on kit: Kit) throws {
    var timeline = timeline
    if let key = layout.key { timeline.keys = [Timeline.Mark(key, at: 0)] }
    do {
      let performance = try Performance(of: timeline, on: kit)
      if let stems { try write(stemsOf: performance, to: stems) }
      guard let output else { return }
      let file = MIDIFile(performance, layout: layout.layout)
      try OutputFile(path: output).write(file.bytes, force: force)
      guard output != "-" else { return }
      try StandardOutput.write(summary(of: performance, timeline, output))
    } catch let error as MIDIError {
      throw Failure(error, in: timeline.title)
    }
  }

  /// Writes a file for each voice, with its number before its name: `01-kick.mid`.
  private func write(stemsOf performance: Performance, to folder: String) throws {
    try OutputFile(path: folder).makeFolder()
    for (index, stem) in MIDIFile.stems(of: performance, layout: layout.layout).enumerated() {
      let name = String(stem.name.map { $0.isLetter || $0.isNumber ? $0 : "-" })
      let number = index < 9 ? "0\(index + 1)" : "\(index + 1)"
      let path = "\(folder)/\(number)-\(name).mid"
      try OutputFile(path: path).write(stem.file.bytes, force: force)
      if output != "-" { try StandardOutput.write("\(path.printable)\n") }
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
func counted(_ count: Int, _ thing: String) -> String {
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
