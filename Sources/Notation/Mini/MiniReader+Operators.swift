import Music

extension MiniReader {
  /// An element with its weight; nothing where `@0` or `!0` takes it away.
  mutating func step() throws(NotationError) -> Row.Step? {
    let element = try element()
    guard element.weight >= 0 else { throw cursor.error(.weightNotAbove, at: element.lastPlace) }
    guard element.copies >= 0 else { throw cursor.error(.copiesBelowZero, at: element.lastPlace) }
    guard element.weight > 0, element.copies > 0 else { return nil }
    let reading =
      element.copies == 1
      ? element.reading : .replicate(element.reading, times: element.copies)
    return Row.Step(reading: try bounded(reading, at: element.lastPlace), weight: element.weight)
  }

  /// A slice with its operators.
  private struct Element {
    var reading: Reading
    var weight = Fraction.one
    var copies = Fraction.one
    /// Where the last operator stands, or the slice where there is none.
    var lastPlace: Int
  }

  /// A slice and all its operators, which apply from left to right.
  private mutating func element() throws(NotationError) -> Element {
    let start = cursor.offset
    var element = Element(reading: try slice(), lastPlace: start)
    var allowsBlank = true
    while true {
      let end = cursor.offset
      let hasBlank = cursor.skipBlanks()
      guard let symbol = operatorHere() else { return element }
      if hasBlank && !allowsBlank && !["@", "_", "!"].contains(symbol) {
        throw cursor.error(.blankBefore(symbol), at: end)
      }
      let place = cursor.offset
      element.lastPlace = place
      cursor.advance(by: symbol.count)
      switch symbol {
      case "@", "_":
        element.weight = try added(try number() ?? 2, to: element.weight, at: place)
        allowsBlank = false
      case "!":
        element.copies = try added(try number() ?? 2, to: element.copies, at: place)
        element.weight = element.copies
        allowsBlank = false
      default:
        element.reading = try bounded(
          try apply(symbol, to: element.reading, at: place), at: place)
        allowsBlank = !["?", "("].contains(symbol)
      }
    }
  }

  /// The operator at the cursor, if one is there.
  private func operatorHere() -> String? {
    guard let next = cursor.peek() else { return nil }
    switch next {
    case "@", "_", "!", "*", "/", "?", ":", "(": return String(next)
    case "." where cursor.peek(1) == ".": return ".."
    default: return nil
    }
  }

  private mutating func apply(
    _ symbol: String, to reading: Reading, at place: Int
  ) throws(NotationError) -> Reading {
    switch symbol {
    case "?":
      let probability = try number() ?? Fraction(1, 2)
      guard (0...1).contains(probability) else { throw cursor.error(.notAProbability, at: place) }
      return .degrade(reading, by: probability, construct: nextConstruct())
    case "(": return try euclid(reading, opener: place)
    case ":": return .index(reading, try argument(of: symbol))
    case "..": return .range(reading, to: try argument(of: symbol))
    default:
      let factor = try argument(of: symbol)
      try factor.checkNumbers(for: symbol, at: place, of: cursor)
      if symbol == "*" { return .fast(reading, by: factor) }
      guard factor.constant != 0 else { throw cursor.error(.slowedByZero, at: place) }
      return .slow(reading, by: factor)
    }
  }

  /// What stands behind an operator: a slice, whose own operators belong to the whole.
  mutating func argument(of symbol: String) throws(NotationError) -> Reading {
    let place = cursor.offset
    cursor.skipBlanks()
    guard let next = cursor.peek(), ["[", "<", "{"].contains(next) || isAtomCharacter(next) else {
      throw cursor.error(.nothingAfter(symbol), at: max(0, place - symbol.count))
    }
    return try slice()
  }

  private mutating func euclid(
    _ reading: Reading, opener: Int
  ) throws(NotationError) -> Reading {
    let onsets = try euclidArgument(opener)
    guard cursor.take(",") else { throw euclidFault(opener) }
    let slotsPlace = cursor.offset
    let slots = try euclidArgument(opener)
    var rotation: Reading?
    if cursor.take(",") {
      cursor.skipBlanks()
      if cursor.peek() != ")" { rotation = try euclidArgument(opener) }
    }
    guard cursor.take(")") else { throw euclidFault(opener) }
    if let count = slots.constant {
      guard count >= 1 else { throw cursor.error(.noSlots, at: slotsPlace) }
      if let hits = onsets.constant, max(hits, Fraction(-hits.numerator)) > count {
        let fault = NotationError.Fault.tooManyOnsets(
          abs(hits.numerator), slots: count.numerator)
        throw cursor.error(fault, at: opener + 1)
      }
    }
    return .euclid(reading, onsets: onsets, slots: slots, rotation: rotation)
  }

  private mutating func euclidArgument(_ opener: Int) throws(NotationError) -> Reading {
    cursor.skipBlanks()
    let place = cursor.offset
    guard let next = cursor.peek(), ["[", "<", "{"].contains(next) || isAtomCharacter(next) else {
      throw cursor.isAtEnd ? cursor.error(.unclosed("("), at: opener) : cursor.error(.nothingHere)
    }
    let argument = try element().reading
    try argument.checkNumbers(for: "(", at: place, of: cursor)
    if let number = argument.constant, number.denominator != 1 {
      throw cursor.error(.notWhole(number.decimal), at: place)
    }
    cursor.skipBlanks()
    return argument
  }

  private func euclidFault(_ opener: Int) -> NotationError {
    guard let next = cursor.peek() else { return cursor.error(.unclosed("("), at: opener) }
    return cursor.error(.unexpected(next))
  }

  /// What an operator makes of a weight or a number of copies: each adds one less than it says.
  private func added(
    _ number: Fraction, to sum: Fraction, at place: Int
  ) throws(NotationError) -> Fraction {
    do {
      return try sum + number - 1
    } catch {
      throw cursor.error(.timeTooFine, at: place)
    }
  }
}
