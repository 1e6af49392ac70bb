import Music

extension MiniReader {
  /// A name, a number or a rest.
  mutating func atom() throws(NotationError) -> Reading {
    let start = cursor.offset
    let text = atomText()
    let place = Place(start: start, length: cursor.offset - start)
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
    while let next = cursor.peek(), isAtomCharacter(next) {
      if next == ".", cursor.peek(1) == ".", case .number = Decimal.read(text) { break }
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
    var text = cursor.peek() == "-" ? "-" : ""
    var ahead = text.count
    func digits() -> String {
      var digits = ""
      while let digit = cursor.peek(ahead + digits.count), digit.isDecimalDigit {
        digits.append(digit)
      }
      return digits
    }
    let whole = digits()
    guard !whole.isEmpty else { return nil }
    text += whole
    ahead += whole.count
    if cursor.peek(ahead) == ".", cursor.peek(ahead + 1)?.isDecimalDigit == true {
      ahead += 1
      let decimals = digits()
      text += "." + decimals
      ahead += decimals.count
    }
    if cursor.peek(ahead) == "e" || cursor.peek(ahead) == "E" {
      let sign = cursor.peek(ahead + 1)
      let signText = sign == "-" || sign == "+" ? sign.map(String.init) ?? "" : ""
      ahead += 1 + signText.count
      let exponent = digits()
      if exponent.isEmpty {
        ahead -= 1 + signText.count
      } else {
        text += "e" + signText + exponent
        ahead += exponent.count
      }
    }
    cursor.advance(by: ahead)
    guard case .number(let number) = Decimal.read(text) else {
      throw cursor.error(.badNumber(text), at: start)
    }
    return number
  }
}

/// Whether a character can be part of a name or number.
func isAtomCharacter(_ character: Character) -> Bool {
  switch character {
  case "~", "-", "#", ".", "^", "_": true
  default: character.isLetter || character.isDecimalDigit
  }
}
