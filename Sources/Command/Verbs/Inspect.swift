import ArgumentParser
import MIDI
import Music
import Notation

/// The verb `inspect`.
struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows what a MIDI file holds, and what is wrong with it.",
    discussion: """
      Damaged files are read as far as they can be, and each repair is told. The picture has a \
      row for each key and a column for each sixteenth: ● where a key goes down, ─ while it sounds.

      EXAMPLE:
        jorga render --pattern "bd(3,8), hh*8" -o beat.mid
        jorga inspect beat.mid
      """)

  @Argument(help: "A Standard MIDI File.")
  var file: String

  @Flag(help: "List all events.")
  var events = false

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "Refuse what would have to be repaired.")
  var strict = false

  @Option(help: "How many bars to draw.")
  var bars = 4

  @Flag(help: "Draw with nothing but ASCII.")
  var ascii = false

  func validate() throws {
    guard (0...64).contains(bars) else { throw ValidationError("--bars is from 0 to 64") }
  }

  func run() throws {
    let (midi, repairs) = try InputFile.midi(at: file, strictly: strict)
    let report = FileReport(midi, repairs: repairs)
    if json { return try StandardOutput.write(JSON.text(of: report)) }
    if events { return try EventLines(midi).write() }
    let roll = Roll(midi, bars: bars, isPlain: ascii || !StandardOutput.isUnicode)
    try StandardOutput.write(report.text(path: file) + roll.text)
  }
}
