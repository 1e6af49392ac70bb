import Composer
import Drawing
import FoundationEssentials
import Music
import Notation

/// What a NAME on the command line stands for.
enum Material {
  case rhythm(Rhythm)
  case pattern(Pattern, SourceText)

  /// What the mini-notation of an argument is called in errors.
  private static let textName = "mini-notation"

  /// Finds out what is meant: a name of the library, a file, or a mini-notation.
  init(_ name: String, in library: Library) throws {
    do {
      if let id = [name, name.lowercased()].first(where: { library.path(of: $0) != nil }) {
        self = .rhythm(try library.rhythm(named: id))
      } else if name.hasSuffix(".pattern") || Self.isPath(name) {
        self = .rhythm(try Library.rhythm(at: name))
      } else if Self.isNotation(name) {
        let text = SourceText(name: Self.textName, name)
        self = .pattern(try Pattern(parsing: text), text)
      } else {
        self = .rhythm(try library.rhythm(named: name))
      }
    } catch let error as LibraryError {
      throw Failure(error)
    } catch let error as NotationError {
      throw Failure(error)
    }
  }

  /// Whether a text names a file that is there; a name without a folder and without an ending is
  /// taken for a pattern.
  private static func isPath(_ text: String) -> Bool {
    text.contains { $0 == "/" || $0 == "." } && FileManager.default.fileExists(atPath: text)
  }

  /// Whether a text can only be a mini-notation: it has its signs, or names a sound.
  private static func isNotation(_ text: String) -> Bool {
    let isWord = text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    guard isWord, !text.isEmpty, text != "-" else { return true }
    guard let sound = (try? Pattern(parsing: text)).flatMap(Self.sound) else { return false }
    return sound.key != nil || Voice.known[sound.voice.name] != nil
  }

  private static func sound(of pattern: Pattern) -> Sound? {
    if case .value(let value, _) = pattern { Sound(value) } else { nil }
  }

  /// The finite rhythm: of a mini-notation, the bars that it repeats.
  func rhythm(in metre: Metre, chance: Chance) throws -> Rhythm {
    switch self {
    case .rhythm(let rhythm): return rhythm
    case .pattern(let pattern, let text):
      let written = String(text.characters)
      let origin = Origin(
        id: written, name: written, region: "own", evidence: .reconstructed,
        source: "mini-notation of the command line")
      do {
        return try Rhythm(sampling: pattern, in: metre, origin: origin, chance: chance)
      } catch {
        throw Failure(error, of: text)
      }
    }
  }
}

extension Material {
  /// A rhythm of it as it is drawn: of a pattern file, with what the file says.
  func subject(_ rhythm: Rhythm) -> Picture.Subject {
    if case .rhythm = self { return Picture.Subject(rhythm, isFromFile: true) }
    return Picture.Subject(rhythm, isFromFile: false)
  }
}

extension Failure {
  /// A fault of a mini-notation, pointed at where its place is known.
  init(_ error: ComposerError, of text: SourceText) {
    switch error {
    case .noSound(let value, let place):
      self.init(NotationError(.noSound(value), at: place.start, of: text))
    case .music(let error): self.init(NotationError(error, in: text))
    default: self.init(error, in: text.name)
    }
  }
}

extension Material {
  /// Refuses a word that names no sound, with the nearest that does.
  ///
  /// Voices of pattern files may have any name.
  func checkSounds() throws {
    guard case .pattern(let pattern, let text) = self else { return }
    for (value, place) in pattern.values {
      guard let sound = Sound(value), sound.key == nil, Voice.known[sound.voice.name] == nil else {
        continue
      }
      let names = Voice.known.keys.sorted() + Sound.shortNames.keys.sorted()
      let fault = NotationError.Fault.noInstrument(
        sound.voice.name, nearest: Suggestion.nearest(to: sound.voice.name, among: names))
      throw Failure(NotationError(fault, at: place.start, of: text))
    }
  }
}

extension Material {
  /// A piece of it: some bars of a pattern, or of a rhythm again and again.
  ///
  /// - Parameters:
  ///   - bars: How many bars.
  ///   - metre: The bar in which a cycle of a mini-notation sounds.
  ///   - seed: What decides what a mini-notation leaves to chance.
  ///   - tempo: The tempo that is played, given the usual one in quarter notes a minute.
  /// - Returns: The piece.
  /// - Throws: `Failure` where it cannot be made.
  func timeline(
    bars: Int, metre: Metre, seed: UInt64, tempo: (Double) -> Tempo
  ) throws -> Timeline {
    switch self {
    case .rhythm(let rhythm):
      let arranger = Arranger(
        title: rhythm.origin.name, tempo: tempo(rhythm.tempo.middle), remarks: [rhythm.remark])
      return try arranger.timeline(of: rhythm, bars: bars, markers: [0: rhythm.origin.id])
    case .pattern(let pattern, let text):
      let written = String(text.characters)
      let arranger = Arranger(title: written, tempo: tempo(120), remarks: ["seed \(seed)"])
      do {
        return try arranger.timeline(
          of: pattern, bars: bars, metre: metre, chance: Chance(seed: seed))
      } catch {
        throw Failure(error, of: text)
      }
    }
  }
}
