import ALSA
public import ArgumentParser
import Music
import Notation
public import Playback

/// Where a piece is played live, and how.
struct LiveOptions: ParsableArguments {
  @Option(
    name: .customLong("to"), parsing: .singleValue,
    help: ArgumentHelp(
      """
      Where it is sent: a NAME or CLIENT:PORT from 'jorga ports', now or when it is there; say it again \
      for more. Else others connect to the port 'out'. Tracks with port("…") go to that.
      """, valueName: "port"))
  var destinations: [String] = []

  @Option(
    name: .customLong("from"), parsing: .singleValue,
    help: ArgumentHelp(
      "Where knobs, notes that start sections and a clock come from; say it again for more.",
      valueName: "port"))
  var sources: [String] = []

  @Option(help: "How far ahead the kernel is given events, in milliseconds: 20 to 5000.")
  var lookahead = 150

  @Option(
    help: """
      How often a second the kernel looks for what is due: 100 to 6250. Fewer let a battery last \
      longer, and notes be late by up to so much more.
      """)
  var resolution = QueueTimer.finest

  @Flag(help: "Begin anew at the end, until you quit.")
  var loop = false

  @Option(
    help: """
      How many bars from the beginning: of a pattern or a blend 8 where nothing is said, else all. \
      8-16 of a score or a MIDI file are those two and all between.
      """,
    transform: BarChoice.init(argument:))
  var bars: BarChoice?

  @Option(help: "Where to begin: the number of a bar, or the name of a section.")
  var start: String?

  @Option(help: "Where edits, knobs and jumps take over: at the next bar or beat.")
  var quantize = Transport.Quantum.bar

  @Option(
    help: """
      MIDI clock: out sends it, with start, stop, continue and song position; in follows the clock \
      that comes from --from, or into the port 'in'.
      """)
  var clock: Clock?

  @Option(
    help: "Notes that come in start sections: this key the first, the next the second; such as c2.",
    transform: Self.key)
  var launch: Key?

  @Flag(help: "Print what would be sent, once through, with times, and send nothing.")
  var dryRun = false

  /// Who sends MIDI clock.
  enum Clock: String, CaseIterable, ExpressibleByArgument {
    case out, `in`
  }

  func validate() throws {
    for (option, names) in [("--to", destinations), ("--from", sources)] {
      guard !names.contains(where: { $0.allSatisfy(\.isWhitespace) }) else {
        throw ValidationError("\(option) has no name: write one from 'jorga ports'")
      }
      guard Set(names).count == names.count else {
        throw ValidationError("\(option) names one port twice: leave one out")
      }
    }
    guard (20...5000).contains(lookahead) else {
      throw ValidationError("--lookahead is from 20 to 5000 milliseconds")
    }
    guard (100...QueueTimer.finest).contains(resolution) else {
      throw ValidationError("--resolution is from 100 to \(QueueTimer.finest) times a second")
    }
  }

  /// How many bars there are of what goes on for ever.
  var countOfBars: Int { if case .first(let count) = bars { count } else { 8 } }

  /// A route for each destination, or one that others connect to.
  var routes: [Route] { destinations.isEmpty ? [Route()] : destinations.map { Route(to: $0) } }

  /// Whether something comes in.
  var listens: Bool { clock == .in || launch != nil || !sources.isEmpty }

  /// The sequencer, with what is to be heard connected.
  func output() throws -> ALSAOutput {
    var output = try ALSAOutput(resolution: resolution)
    let (ears, mouths) = (
      try PortChoice(of: output.client, .to), try PortChoice(of: output.client, .from)
    )
    for destination in destinations { try ears.check(destination) }
    for source in sources { try mouths.check(source) }
    if listens { try output.listen() }
    for source in sources { try output.listen(to: source) }
    return output
  }

  func settings(for schedule: Schedule) throws -> Transport.Settings {
    var settings = Transport.Settings()
    settings.lookahead = .milliseconds(lookahead)
    settings.loops = loop && !dryRun
    settings.sendsClock = clock == .out
    settings.follows = clock == .in && !dryRun
    settings.quantum = quantize
    settings.bars = try range(of: schedule)
    return settings
  }

  /// The bars that are asked for, by their numbers from 0 on.
  private func range(of schedule: Schedule) throws -> Range<Int>? {
    try bars?.bars(of: schedule.title, count: schedule.bars.count, from: schedule.firstNumber)
  }

  /// The bar that it begins with, by its number from 0 on.
  func firstBar(of schedule: Schedule) throws -> Int? {
    guard let start, let bar = try bar(start, of: schedule) else { return nil }
    guard try range(of: schedule)?.contains(bar) ?? true else {
      throw Failure(
        code: .usage,
        message: "--start: error: bar \(bar + schedule.firstNumber) is none of --bars\n"
          + "begin in one of them")
    }
    return bar
  }

  private func bar(_ start: String, of schedule: Schedule) throws -> Int? {
    if let number = Int(start) {
      let first = schedule.firstNumber
      guard (first..<schedule.bars.count + first).contains(number) else {
        throw Failure(
          code: .usage,
          message: "--start: error: there is no bar \(number)\n"
            + "the piece has bars \(first) to \(schedule.bars.count - 1 + first)")
      }
      return number - first
    }
    let names = schedule.sections.map(\.name)
    if let section = schedule.sections.first(where: { $0.name == start }) { return section.bar }
    let nearest = Suggestion.nearest(to: start, among: names)
    throw Failure(
      code: .usage,
      message: "--start: error: no section is called '\(start.printable)'\n"
        + (nearest.map { "did you mean '\($0.printable)'?" }
          ?? (names.isEmpty
            ? "the piece has no sections: say the number of a bar"
            : "there are: \(names.joined(separator: ", ").printable)"))
    )
  }

  private static func key(_ text: String) throws -> Key {
    if let number = Int(text), let key = Key(number) { return key }
    guard let key = Key(name: text.lowercased()) else {
      throw ValidationError("--launch is a key such as c2 or 36")
    }
    return key
  }
}

extension Transport.Quantum: ExpressibleByArgument {}
