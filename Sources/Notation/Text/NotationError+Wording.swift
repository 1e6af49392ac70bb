import Music

extension NotationError.Fault {
  /// The fault in a few words, to stand after `error:`.
  public var message: String {
    switch self {
    case .nothingHere: "there is nothing here"
    case .unexpected(let character): "'\(character)' has no meaning here"
    case .unclosed(let opener): "this '\(opener)' is not closed"
    case .notOpened(let closer): "this '\(closer)' closes nothing"
    case .mixedSeparators(let first, let second): "'\(first)' and '\(second)' stand side by side"
    case .separatorNotHere(let separator): "'\(separator)' cannot stand in '< >' or '{ }'"
    case .nothingBefore(let character): "'\(character)' has nothing before it"
    case .nothingAfter(let text): "'\(text.excerpt)' has nothing after it"
    case .blankBefore(let text): "a blank stands before '\(text.excerpt)'"
    case .notANumber(let text): "'\(text.excerpt)' needs numbers"
    case .notWhole(let text): "'\(text.excerpt)' is not a whole number"
    case .badNumber(let text): "the number \(text.excerpt) is too large or too fine"
    case .weightNotAbove: "this weight is below zero"
    case .copiesBelowZero: "this number of copies is below zero"
    case .notAProbability: "a probability is from 0 to 1"
    case .slowedByZero: "nothing can be slowed down by zero"
    case .noSlots: "a Euclidean rhythm needs at least one step"
    case .tooManyOnsets(let onsets, let slots): "\(onsets) onsets do not fit in \(slots) steps"
    case .noSound(let text): "'\(text.excerpt)' is no sound"
    case .noInstrument(let name, _): "no instrument plays '\(name.excerpt)'"
    case .tooLong(let limit): "the text is longer than \(limit) characters"
    case .wordTooLong(let limit): "this word is longer than \(limit) bytes"
    case .tooDeep(let limit): "this is nested more than \(limit) levels deep"
    case .tooManySteps(let limit): "this makes more than \(limit) steps in one cycle"
    case .tooManyBars(let limit): "there are more than \(limit) bars"
    case .tooManyVoices(let limit): "there are more than \(limit) voices"
    case .tooManyNotes(let limit): "there are more than \(limit) notes"
    case .timeTooFine: MusicError.tooFine.message
    case .tooMuch: MusicError.tooMuch.message
    case .notText: "this is not text in UTF-8"
    case .emptyFile: "the file is empty"
    case .notALine(let text): "'\(text.excerpt)' is neither a key nor a row"
    case .unknownKey(let key, _): "'\(key.excerpt)' is not a key of a pattern file"
    case .keyTwice(let key): "'\(key.excerpt)' is said twice"
    case .missingKey(let key): "the pattern has no '\(key.excerpt)'"
    case .emptyValue(let key): "'\(key.excerpt)' says nothing"
    case .badMetre(let text): "'\(text.excerpt)' is not a metre"
    case .badNoteValue(let text): "'\(text.excerpt)' is not a note value"
    case .badTempo(let text): "'\(text.excerpt)' is not a tempo"
    case .tempoOutOfRange(let text): "a tempo of '\(text.excerpt)' does not fit in a MIDI file"
    case .badFeel(let text, _): "'\(text.excerpt)' is not a feel"
    case .badDepth(let text): "'\(text.excerpt)' is not a part of a template"
    case .badEvidence(let text): "'\(text.excerpt)' is not an evidence letter"
    case .missingVoice: "this row has no voice"
    case .badVoice(let text): "'\(text.excerpt)' is not the name of a voice"
    case .voiceTwice(let voice): "'\(voice.excerpt)' has two rows"
    case .noRows: "the pattern has no rows"
    case .unclosedBar: "the last bar is not closed"
    case .emptyBar: "this bar has no steps"
    case .barLength(let count, let expected):
      "this bar has \(count) steps; its metre has \(expected)"
    case .barCount(let count, let expected): "this row has \(count) bars, not \(expected)"
    case .gridDoesNotFit: "the bar is not a whole number of steps of the grid"
    case .unknownStep(let text): "'\(text.excerpt)' is not a step"
    case .nothingToHold: "this '-' holds nothing"
    case .strokesTogether: "two strokes of this row begin together"
    case .propertyWithoutRow(let voice): "'\(voice.excerpt)' has no row above this line"
    case .propertyTwice(let name): "'\(name.excerpt)' is said twice"
    case .unknownProperty(let name, _): "a row has no '\(name.excerpt)'"
    case .badVelocity(let text): "'\(text.excerpt)' is not a velocity"
    case .badShift(let text): "'\(text.excerpt)' is not a shift"
    case .badKey(let text): "'\(text.excerpt)' is not a note name"
    case .valueCount(let count, let expected): "\(count) values for \(expected) notes"
    case .missingName: "a name is missing here"
    case .missingSign(let sign): "a '\(sign)' is missing here"
    case .missingExpression: "something is missing here"
    case .semicolon: "a statement ends with its line, without ';'"
    case .singleQuote: "a text cannot begin with a single quotation mark"
    case .unexpectedInScore(let character): "'\(character)' has no meaning in a score"
    case .dividedByZero: "nothing can be divided by zero"
    case .unknownSetting(let word, _, _): "'\(word.excerpt)' sets nothing"
    case .outOfRange(let text, _, _): "'\(text.excerpt)' is out of range"
    }
  }

