/// One question to a prepared pattern: walks down to its values and collects their events.
///
/// Spans are in the time of the node that is visited; the map leads from there to the time asked
/// for, so that each event is placed once, at the leaf.
struct Walk {
  let chance: Chance
  private(set) var events: [Event] = []
  /// How many steps were taken, sounding or silent.
  private(set) var visits: Int
  /// How many may be taken.
  private let limit: Int

  init(chance: Chance, visits: Int = 0, limit: Int = Bounds.visits) {
    self.chance = chance
    self.visits = visits
    self.limit = limit
  }

  mutating func visit(_ node: Node, _ span: Span, _ map: TimeMap) throws(MusicError) {
    switch node {
    case .silence: break
    case .value(let value, let place): try emit(value, place, span, map)
    case .slots(let slots): try visit(slots, span, map)
    case .stack(let parts): for part in parts { try visit(part, span, map) }
    case .fast(let inner, let factor):
      let sped = Span(try span.begin * factor, try span.end * factor)
      try visit(inner, sped, map.sped(by: factor))
    case .patternedFast, .patternedSlow, .patternedEuclid:
      try visitPatterned(node, span, map)
    case .replicate(let inner, let times): try replicate(inner, times, span, map)
    case .euclid(let inner, let bits): try visit(inner, in: bits, span, map)
    case .degrade(let inner, let probability, let construct):
      for event in try ask(inner, span) {
        let drawn = chance.number(for: UInt64(bitPattern: Int64(construct)), at: event.whole.begin)
        if drawn >= probability { try emit(event, map) }
      }
    case .choice(let parts, let construct):
      for cycle in try counted(span.cycles) {
        let drawn = chance.number(for: UInt64(bitPattern: Int64(construct)), at: Fraction(cycle))
        guard let part = span.intersection(Span(cycle: cycle)) else { continue }
        try visit(parts[Int(drawn * Double(parts.count))], part, map)
      }
    case .range(let lower, let upper): try visitRange(lower, upper, span, map)
    case .index(let inner, let variant): try visitIndex(inner, variant, span, map)
    }
  }

  /// Counts steps before they are walked, so that silence has its bound as well.
  private mutating func counted(_ steps: Range<Int>) throws(MusicError) -> Range<Int> {
    try count(steps.count)
    return steps
  }

  private mutating func count(_ steps: Int) throws(MusicError) {
    let (sum, overflows) = visits.addingReportingOverflow(steps)
    guard !overflows, sum <= limit else { throw .tooMuch }
    visits = sum
  }

  /// The events of a node in its own time, to be looked at before they are placed.
  private mutating func ask(_ node: Node, _ span: Span) throws(MusicError) -> [Event] {
    var walk = Walk(chance: chance, visits: visits, limit: limit)
    try walk.visit(node, span, .identity)
    visits = walk.visits
    return walk.events
  }

  private mutating func emit(_ event: Event, _ map: TimeMap) throws(MusicError) {
    guard events.count < Bounds.events else { throw .tooMuch }
    guard !map.isIdentity else { return events.append(event) }
    events.append(
      Event(
        whole: try map(event.whole), part: try map(event.part), value: event.value,
        place: event.place))
  }

  private mutating func emit(
    _ value: Value, _ place: Place, _ span: Span, _ map: TimeMap
  ) throws(MusicError) {
    for cycle in try counted(span.cycles) {
      let whole = Span(cycle: cycle)
      guard let part = span.intersection(whole) else { continue }
      guard events.count < Bounds.events else { throw .tooMuch }
      let placed = try map(whole)
      events.append(
        Event(
          whole: placed, part: part == whole ? placed : try map(part), value: value, place: place))
    }
  }

  private mutating func visit(
    _ slots: [Node.Slot], _ span: Span, _ map: TimeMap
  ) throws(MusicError) {
    for cycle in try counted(span.cycles) {
      let start = Fraction(cycle)
      let first = span.begin <= start ? 0 : Self.slot(at: try span.begin - start, in: slots)
      for slot in slots[first...] {
        let begin = try start + slot.begin
        guard begin < span.end else { break }
        try count(1)
        if case .silence = slot.node { continue }
        try visit(slot.node, cycle, from: begin, length: slot.length, span, map)
      }
    }
  }

  /// The slot in which a time of the cycle lies.
  private static func slot(at time: Fraction, in slots: [Node.Slot]) -> Int {
    var (low, high) = (0, slots.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if slots[middle].begin <= time { low = middle } else { high = middle }
    }
    return low
  }

  /// Visits a node that plays its own cycle *c* in a slot of cycle *c*.
  private mutating func visit(
    _ node: Node, _ cycle: Int, from begin: Fraction, length: Fraction, _ span: Span,
    _ map: TimeMap
  ) throws(MusicError) {
    let slot = Span(begin, try begin + length)
    guard let part = span.intersection(slot) else { return }
    if case .value(let value, let place) = node, part == slot {
      guard events.count < Bounds.events else { throw .tooMuch }
      let placed = try map(slot)
      events.append(Event(whole: placed, part: placed, value: value, place: place))
      return
    }
    let local = { (time: Fraction) throws(MusicError) -> Fraction in
      if time == slot.begin { return Fraction(cycle) }
      if time == slot.end { return Fraction(cycle + 1) }
      return try Fraction(cycle) + (time - begin) / length
    }
    let inner = Span(try local(part.begin), try local(part.end))
    try visit(node, inner, map.slotted(cycle: cycle, from: begin, length: length))
  }

