import Music

extension MiniReader {
  /// An element with its weight; nothing where `@0` or `!0` takes it away.
  mutating func step() throws(NotationError) -> Row.Step? {
    let start = cursor.offset
    let (reading, weight, copies) = try element()
    guard weight >= 0 else { throw cursor.error(.weightNotAbove, at: start) }
    guard copies >= 0 else { throw cursor.error(.copiesBelowZero, at: start) }
    guard weight > 0, copies > 0 else { return nil }
    let repeated = copies == 1 ? reading : Reading.replicate(reading, times: copies)
    return Row.Step(reading: try bounded(repeated, at: start), weight: weight)
  }

  /// A slice and all its operators, which apply from left to right.
  private mutating func element() throws(NotationError) -> (Reading, Fraction, Fraction) {
    let start = cursor.offset
    var reading = try slice()
    var (weight, copies) = (Fraction.one, Fraction.one)
    var allowsBlank = true
    while true {
      let end = cursor.offset
      let hasBlank = cursor.skipBlanks()
      guard let symbol = operatorHere() else { return (reading, weight, copies) }
      if hasBlank && !allowsBlank && !["@", "_", "!"].contains(symbol) {
        throw cursor.error(.blankBefore(symbol), at: end)
      }
      let place = cursor.offset
      cursor.advance(by: symbol.count)
      switch symbol {
      case "@", "_":
        weight = try sum(weight, (try number() ?? 2), -1, at: place)
        allowsBlank = false
      case "!":
        copies = try sum(copies, (try number() ?? 2), -1, at: place)
        weight = copies
        allowsBlank = false
      default:
        reading = try apply(symbol, to: reading, at: place)
        reading = try bounded(reading, at: start)
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
    let (argument, _, _) = try element()
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

  private func sum(
    _ first: Fraction, _ second: Fraction, _ third: Fraction, at place: Int
  ) throws(NotationError) -> Fraction {
    do {
      return try first + second + third
    } catch {
      throw cursor.error(.timeTooFine, at: place)
    }
  }
}
