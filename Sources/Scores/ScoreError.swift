public import Music
public import Notation

/// A fault in a score: what it is, where it is, and what to write instead.
public struct ScoreError: Error, Hashable, Sendable {
  /// What is wrong.
  public let fault: Fault

  /// The line it was found in.
  public let line: SourceLine

  /// The place of the first wrong character in its line, counted from 1.
  public let column: Int

  /// A fault at a place of a text.
  public init(_ fault: Fault, at place: Place, of source: SourceText) {
    self.fault = fault
    (line, column) = source.place(of: min(place.start, source.characters.count))
  }

  /// Everything that can be wrong with a score that can be read.
  public enum Fault: Hashable, Sendable {
    /// A text that cannot be read, in the score or in what it names.
    case notation(NotationError)
    case library(LibraryError)
    /// A word that nobody knows, and the nearest that is known.
    case unknownWord(String, nearest: String?)
    /// A word that cannot stand behind a dot, or only there.
    case notBehindDot(String)
    case onlyBehindDot(String)
    case unknownName(String, nearest: String?)
    case takesNothing(String)
    case namedTwice(String)
    case wordAsName(String)
    case itself(String)
    case missing(parameter: String, of: String, expected: String)
    case tooMany(String, most: Int)
    case unknownLabel(String, of: String, labels: [String])
    case givenTwice(String)
    case wrongKind(String, found: String, expected: String)
    case outOfRange(String, found: String, expected: String)
    case unknownChoice(String, nearest: String?, among: [String])
    /// A voice that nothing plays, the nearest that something does, and those that are there.
    case noVoice(String, nearest: String?, among: [String])
    case noSuchProgram(String, nearest: String?)
    case notASection
    case notATrack
    case nothingToPlay
    case saysNothing
    case saidTwice(String)
    case tooDeep(limit: Int)
    case tooManyBars(limit: Int)
    case twoPlayers(String)
    case noSuchDefinition(String, nearest: String?, among: [String])
    /// What cannot be computed while it plays, and in which track.
    case cannotPlay(String, message: String, advice: String)
  }
}

extension ScoreError: CustomStringConvertible {
  /// What the user sees: the place, the fault, the line with a mark under it, and the advice.
  public var description: String {
    switch fault {
    case .notation(let error): error.description
    case .library(.notation(let error)): error.description
    default: line.report(fault.message, advice: fault.advice, at: column)
    }
  }
}
