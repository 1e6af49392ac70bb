import Composer
import MIDI
import Music
import Notation
import Playback
import Scores

/// A piece that is played live: it is made anew when its file or what moves it has changed.
struct LivePiece: Sendable {
  /// What moves a piece while it plays.
  struct Controls: Hashable, Sendable {
    /// Where the knobs of a score stand, from 0 to 1, by the numbers of their controllers.
    var knobs: [Int: Fraction] = [:]
    /// By how much the amount of a blend is moved, from −1 to 1.
    var shift = 0.0
  }

  /// The piece as it was made once.
  struct Take: Sendable {
    let schedule: Schedule
    /// Where the knobs that it follows stand until they are turned.
    var knobs: [Int: Fraction] = [:]
    /// The amount of a blend, where it is one.
    var amount: Double?
    /// The files that it was read from.
    var files: [String] = []
  }

  /// Makes the piece.
  let make: @Sendable (Controls) throws -> Take
}

extension LivePiece {
  /// A score, read anew each time.
  init(
    score path: String, in library: Library, on kit: Kit, setting settings: [Setting],
    seed: UInt64?, tempo: Tempo?
  ) {
    let first = path == "-" ? Result { try ScoreFile(path) } : nil
    make = { controls in
      let file = try first?.get() ?? ScoreFile(path)
      let song = try file.song(
        on: file.shelf(in: library), setting: settings, seed: seed, tempo: tempo)
      let timeline = try song.rendered(knobs: controls.knobs)
      let performance = try Performance(naming: timeline, on: kit)
      return Take(
        schedule: Schedule(performance, hasPickup: song.hasPickup), knobs: song.knobs,
        files: path == "-" ? [] : [path] + file.named)
    }
  }

  /// A MIDI file, read anew each time.
  init(file path: String) {
    make = { _ in
      Take(schedule: Schedule(try InputFile.midi(at: path).0, title: path), files: [path])
    }
  }

  /// Some bars of a rhythm or a pattern.
  init(
    _ name: String, in library: Library, on kit: Kit, bars: Int, metre: Metre, seed: UInt64,
    tempo: Tempo?
  ) {
    make = { _ in
      let material = try Material(name, in: library)
      try material.checkSounds()
      let timeline = try material.timeline(bars: bars, metre: metre, seed: seed) { usual in
        tempo ?? Tempo(usual)
      }
      return Take(
        schedule: Schedule(try Performance(naming: timeline, on: kit)),
        files: Self.files(of: [name]))
    }
  }

  /// Rhythms that are blended over some bars.
  init(
    blending names: [String], _ options: BlendOptions, in library: Library, on kit: Kit, bars: Int,
    metre: Metre, seed: UInt64, tempo: Tempo?
  ) {
    make = { controls in
      let materials = try names.map { try Material($0, in: library) }
      for material in materials { try material.checkSounds() }
      var piece = try BlendedPiece(of: materials, options, in: metre, seed: seed, bars: bars)
      piece.move(by: controls.shift)
      let timeline = try piece.timeline(tempo: tempo ?? Tempo(piece.usualTempo))
      return Take(
        schedule: Schedule(try Performance(naming: timeline, on: kit)),
        amount: piece.amount.fraction.approximation, files: Self.files(of: names))
    }
  }

  private static func files(of names: [String]) -> [String] {
    names.filter { $0.hasSuffix(".pattern") }
  }
}

extension Performance {
  /// A piece on the instruments of a kit; where that fails, the piece is named.
  fileprivate init(naming timeline: Timeline, on kit: Kit) throws {
    do { try self.init(of: timeline, on: kit) } catch { throw Failure(error, in: timeline.title) }
  }
}

extension Tempo {
  /// The tempo of a rhythm.
  fileprivate init(_ beatsPerMinute: Double) {
    guard let tempo = Tempo(beatsPerMinute: beatsPerMinute) else {
      preconditionFailure("the tempo of a rhythm can be stored")
    }
    self = tempo
  }
}
