import ArgumentParser
import MIDI
import Music
import Notation

/// The verb `import`.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Takes a rhythm out of a MIDI file, as a pattern.",
    discussion: """
      The grid and the feel are found: a swing where one explains the timing, and shifts for what \
      it leaves over. Keys of channel 10 become drums, others rows with their keys. Rendered, each \
      note begins within half a tick of where it was in the file.

      EXAMPLE:
        jorga render --pattern "bd(3,8), ~ cp, hh*8" --bars 4 -o beat.mid
        jorga import beat.mid --bars 1-2
        jorga import beat.mid --bars 3 --name "My beat" -o beat.pattern
      """)

  @Argument(help: "A Standard MIDI File.")
  var file: String

  @Option(help: "A track, by its number in 'jorga inspect' or its name; say it again for more.")
  var track: [String] = []

  @Option(help: "A channel from 1 to 16; say it again for more.", transform: Self.channel)
  var channel: [Channel] = []

  @Option(
    help: "The bars, such as 3-6 or 4; else those from the first note to the last.",
    transform: Self.bars)
  var bars: ClosedRange<Int>?

  @Option(
    help: "The metre of all bars instead of the file's, such as 7/8 or \"7/8 (3+2+2)\".",
    transform: ReadingOptions.metre)
  var metre: Metre?

  @Option(
    help: "The length of a step, such as 1/16 or 1/12; else it is found.", transform: Self.grid)
  var grid: Fraction?

  @Flag(help: "Take the keys of every channel for drums.")
  var drums = false

  @Option(help: "The beats a minute of a file that counts film frames instead of beats; else 120.")
  var tempo: Double?

  @Option(help: "The name of the rhythm; else that of the track, the piece or the file.")
  var name: String?

  @Option(help: "Where the rhythm is from; else the file and the bars.")
  var source: String?

  @Option(name: .shortAndLong, help: "The pattern file to write; else it is printed.")
  var output: String?

  @Flag(help: "Replace a file that is there.")
  var force = false

  func validate() throws {
    guard output.map({ $0 == "-" || OutputFile(path: $0).kind == .pattern }) ?? true else {
      throw ValidationError("-o needs a name that ends in '.pattern', or '-'")
    }
    guard tempo.map({ Tempo(beatsPerMinute: $0) != nil }) ?? true else {
      throw ValidationError("--tempo is from 3.6 to 60000000 quarter notes a minute")
    }
  }

  func run() throws {
    let (midi, repairs) = try InputFile.midi(at: file)
    do {
      let imported = try midi.rhythm(choices)
      let written = try rhythm(of: imported)
      guard try written.patternFile().utf8.count <= Bounds.fileBytes else {
        throw failure(
          "the pattern would have more than \(Bounds.fileBytes) bytes",
          "choose fewer bars, such as --bars 1-8, or some --track")
      }
      try OutputFile(path: output ?? "-").write(written, force: force)
      for remark in remarks(on: imported, repairs) { StandardOutput.complain(remark) }
      if let output, output != "-" { try StandardOutput.write(summary(of: written, output)) }
    } catch let error as ImportError {
      throw failure(error.message, error.advice)
    }
  }

  private func failure(_ message: String, _ advice: String) -> Failure {
    Failure(
      code: .badText,
      message: "\(file.printable): error: \(message.printable)\n\(advice.printable)")
  }

  private var choices: ImportChoices {
    var choices = ImportChoices()
    (choices.tracks, choices.channels, choices.bars) = (track, Set(channel), bars)
    (choices.metre, choices.grid, choices.allAreDrums) = (metre, grid, drums)
    choices.tempo = tempo.flatMap { Tempo(beatsPerMinute: $0) }
    return choices
  }
}

// MARK: The head of the pattern