  /// What to write instead, as an instruction.
  public var advice: String {
    switch self {
    case .nothingHere: "write a step, such as 'bd', or '~' for a rest"
    case .unexpected("%"): "write '%' right behind a '}', as in '{a b c}%4'"
    case .unexpected: "write names, numbers, '~' for a rest, or one of [ ] < > { } ( )"
    case .unclosed(let opener): "write '\(Self.closer(of: opener))' where it ends"
    case .notOpened(let closer): "take '\(closer)' away, or open it before"
    case .mixedSeparators: "put one of the two kinds into brackets of its own"
    case .separatorNotHere(let separator): "put it into brackets: '<[a \(separator) b]>'"
    case .nothingBefore(let character): "write a step before '\(character)', or take it away"
    case .nothingAfter(let text): "write a number, a step or a bracket behind '\(text.excerpt)'"
    case .blankBefore(let text): "write '\(text.excerpt)' without a blank before it"
    case .notANumber(let text): "write a number or a pattern of numbers for '\(text.excerpt)'"
    case .notWhole: "write a number without a fraction"
    case .badNumber: "use fewer digits"
    case .weightNotAbove: "write a weight above zero, such as '@2'"
    case .copiesBelowZero: "write a number of copies above zero, such as '!2'"
    case .notAProbability: "write a number such as '?0.3'"
    case .slowedByZero: "write a number above zero, such as '/2'"
    case .noSlots: "write a whole number above zero, such as 8 in 'bd(3,8)'"
    case .tooManyOnsets(_, let slots): "write \(slots) or fewer"
    case .noSound: "write a voice such as 'bd', a note such as 'c4', or a key from 0 to 127"
    case .noInstrument(_, let nearest):
      nearest.map { "did you mean '\($0)'?" }
        ?? "write a voice such as 'bd', a note such as 'c4', or a key from 0 to 127"
    case .tooLong, .wordTooLong, .tooDeep, .tooManySteps, .tooManyBars, .tooManyVoices,
      .tooManyNotes:
      "make it smaller"
    case .timeTooFine: MusicError.tooFine.advice
    case .tooMuch: MusicError.tooMuch.advice
    case .notText: "give a text file"
    case .emptyFile: "begin with 'name' and the other keys, as in Patterns/README.md"
    case .notALine: "write 'key  value' in the head, or 'voice | x.x. |' below it"
    case .unknownKey(_, let nearest):
      Self.suggestion(nearest, among: HeadKey.allCases.map(\.rawValue))
    case .keyTwice: "keep one of the two"
    case .missingKey(let key): "add a line that begins with '\(key.excerpt)'"
    case .emptyValue(let key): "write something behind '\(key.excerpt)', or take the line away"
    case .badMetre: "write one such as '4/4', or with its groups '7/8 (2+2+3)'"
    case .badNoteValue: "write a part of a whole note, such as '1/16'"
    case .badTempo: "write '118-126', or with what is counted '3/8=105-130'; 1 to 999"
    case .tempoOutOfRange: "choose one from 4 to 60000000 quarter notes a minute"
    case .badFeel(_, let nearest):
      nearest.map { "did you mean '\($0)'?" }
        ?? "write 'straight', 'swing 54%' (25% to 75%) or a template such as 'samba4'"
    case .badDepth: "write a percentage above 0% and up to 100%, such as '40%'"
    case .badEvidence: "write A (notation opened), B (recalled) or C (reconstruction)"
    case .missingVoice: "begin the row with a voice and a bar line, such as 'kick | x... |'"
    case .badVoice: "write letters, digits and '-', such as 'low-tom'"
    case .voiceTwice: "write both into one row, or give one another voice"
    case .noRows: "add a row, such as 'kick | x... |'"
    case .unclosedBar: "end the row with '|'"
    case .emptyBar: "write its steps, such as 'x..x', or take one '|' away"
    case .barLength: "write one character a step, '.' for a rest"
    case .barCount: "give every row the same bars"
    case .missingName: "write a name of letters and digits"
    case .missingSign(let sign): "write '\(sign)', or take away what follows"
    case .missingExpression: "write a word such as pattern(\"clave-son-32\"), a number or a text"
    case .semicolon: "take the ';' away"
    case .singleQuote: "write \" instead of '"
    case .unexpectedInScore:
      "write words, numbers, texts in \" \", lists in [ ], or // for a remark"
    case .dividedByZero: "write a number above zero below the line"
    case .gridDoesNotFit: "choose a grid that divides the metre, such as '1/16'"
    case .unknownStep: "write one of \(Self.steps), '.' for a rest or '-' to hold"
    case .nothingToHold: "write a note before it, or '.' for a rest"
    case .strokesTogether: "give them two rows, as one voice strikes once at a time"
    case .propertyWithoutRow: "write the row first, then what is said of it"
    case .propertyTwice: "keep one of the two"
    case .unknownProperty(_, let nearest):
      Self.suggestion(nearest, among: RowProperty.allCases.map(\.rawValue))
    case .badVelocity: "write numbers from 1 to 127, as in '112 80' or 'X=112 x=80'"
    case .badShift: "write milliseconds such as '+8ms', or a part of a whole note such as '-1/96'"
    case .badKey: "write a note such as 'd2' or 'eb3', or '.' for the voice's own"
    case .valueCount: "write one value for all notes, or one for each"
    case .unknownSetting(_, let nearest, let known): Self.suggestion(nearest, among: known)
    case .outOfRange(_, let low, let high): "write a whole number from \(low) to \(high)"
    }
  }

  private static let steps = Stroke.allCases.map { String($0.rawValue) }.joined(separator: " ")

  private static func closer(of opener: Character) -> Character {
    switch opener {
    case "[": "]"
    case "<": ">"
    case "{": "}"
    case "(": ")"
    default: opener
    }
  }

  private static func suggestion(_ nearest: String?, among names: [String]) -> String {
    if let nearest {
      "did you mean '\(nearest)'?"
    } else {
      "write one of: \(names.joined(separator: ", "))"
    }
  }
}
