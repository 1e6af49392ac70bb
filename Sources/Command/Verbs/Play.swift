import ALSA
import ArgumentParser
import Composer
import Music
import Notation
import Playback
import Scores

/// The verb `play`.
struct Play: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Plays a score, a pattern, a blend or a MIDI file live.",
    discussion: """
      The kernel's sequencer sends each event when it is due, a little after the program has handed it \
      over; so what plays is steady, whatever the machine does.

      A score or a file is watched while it plays: what is saved takes over at the next bar line. One \
      with an error is reported, and what was there plays on. 'cc(1)' in a score is a knob: controller \
      1 of --from, or the keys + and -.

      EXAMPLE:
        jorga play night.jorga --to "FLUID Synth"
        jorga play balbyrauyn-core house-classic --sweep 0:1 --bars 16 --loop
        jorga play night.jorga --start walk --from "nanoKONTROL" --clock out
        jorga play song.mid --to 128:0 --bars 8-16 --loop
        jorga play night.jorga --dry-run

      KEYS:
      \(LiveKeys.help.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))
      """)

  @Argument(
    help: """
      A score, a MIDI file, a pattern file, a name of the library or a quoted mini-notation; two or \
      more rhythms are blended.
      """)
  var names: [String]

  @OptionGroup var options: LibraryOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var live: LiveOptions
  @OptionGroup var instruments: KitOptions

  @Option(
    help: """
      How fast, in quarter notes a minute; else as the piece says. Of a MIDI file it cannot be said: \
      use the keys.
      """)
  var tempo: Double?

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: "Another value for a 'let' of the score, as name=value; say it again for more.")
  var settings: [String] = []

  @OptionGroup var blending: BlendOptions

  func validate() throws {
    guard !names.isEmpty else { throw ValidationError("name what is to be played") }
    let files = names.filter { ScoreFile.isScore($0) || Self.isFile($0) }
    guard files.isEmpty || names.count == 1 else {
      throw ValidationError("'\(files[0].printable)' cannot be blended: play it alone")
    }
    guard settings.isEmpty || ScoreFile.isScore(names[0]) else {
      throw ValidationError("--set is for scores")
    }
    guard tempo == nil || !Self.isFile(names[0]) else {
      throw ValidationError("a MIDI file has its own tempo: leave --tempo out")
    }
    guard tempo.map({ Tempo(beatsPerMinute: $0) != nil }) ?? true else {
      throw ValidationError("--tempo is from 3.6 to 60000000 quarter notes a minute")
    }
    if names.count > 1 {
      try blending.check(names: names.count)
    } else if blending.isAsked {
      throw ValidationError(
        "one alone is not blended: name two rhythms, or leave those options out")
    }
    let isFile = Self.isFile(names[0])
    guard !isFile || (instruments.kit == nil && reading.askedSeed == nil) else {
      throw ValidationError("a MIDI file is played as it is: leave --kit and --seed out")
    }
    guard reading.askedMetre == nil || files.isEmpty else {
      throw ValidationError("'\(names[0].printable)' has its own metre: leave --metre out")
    }
    if case .range = live.bars, files.isEmpty {
      throw ValidationError("a range of --bars is for scores and MIDI files: say how many")
    }
  }

  private static func isFile(_ name: String) -> Bool {
    let name = name.lowercased()
    return [".mid", ".midi", ".kar", ".rmi"].contains { name.hasSuffix($0) }
  }

  func run() throws {
    let library = try options.library()
    let piece = try piece(in: library)
    let take = try piece.make(LivePiece.Controls())
    let settings = try live.settings(for: take.schedule)
    let transport = Transport(
      take.schedule, settings, from: try live.firstBar(of: take.schedule))
    if live.dryRun { return try DryRun(of: transport, by: live.routes).write() }
    do {
      let output = try live.output()
      // Before any thread is begun, so that none is broken into.
      guard let signals = Signals(), let renderer = Renderer(piece) else {
        throw Failure(code: .noSequencer, message: "error: the system has no file descriptor left")
      }
      let isRealTime = RealTime.ask()
      let sequencer = try Sequencer(transport, on: output, by: live.routes)
      var session = LiveSession(
        sequencer, renderer, signals, take, launch: live.launch)
      session.announce(live, isRealTime: isRealTime)
      if case .signal(let signal) = try session.run() { throw ExitCode(signal.exitCode) }
    } catch let error as ALSAError {
      throw Failure(error)
    }
  }

  private func piece(in library: Library) throws -> LivePiece {
    let kit = try instruments.kit(in: library)
    let tempo = tempo.flatMap(Tempo.init(beatsPerMinute:))
    let name = names[0]
    if Self.isFile(name) { return LivePiece(file: name) }
    if ScoreFile.isScore(name) {
      return LivePiece(
        score: name, in: library, on: kit, setting: try settings.map(Setting.init(reading:)),
        seed: reading.askedSeed, tempo: tempo)
    }
    let (bars, metre, seed) = (live.countOfBars, reading.metre, reading.seed)
    return names.count == 1
      ? LivePiece(
        name, in: library, on: kit, bars: bars, metre: metre, seed: seed, tempo: tempo)
      : LivePiece(
        blending: names, blending, in: library, on: kit, bars: bars, metre: metre, seed: seed,
        tempo: tempo)
  }
}
