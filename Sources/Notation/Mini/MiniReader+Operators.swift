import Music

extension MiniReader {
  /// A slice with what its operators make of it.
  private struct Element {
    let slice: Reading
    var operations: [Operation] = []
    var weight = Fraction.one
    var copies = Fraction.one
    /// Where the last operator stands, or the slice where there is none.
    var lastPlace: Int
  }

  /// An operator with its argument, and where it stands.
  private struct Operation {
    enum Kind {
      case fast(Reading), slow(Reading), index(Reading), range(Reading)
      case degrade(Fraction, construct: Int)
      case euclid(Reading, Reading, Reading?)
      case replicate(Fraction)
    }

    let kind: Kind
    let place: Int

    var isReplicate: Bool {
      if case .replicate = kind { true } else { false }
    }

    func applied(to reading: Reading) -> Reading {
      switch kind {
      case .fast(let factor): .fast(reading, by: factor)
      case .slow(let divisor): .slow(reading, by: divisor)
      case .index(let variant): .index(reading, variant)
      case .range(let end): .range(reading, to: end)
      case .degrade(let probability, let construct):
        .degrade(reading, by: probability, construct: construct)
      case .euclid(let onsets, let slots, let rotation):
        .euclid(reading, onsets: onsets, slots: slots, rotation: rotation)
      case .replicate(let times): .replicate(reading, times: times)
      }
    }
  }

  /// An element with its weight; nothing where `@0` or `!0` takes it away, and all it asked of
  /// chance with it.
  mutating func step() throws(NotationError) -> Row.Step? {
    let asked = constructs
    let element = try element()
    guard element.copies >= 0 else { throw cursor.error(.copiesBelowZero, at: element.lastPlace) }
    guard element.weight >= 0 else { throw cursor.error(.weightNotAbove, at: element.lastPlace) }
    guard element.weight > 0, element.copies > 0 else {
      constructs = asked
      return nil
    }
    return Row.Step(reading: try reading(of: element), weight: element.weight)
  }

  /// What the operators make of the slice, from left to right.
  private func reading(of element: Element) throws(NotationError) -> Reading {
    var reading = element.slice
    for operation in element.operations {
      reading = try bounded(operation.applied(to: reading), at: operation.place)
    }
    return reading
  }

  private mutating func element() throws(NotationError) -> Element {
    let start = cursor.offset
    var element = Element(slice: try slice(), lastPlace: start)
    var allowsBlank = true
    while true {
      let end = cursor.offset
      let hasBlank = cursor.skipBlanks()
      guard let symbol = operatorHere() else { return element }
      if hasBlank && !allowsBlank && !["@", "_", "!"].contains(symbol) {
        throw cursor.error(.blankBefore(symbol), at: end)
      }
      element.lastPlace = cursor.offset
      guard element.operations.count < Bounds.nesting else {
        throw cursor.error(.tooDeep(limit: Bounds.nesting))
      }
      cursor.advance(by: symbol.count)
      try read(symbol, into: &element)
      allowsBlank = !["@", "_", "!", "?", "("].contains(symbol)
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

  /// Weights add up, and so do copies: there is one number of copies, at its last place.
  private mutating func read(
    _ symbol: String, into element: inout Element
  ) throws(NotationError) {
    let place = element.lastPlace
    switch symbol {
    case "@", "_":
      element.weight = try added(try number() ?? 2, to: element.weight, at: place)
    case "!":
      element.copies = try added(try number() ?? 2, to: element.copies, at: place)
      element.weight = element.copies
      element.operations.removeAll(where: \.isReplicate)
      if element.copies != 1 {
        element.operations.append(Operation(kind: .replicate(element.copies), place: place))
      }
    default:
      element.operations.append(Operation(kind: try kind(of: symbol, at: place), place: place))
    }
  }

  private mutating func kind(
    of symbol: String, at place: Int
  ) throws(NotationError) -> Operation.Kind {
    switch symbol {
    case "?":
      let probability = try number() ?? Fraction(1, 2)
      guard (0...1).contains(probability) else { throw cursor.error(.notAProbability, at: place) }
      return .degrade(probability, construct: nextConstruct())
    case "(": return try euclid(opener: place)
    case ":": return .index(try argument(of: symbol))
    case "..": return .range(try argument(of: symbol))
    default:
      let factor = try argument(of: symbol)
      try factor.checkNumbers(for: symbol, at: place, of: cursor)
      if symbol == "*" { return .fast(factor) }
      guard factor.constant != 0 else { throw cursor.error(.slowedByZero, at: place) }
      return .slow(factor)
    }
  }

  /// What stands behind an operator: a slice, whose own operators belong to the whole.
  mutating func argument(of symbol: String) throws(NotationError) -> Reading {
    let place = cursor.offset - symbol.count
    cursor.skipBlanks()
    guard let next = cursor.peek(), startsElement(next) else {
      throw cursor.error(.nothingAfter(symbol), at: place)
    }
    return try nested(\.arguments, at: place) { reader throws(NotationError) in try reader.slice() }
  }

  // MARK: Euclidean rhythms

  private mutating func euclid(opener: Int) throws(NotationError) -> Operation.Kind {
    let (onsets, onsetsPlace) = try euclidArgument(opener)
    guard cursor.take(",") else { throw euclidFault(opener) }
    let (slots, slotsPlace) = try euclidArgument(opener)
    var rotation: Reading?
    if cursor.take(",") {
      cursor.skipBlanks()
      if cursor.peek() != ")" { rotation = try euclidArgument(opener).reading }
    }
    guard cursor.take(")") else { throw euclidFault(opener) }
    if let count = slots.constant {
      guard count >= 1 else { throw cursor.error(.noSlots, at: slotsPlace) }
      if let hits = onsets.constant, max(hits, Fraction(-hits.numerator)) > count {
        let fault = NotationError.Fault.tooManyOnsets(abs(hits.numerator), slots: count.numerator)
        throw cursor.error(fault, at: onsetsPlace)
      }
    }
    return .euclid(onsets, slots, rotation)
  }

  private mutating func euclidArgument(
    _ opener: Int
  ) throws(NotationError) -> (reading: Reading, place: Int) {
    cursor.skipBlanks()
    let place = cursor.offset
    guard let next = cursor.peek(), startsElement(next) else {
      throw cursor.isAtEnd ? cursor.error(.unclosed("("), at: opener) : cursor.error(.nothingHere)
    }
    let argument = try nested(\.arguments, at: place) { reader throws(NotationError) in
      try reader.reading(of: reader.element())
    }
    try argument.checkNumbers(for: "(", at: place, of: cursor)
    if let number = argument.constant, number.denominator != 1 {
      throw cursor.error(.notWhole(number.decimal), at: place)
    }
    cursor.skipBlanks()
    return (argument, place)
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
