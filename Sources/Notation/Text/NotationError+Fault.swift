extension NotationError {
  /// Everything that can be wrong with a text.
  public enum Fault: Hashable, Sendable {
    // The mini-notation.
    case nothingHere
    case unexpected(Character)
    case unclosed(Character)
    case notOpened(Character)
    case mixedSeparators(Character, Character)
    case separatorNotHere(Character)
    case nothingBefore(Character)
    case nothingAfter(String)
    case blankBefore(String)
    case notANumber(String)
    case notWhole(String)
    case badNumber(String)
    case weightNotAbove
    case copiesBelowZero
    case notAProbability
    case slowedByZero
    case noSlots
    case tooManyOnsets(Int, slots: Int)
    case noSound(String)
    case noInstrument(String, nearest: String?)
    // Bounds of any text.
    case tooLong(limit: Int)
    case wordTooLong(limit: Int)
    case tooDeep(limit: Int)
    case tooManySteps(limit: Int)
    case tooManyBars(limit: Int)
    case tooManyVoices(limit: Int)
    case tooManyNotes(limit: Int)
    case timeTooFine
    case tooMuch
    // Pattern files.
    case notText
    case emptyFile
    case notALine(String)
    case unknownKey(String, nearest: String?)
    case keyTwice(String)
    case missingKey(String)
    case emptyValue(String)
    case badMetre(String)
    case badNoteValue(String)
    case badTempo(String)
    case tempoOutOfRange(String)
    case badFeel(String, nearest: String? = nil)
    case badDepth(String)
    case badEvidence(String)
    case missingVoice
    case badVoice(String)
    case voiceTwice(String)
    case noRows
    case unclosedBar
    case emptyBar
    case barLength(Int, expected: Int)
    case barCount(Int, expected: Int)
    case gridDoesNotFit
    case unknownStep(String)
    case nothingToHold
    case strokesTogether
    case propertyWithoutRow(String)
    case propertyTwice(String)
    case unknownProperty(String, nearest: String?)
    case badVelocity(String)
    case badShift(String)
    case badKey(String)
    case valueCount(Int, expected: Int)
    // Scores.
    case missingName
    case missingSign(String)
    case missingExpression
    case semicolon
    case singleQuote
    case unexpectedInScore(Character)
    case dividedByZero
    // Kit files.
    case unknownSetting(String, nearest: String?, among: [String])
    case outOfRange(String, low: Int, high: Int)
  }
}
