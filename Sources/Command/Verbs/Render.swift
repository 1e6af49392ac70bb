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
        jorga render night.jorga -o night.mid
        jorga render night.jorga --bars 8-16 --set "amount=0.3" --stems stems
        jorga render night.jorga --variants 100 --set "amount=0:1" -o nights/
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

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: """
      Another value for a 'let' of the score, as name=value; say it again for more. With --variants \
      it may go from one number to another, as name=0:1.
      """)
  var settings: [String] = []

  @Option(
    help: """
      How many variants to write, of one seed after the other. Each gets a number behind its name; \
      of '-o DIR/' the name is that of the score.
      """)
  var variants: Int?

  func validate() throws {
    guard (score == nil) != (pattern == nil) else {
      throw ValidationError("name a score, or say --pattern")
    }
    guard let output = rendering.output ?? rendering.stems else {
      throw ValidationError("say where to write, such as -o beat.mid")
    }
    if let score { try validate(score) } else { try validateAsPattern() }
    guard variants.map((1...Variants.most).contains) ?? true else {
      throw ValidationError("--variants is from 1 to \(Variants.most)")
    }
    guard variants == nil || (rendering.stems == nil && output != "-" && writesMIDI) else {
      throw ValidationError("--variants are MIDI files: say -o with a name or a folder")
    }
  }

  private func validate(_ score: String) throws {
    guard ScoreFile.isScore(score) else {
      throw ValidationError("a score ends in .jorga: for what does not, say --pattern")
    }
    guard writesMIDI else { throw ValidationError("a score becomes a MIDI file: say -o out.mid") }
    guard reading.askedMetre == nil else {
      throw ValidationError("a score says its metre itself: leave --metre out")
    }
  }

  private func validateAsPattern() throws {
    guard settings.isEmpty else { throw ValidationError("--set is for scores") }
    try rendering.checkBarsAreCounted()
  }

  private var writesMIDI: Bool { rendering.output == nil || rendering.writesMIDI }

  func run() throws {
    let library = try options.library()
    let piece: Piece
    if let score {
      piece = try self.piece(of: score, in: library)
    } else {
      let material = try Material(pattern ?? "", in: library)
      if let path = rendering.output, OutputFile(path: path).kind == .pattern {
        let rhythm = try material.rhythm(in: reading.metre, chance: reading.chance)
        return try OutputFile(path: path).write(rhythm, force: rendering.force)
      }
      try material.checkSounds()
      piece = Piece(name: "pattern", seed: reading.seed, bars: rendering.bars) { variant in
        try material.timeline(
          bars: rendering.bars, metre: reading.metre, seed: reading.seed &+ UInt64(variant),
          tempo: rendering.tempo(or:))
      }
    }
    let kit = try rendering.layout.instruments.kit(in: library)
    if let variants, let output = rendering.output {
      try Variants(of: piece, count: variants, to: output).write(rendering, on: kit)
    } else {
      try rendering.write(try piece.timeline(0), bars: piece.bars, on: kit)
    }
  }
}

// MARK: Scores

extension Render {
  private func piece(of score: String, in library: Library) throws -> Piece {
    let file = try ScoreFile(score)
    let settings = try settings.map(Setting.init(reading:))
    let sweeps = settings.contains(where: \.isSweep)
    guard variants != nil || !sweeps else {
      throw Failure(
        code: .usage,
        message: "--set: error: one file has one value, not those from one number to another\n"
          + "say how many with --variants, or give one number")
    }
    let shelf = file.shelf(in: library)
    let song = try self.song(of: file, on: shelf, settings, at: 0)
    let bars = try bars(of: song)
    let seed = song.seed
    let pickup = song.hasPickup && bars.lowerBound == 0 ? 1 : 0
    let last = max(1, (variants ?? 1) - 1)
    return Piece(name: file.stem, seed: seed, bars: bars.count - pickup) { variant in
      var variation =
        sweeps
        ? try self.song(of: file, on: shelf, settings, at: Fraction(variant, last)) : song
      variation.seed = seed &+ UInt64(variant)
      return try variation.rendered(bars)
    }
  }

  private func song(
    of file: ScoreFile, on shelf: Shelf, _ settings: [Setting], at part: Fraction
  ) throws -> Song {
    try file.song(
      on: shelf, setting: settings, at: part, seed: reading.askedSeed,
      tempo: rendering.tempo.map { _ in rendering.tempo(or: 120) })
  }

  /// The bars of the piece that are asked for, by their numbers in it.
  private func bars(of song: Song) throws -> Range<Int> {
    try rendering.askedBars?.bars(of: song.title, count: song.bars.count, from: song.firstNumber)
      ?? song.bars.indices
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
