import Music
import Notation

extension ScoreError.Fault {
  /// The fault in a few words, to stand after `error:`.
  public var message: String {
    switch self {
    case .notation(let error): error.fault.message
    case .library(let error): error.lines.message
    case .unknownWord(let word, _): "there is no word '\(word.short)'"
    case .notBehindDot(let word): "'\(word)' cannot stand behind a dot"
    case .onlyBehindDot(let word): "'\(word)' needs something before it"
    case .unknownName(let name, _): "nothing is called '\(name.short)'"
    case .takesNothing(let name): "'\(name.short)' takes nothing in brackets"
    case .namedTwice(let name): "'\(name.short)' is given twice"
    case .wordAsName(let name): "'\(name)' is a word of the language"
    case .itself(let name): "'\(name.short)' is made of itself"
    case .missing(let parameter, let word, _): "'\(word)' needs \(parameter)"
    case .tooMany(let word, let most):
      most == 0
        ? "'\(word)' takes nothing" : "'\(word)' takes at most \(most) thing\(most == 1 ? "" : "s")"
    case .unknownLabel(let label, let word, _): "'\(word)' has no '\(label.short)'"
    case .givenTwice(let parameter): "\(parameter) is said twice"
    case .wrongKind(let parameter, let found, _): "\(parameter) cannot be \(found)"
    case .outOfRange(let parameter, let found, _): "\(parameter) cannot be \(found.short)"
    case .unknownChoice(let text, _, _): "'\(text.short)' is not one of the choices"
    case .noVoice(let name, _, _): "there is no sound '\(name.short)'"
    case .noSuchProgram(let name, _): "no sound of General MIDI is called '\(name.short)'"
    case .notASection: "a section plays a list of tracks"
    case .notATrack: "a section plays tracks, and this is none"
    case .nothingToPlay: "the score has no track"
    case .saysNothing: "this sounds nowhere"
    case .saidTwice(let word): "'\(word)' is said twice"
    case .tooDeep(let limit): "this is nested more than \(limit) levels deep"
    case .tooManyBars(let limit): "the piece has more than \(limit) bars"
    case .twoPlayers(let what): "these have two of one thing: \(what)"
    case .noSuchDefinition(let name, _, _): "the score defines no '\(name.short)'"
    case .cannotPlay(let track, let message, _): "\(track): \(message)"
    }
  }

  /// What to write instead, as an instruction.
  public var advice: String {
    switch self {
    case .notation(let error): error.fault.advice
    case .library(let error): error.lines.advice
    case .unknownWord(_, let nearest): Self.nearest(nearest) ?? "see the list of words in the docs"
    case .notBehindDot(let word): "write it by itself: \(word)(…)"
    case .onlyBehindDot(let word): "write what it changes before it: s(\"bd*4\").\(word)(…)"
    case .unknownName(_, let nearest):
      Self.nearest(nearest) ?? "define it with 'let', or give a track that label"
    case .takesNothing: "take the brackets away"
    case .namedTwice: "give one of the two another name"
    case .wordAsName: "choose another name"
    case .itself: "make it of something else"
    case .missing(_, _, let expected), .wrongKind(_, _, let expected),
      .outOfRange(_, _, let expected):
      "write \(expected)"
    case .tooMany: "take the rest away"
    case .unknownLabel(_, _, let labels):
      labels.isEmpty ? "take it away" : "it has: \(labels.joined(separator: ", "))"
    case .givenTwice, .saidTwice: "keep one of the two"
    case .unknownChoice(_, let nearest, let among):
      Self.nearest(nearest) ?? "write one of: \(among.joined(separator: ", "))"
    case .noVoice(_, let nearest, let among):
      Self.nearest(nearest)
        ?? (among.isEmpty
          ? "write the name of a drum or an instrument, such as \"bd\""
          : "here are: \(among.joined(separator: ", "))")
    case .noSuchProgram(_, let nearest):
      Self.nearest(nearest) ?? "write a number from 1 to 128, or a part of a name such as 'strings'"
    case .notASection: "write the labels of tracks in brackets: [drums, bass]"
    case .notATrack: "give it a label, 'drums: …', and write the label here"
    case .nothingToPlay: "write one, such as drums: s(\"bd*4\")"
    case .saysNothing: "give it a label, 'drums: …', or a name with 'let'"
    case .tooDeep: "make it of fewer things, one inside the other"
    case .tooManyBars: "write fewer bars"
    case .twoPlayers: "make two tracks of them"
    case .noSuchDefinition(_, let nearest, let among):
      Self.nearest(nearest)
        ?? (among.isEmpty
          ? "write 'let name = …' in the score first"
          : "it has: \(among.joined(separator: ", "))")
    case .cannotPlay(_, _, let advice): advice
    }
  }

  private static func nearest(_ name: String?) -> String? {
    name.map { "did you mean '\($0)'?" }
  }
}

extension String {
  /// The text, or the beginning of a long one.
  fileprivate var short: String { count <= 40 ? self : "\(prefix(40))…" }
}

extension LibraryError {
  /// Its fault and its advice apart.
  fileprivate var lines: (message: String, advice: String) {
    let lines = description.split(separator: "\n", maxSplits: 1).map(String.init)
    let message = lines[0].split(separator: "error: ", maxSplits: 1).last.map(String.init)
    return (message ?? lines[0], lines.count > 1 ? lines[1] : "")
  }
}