extension Import {
  /// The rhythm under its name, with what is known of where it is from.
  private func rhythm(of imported: Imported) throws -> Rhythm {
    var rhythm = imported.rhythm
    let path = file.split(separator: "/").last.map(String.init) ?? file
    let stem = path.lastIndex(of: ".").map { String(path[..<$0]) } ?? path
    let bars = imported.bars
    let tracks = track.isEmpty ? "" : ", track \(track.joined(separator: " and "))"
    let from =
      "imported from \(path)\(tracks), bar\(bars.count == 1 ? "" : "s") \(bars.lowerBound)"
      + (bars.count == 1 ? "" : "-\(bars.upperBound)")
    let names = [name, imported.title?.decoded, stem].compactMap { $0.map(Self.headText) }
    rhythm.origin.id = stem
    rhythm.origin.name = names.first { !$0.isEmpty } ?? "imported"
    rhythm.origin.source = [source ?? "", from].map(Self.headText).first { !$0.isEmpty } ?? from
    rhythm.origin.note =
      "A speaks of the steps in the MIDI file, not of what its maker had them from."
      + Self.remark(on: imported.tempi)
    return rhythm
  }

  /// What the tempo of the pattern, a whole number, does not say.
  private static func remark(on tempi: ClosedRange<Double>) -> String {
    func written(_ tempo: Double) -> String { ((tempo * 100).rounded() / 100).shortened }
    let (slow, fast) = (written(tempi.lowerBound), written(tempi.upperBound))
    if slow != fast { return " The file's tempo goes from \(slow) to \(fast)." }
    return slow.contains(".") ? " The file's tempo is \(slow)." : ""
  }

  /// A text as a value in the head of a pattern: one line, which does not begin like a row.
  private static func headText(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ").printable
    return String(line.trimmingPrefix { " \t|\"".contains($0) })
  }
}

// MARK: What is told beside

extension Import {
  /// The most repairs that are told one by one.
  private static let mostRepairs = 3

  private func remarks(on imported: Imported, _ repairs: [Repair]) -> [String] {
    var lines = repairs.prefix(Self.mostRepairs).map { repair in
      "byte \(repair.offset)\(repair.track.map { ", track \($0)" } ?? ""): \(repair.kind.meaning)"
    }
    if repairs.count > Self.mostRepairs {
      lines.append("\(repairs.count - Self.mostRepairs) repairs more: see 'jorga inspect'")
    }
    if imported.countsFrames, tempo == nil {
      lines.append("it counts frames, not beats: they are those of 120 BPM, or of --tempo")
    }
    return lines.map { "\(file.printable): \($0)" }
  }

  /// What was written, in a line.
  private func summary(of rhythm: Rhythm, _ path: String) -> String {
    let notes = rhythm.parts.reduce(0) { $0 + $1.notes.count }
    let facts = [
      counted(rhythm.bars.count, "bar"), counted(notes, "note"),
      counted(rhythm.parts.count, "voice"), "grid \(rhythm.grid)", "feel \(rhythm.feel.written)",
      "\(rhythm.tempo.written) BPM",
    ]
    return "\(path.printable): \(facts.joined(separator: ", "))\n"
  }
}

// MARK: Arguments

extension Import {
  private static func channel(_ text: String) throws -> Channel {
    guard let channel = Int(text).flatMap({ Channel($0) }) else {
      throw ValidationError("--channel is a number from 1 to 16")
    }
    return channel
  }

  private static func bars(_ text: String) throws -> ClosedRange<Int> {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
      first > 0, first <= last
    else { throw ValidationError("--bars is one bar or two, such as 4 or 3-6") }
    return first...last
  }

  private static func grid(_ text: String) throws -> Fraction {
    let sides = text.split(separator: "/", omittingEmptySubsequences: false)
    guard sides.count == 2, sides[0] == "1", let below = Int(sides[1]), (1...3840).contains(below)
    else { throw ValidationError("--grid is one part of a whole note, such as 1/16 or 1/12") }
    return Fraction(1, below)
  }
}
