import ArgumentParser
import Composer
import MIDI
import Music
import Notation

/// How long and how fast a piece is, and where it is written.
struct RenderingOptions: ParsableArguments {
  @Option(
    name: .customLong("bars"),
    help: """
      How many bars: 8 where nothing is said; of a score those from its beginning, or all. Bars \
      8-16 of a score are those two and all between, 8-8 is bar 8 alone, 0 the pickup.
      """,
    transform: BarChoice.init(argument:))
  var askedBars: BarChoice?

  @Option(
    help: """
      How fast, in quarter notes a minute; else as the score says, a rhythm's own tempo, or of two \
      what they share or the second's.
      """)
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

  /// How many bars there are of what goes on for ever: as many as are asked for, or eight.
  var bars: Int {
    if case .first(let count) = askedBars { count } else { 8 }
  }

  /// Refuses a range of bars for what has no bars of its own.
  func checkBarsAreCounted() throws {
    if case .range = askedBars {
      throw ValidationError("a range of --bars is for scores: say how many, such as --bars 8")
    }
  }

  /// A piece as messages, in the key that is asked for.
  func performance(of timeline: Timeline, on kit: Kit) throws -> Performance {
    var timeline = timeline
    if let key = layout.key { timeline.keys = [Timeline.Mark(key, at: 0)] }
    do { return try Performance(of: timeline, on: kit) } catch {
      throw Failure(error, in: timeline.title)
    }
  }

  /// Writes a piece of some bars as a MIDI file, or as one for each voice, and says what was
  /// written.
  func write(_ timeline: Timeline, bars: Int, on kit: Kit) throws {
    let performance = try performance(of: timeline, on: kit)
    if let stems { try write(stemsOf: performance, to: stems) }
    guard let output else { return }
    let file = MIDIFile(performance, layout: layout.layout)
    try OutputFile(path: output).write(file.bytes, force: force)
    guard output != "-" else { return }
    try StandardOutput.write("\(output.printable): " + summary(of: performance, bars: bars))
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

  private func summary(of performance: Performance, bars: Int) -> String {
    let notes = performance.tracks.flatMap(\.messages).count { message in
      if case .noteOn = message.message { true } else { false }
    }
    let facts = [
      counted(bars, "bar"), counted(notes, "note"), counted(performance.tracks.count, "track"),
      "\(performance.tempi.map(\.content.beatsPerMinute).inWords) BPM",
    ]
    guard verbose else { return facts.joined(separator: ", ") + "\n" }
    let error = ((performance.largestError * 1000).rounded() / 1000).shortened
    return facts.joined(separator: ", ")
      + "\n\(performance.ticksPerBeat) ticks a quarter note; the largest rounding is \(error) ticks\n"
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

extension [Double] {
  /// One tempo as it is, or the slowest and the fastest of several as whole numbers: `118-126`.
  var inWords: String {
    guard let slowest = self.min(), let fastest = self.max() else { return "" }
    guard slowest < fastest else { return ((slowest * 100).rounded() / 100).shortened }
    let ends = [slowest, fastest].map { Int($0.rounded()) }
    return ends[0] == ends[1] ? "\(ends[0])" : "\(ends[0])-\(ends[1])"
  }
}

extension Rhythm {
  /// What a file says of a rhythm's origin.
  var remark: String {
    "\(origin.id): evidence \(origin.evidence.rawValue), \(origin.source)"
  }
}