  private mutating func replicate(
    _ node: Node, _ times: Fraction, _ span: Span, _ map: TimeMap
  ) throws(MusicError) {
    let sped = Span(try span.begin * times, try span.end * times)
    let faster = try map.sped(by: times)
    for copy in try counted(sped.cycles) {
      guard let part = sped.intersection(Span(cycle: copy)) else { continue }
      let shift = try Fraction(copy - (Fraction(copy) / times).floor)
      let inner = Span(try part.begin - shift, try part.end - shift)
      try visit(node, inner, TimeMap(offset: faster(shift), scale: faster.scale))
    }
  }

  private mutating func visit(
    _ node: Node, in bits: Node.Bits, _ span: Span, _ map: TimeMap
  ) throws(MusicError) {
    let length = Fraction(1, bits.slots.count)
    let turn = Fraction(bits.rotation, bits.slots.count)
    let turned = Span(try span.begin + turn, try span.end + turn)
    let back = TimeMap(offset: try map(try Fraction.zero - turn), scale: map.scale)
    let count = Fraction(bits.slots.count)
    for cycle in try counted(turned.cycles) {
      let start = Fraction(cycle)
      let first = max(0, try ((turned.begin - start) * count).floor)
      let last = min(bits.slots.count, try ((turned.end - start) * count).ceiling)
      for slot in try counted(first..<max(first, last)) where bits.slots[slot] {
        let begin = try start + Fraction(slot, bits.slots.count)
        try visit(node, cycle, from: begin, length: length, turned, back)
      }
    }
  }
}

// MARK: Parameters that are patterns

extension Walk {
  /// For each event of a parameter, the node that it makes, looked at only during that event.
  private mutating func visitPatterned(
    _ node: Node, _ span: Span, _ map: TimeMap
  ) throws(MusicError) {
    switch node {
    case .patternedFast(let inner, let factors, let divisor):
      for (factor, part) in try numbers(of: factors, span) where factor > 0 {
        try visit(.fast(inner, try factor / divisor), part, map)
      }
    case .patternedSlow(let inner, let factors):
      for (factor, part) in try numbers(of: factors, span) where factor > 0 {
        try visit(.fast(inner, try factor.reciprocal()), part, map)
      }
    case .patternedEuclid(let inner, let onsets, let slots, let rotation):
      for (onsets, part) in try numbers(of: onsets, span) {
        for (slots, part) in try numbers(of: slots, part) {
          for (rotation, part) in try numbers(of: rotation, part) {
            let bits = Node.Bits(onsets: onsets, slots: slots, rotation: rotation)
            try count(bits.slots.count)
            try visit(inner, in: bits, part, map)
          }
        }
      }
    default: break
    }
  }

  private mutating func numbers(
    of node: Node, _ span: Span
  ) throws(MusicError) -> [(Fraction, Span)] {
    try ask(node, span).compactMap { event in
      event.value.number.map { ($0, event.part) }
    }
  }

  /// For each lower end, the numbers up to each upper end, squeezed into the lower end's time.
  private mutating func visitRange(
    _ lower: Node, _ upper: Node, _ span: Span, _ map: TimeMap
  ) throws(MusicError) {
    for from in try ask(lower, span) {
      guard let first = from.value.number else { continue }
      for to in try ask(upper, from.part) {
        guard let last = to.value.number else { continue }
        try visitNumbers(from: first, to: last, over: from, during: to.part, map)
      }
    }
  }

  /// The numbers one apart from the first as far as the last, upwards or downwards, that sound during
  /// a part of the event into whose time all are squeezed.
  private mutating func visitNumbers(
    from first: Fraction, to last: Fraction, over event: Event, during part: Span, _ map: TimeMap
  ) throws(MusicError) {
    let distance = try last - first
    let isFalling = distance < 0
    let steps = isFalling ? try (Fraction.zero - distance).floor : distance.floor
    guard steps < Bounds.stepsPerCycle else { throw .tooMuch }
    let count = steps + 1
    let whole = event.whole
    let length = try (whole.end - whole.begin) / Fraction(count)
    let sounding =
      max(
        0, try ((part.begin - whole.begin) / length).floor)..<min(
        count, try ((part.end - whole.begin) / length).ceiling)
    for index in try counted(sounding) {
      let begin = try whole.begin + Fraction(index) * length
      let slot = Span(begin, try begin + length)
      guard let sounding = slot.intersection(part) else { continue }
      let number = try first + Fraction(isFalling ? -index : index)
      let event = Event(whole: slot, part: sounding, value: .number(number), place: event.place)
      try emit(event, map)
    }
  }

  private mutating func visitIndex(
    _ inner: Node, _ variant: Node, _ span: Span, _ map: TimeMap
  ) throws(MusicError) {
    for event in try ask(inner, span) {
      for other in try ask(variant, event.part) {
        let indexed = Event(
          whole: event.whole, part: other.part, value: event.value.indexed(by: other.value),
          place: event.place)
        try emit(indexed, map)
      }
    }
  }
}
