import ArgumentParser
import Composer
import Music
import Notation
import Scores

/// The verb `render`.
struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Renders a score or a pattern to a MIDI file.",
    discussion: """
      EXAMPLE:
        jorga render --pattern "bd(3,8), hh*8" --bars 4 --tempo 124 -o beat.mid
        jorga render --pattern adai-bas -o adai.mid
      """)

  @Argument(help: "A score: a file that ends in .jorga, or '-' for standard input.")
  var score: String?

  @Option(help: "A name of the library, a pattern file, or a quoted mini-notation.")
  var pattern: String?

  @OptionGroup var options: LibraryOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var rendering: RenderingOptions

  func validate() throws {
    guard (score == nil) != (pattern == nil) else {
      throw ValidationError("name a score, or say --pattern")
    }
    guard rendering.output != nil || rendering.stems != nil else {
      throw ValidationError("say where to write, such as -o beat.mid")
    }
  }

  func run() throws {
    let library = try options.library()
    if let score {
      let song = try ScoreFile(score).song(on: library)
      do {
        let timeline = try song.timeline()
        return try rendering.write(timeline, on: rendering.layout.kit(in: library))
      } catch let error as ScoreError {
        throw Failure(code: .badText, message: error.description)
      }
    }
    let material = try Material(pattern ?? "", in: library)
    if let path = rendering.output, OutputFile(path: path).kind == .pattern {
      let rhythm = try material.rhythm(in: reading.metre, chance: reading.chance)
      try OutputFile(path: path).write(rhythm, force: rendering.force)
    } else {
      try material.checkSounds()
      let kit = try rendering.layout.kit(in: library)
      try rendering.write(timeline(of: material), on: kit)
    }
  }

  private func timeline(of material: Material) throws -> Timeline {
    switch material {
    case .rhythm(let rhythm):
      let arranger = Arranger(
        title: rhythm.origin.name, tempo: rendering.tempo(or: rhythm.tempo.middle),
        remarks: [rhythm.remark])
      return try arranger.timeline(
        of: rhythm, bars: rendering.bars, markers: [0: rhythm.origin.id])
    case .pattern(let pattern, let text):
      let written = String(text.characters)
      let arranger = Arranger(
        title: written, tempo: rendering.tempo(or: 120), remarks: ["seed \(reading.seed)"])
      do {
        return try arranger.timeline(
          of: pattern, bars: rendering.bars, metre: reading.metre, chance: reading.chance)
      } catch {
        throw Failure(error, of: text)
      }
    }
  }
}

extension OutputFile {
  /// Writes a rhythm as a pattern file that reads back the same, or not at all.
  func write(_ rhythm: Rhythm, force: Bool) throws {
    do {
      let text = try rhythm.patternFile()
      _ = try Rhythm(parsing: text, name: path)
      try write(Array(text.utf8), force: force)
    } catch let error as MusicError {
      throw Failure(error, in: rhythm.origin.id)
    } catch let error as NotationError {
      throw Failure(
        code: .badText,
        message: "\(rhythm.origin.id.printable): error: this cannot be written as a pattern, as "
          + "\(error.fault.message.printable)\n\(error.fault.advice)")
    }
  }
}
