import Music

extension MiniReader {
  /// A name, a number or a rest.
  mutating func atom() throws(NotationError) -> Reading {
    let start = cursor.offset
    let text = atomText()
    let place = Place(start: start, length: cursor.offset - start)
    guard text.utf8.count <= Bounds.wordBytes else {
      throw cursor.error(.wordTooLong(limit: Bounds.wordBytes), at: start)
    }
    switch text {
    case "": throw cursor.error(cursor.peek().map { .unexpected($0) } ?? .nothingHere)
    case "~", "-": return .rest
    default: break
    }
    switch Decimal.read(text) {
    case .number(let number): return .value(.number(number), place)
    case .notANumber: return .value(.word(text), place)
    case .tooLarge: throw cursor.error(.badNumber(text), at: start)
    }
  }

  /// The characters of an atom; a number ends before two dots, so that `0..4` is a range.
  private mutating func atomText() -> String {
    var text = ""
    var mayBeRange = true
    while let next = cursor.peek(), isAtomCharacter(next) {
      if mayBeRange, next == ".", cursor.peek(1) == "." {
        if case .number = Decimal.read(text) { break }
        mayBeRange = false
      }
      text.append(next)
      cursor.advance()
    }
    return text
  }

  /// The number right behind an operator, where there is one.
  ///
  ///     number = "-"? ("0" | [1-9][0-9]*) ("." [0-9]+)? ([eE] [+-]? [0-9]+)?
  mutating func number() throws(NotationError) -> Fraction? {
    let start = cursor.offset
    var length = cursor.peek() == "-" ? 1 : 0
    let whole = digits(from: length)
    guard whole > 0 else { return nil }
    length += whole
    if cursor.peek(length) == ".", case let decimals = digits(from: length + 1), decimals > 0 {
      length += 1 + decimals
    }
    if cursor.peek(length) == "e" || cursor.peek(length) == "E" {
      let isSigned = cursor.peek(length + 1) == "-" || cursor.peek(length + 1) == "+"
      let sign = isSigned ? 1 : 0
      let exponent = digits(from: length + 1 + sign)
      if exponent > 0 { length += 1 + sign + exponent }
    }
    cursor.advance(by: length)
    let text = String(cursor.source.characters[start..<start + length])
    guard case .number(let number) = Decimal.read(text) else {
      throw cursor.error(.badNumber(text), at: start)
    }
    return number
  }

  /// How many digits stand some characters ahead.
  private func digits(from ahead: Int) -> Int {
    var count = 0
    while let digit = cursor.peek(ahead + count), digit.isDecimalDigit { count += 1 }
    return count
  }
}

/// Whether a character can be part of a name or number.
func isAtomCharacter(_ character: Character) -> Bool {
  switch character {
  case "~", "-", "#", ".", "^", "_": true
  default: character.isLetter || character.isDecimalDigit
  }
}
