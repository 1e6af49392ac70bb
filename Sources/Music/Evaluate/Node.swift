/// A pattern prepared for evaluation: slots cut, constant parameters resolved.
indirect enum Node: Sendable {
  case silence
  case value(Value, Place)
  /// Slots that tile the cycle, in order.
  case slots([Slot])
  case stack([Node])
  /// Faster by a constant above zero.
  case fast(Node, Fraction)
  /// Faster or slower by a pattern of numbers; each number is divided by a constant.
  case patternedFast(Node, Node, over: Fraction)
  case patternedSlow(Node, Node)
  /// Each cycle several times.
  case replicate(Node, Fraction)
  case euclid(Node, Bits)
  case patternedEuclid(Node, onsets: Node, slots: Node, rotation: Node)
  case degrade(Node, Double, construct: Int)
  case choice([Node], construct: Int)
  case range(Node, Node)
  case index(Node, Node)

  struct Slot: Sendable {
    let begin: Fraction
    let length: Fraction
    let node: Node
  }

  /// A Euclidean rhythm and by how many slots it is turned left.
  struct Bits: Sendable {
    let slots: [Bool]
    let rotation: Int

    /// Parameters out of range are brought into it, as nothing may fail while it plays.
    init(onsets: Fraction, slots: Fraction, rotation: Fraction) {
      let count = min(max(1, slots.floor), Bounds.stepsPerCycle)
      self.slots = euclideanRhythm(onsets: min(max(-count, onsets.floor), count), slots: count)
      self.rotation = ((rotation.floor % count) + count) % count
    }
  }
}

extension Node {
  init(_ pattern: Pattern) throws(MusicError) {
    switch pattern {
    case .silence: self = .silence
    case .value(let value, let place): self = .value(value, place)
    case .sequence(let steps): self = try .sequence(steps).node
    case .stack(let parts): self = .stack(try Self.nodes(of: parts))
    case .alternation(let steps):
      let (node, weight) = try Self.sequence(steps)
      self = weight == 0 ? .silence : .fast(node, try weight.reciprocal())
    case .polymetre(let rows, let rate): self = try .polymetre(rows, rate: rate)
    case .fast(let inner, let factor):
      self = try .sped(Node(inner), by: factor)
    case .slow(let inner, let factor):
      self = try .slowed(Node(inner), by: factor)
    case .replicate(let inner, let times):
      self = times > 0 ? .replicate(try Node(inner), times) : .silence
    case .euclid(let inner, let onsets, let slots, let rotation):
      self = try .euclid(Node(inner), onsets, slots, rotation ?? .value(.number(0), .none))
    case .degrade(let inner, let probability, let construct):
      self = .degrade(try Node(inner), probability.approximation, construct: construct)
    case .choice(let parts, let construct):
      self = parts.isEmpty ? .silence : .choice(try Self.nodes(of: parts), construct: construct)
    case .range(let lower, let upper): self = .range(try Node(lower), try Node(upper))
    case .index(let inner, let variant): self = .index(try Node(inner), try Node(variant))
    }
  }

  private static func nodes(of patterns: [Pattern]) throws(MusicError) -> [Node] {
    var nodes: [Node] = []
    for pattern in patterns { nodes.append(try Node(pattern)) }
    return nodes
  }

  private static func sequence(
    _ steps: [Pattern.Step]
  ) throws(MusicError) -> (node: Node, weight: Fraction) {
    var weight = Fraction.zero
    for step in steps { weight = try weight + step.weight }
    guard steps.count > 1 else {
      return (
        try steps.first.map { step throws(MusicError) in try Node(step.pattern) } ?? .silence,
        weight
      )
    }
    var slots: [Slot] = []
    var begin = Fraction.zero
    for step in steps {
      let length = try step.weight / weight
      slots.append(Slot(begin: begin, length: length, node: try Node(step.pattern)))
      begin = try begin + length
    }
    return (.slots(slots), weight)
  }

  private static func polymetre(
    _ rows: [[Pattern.Step]], rate: Pattern?
  ) throws(MusicError) -> Node {
    var common: Fraction?
    var nodes: [Node] = []
    for row in rows {
      let (node, weight) = try sequence(row)
      guard weight > 0 else { continue }
      if let rate {
        nodes.append(try sped(node, by: rate, over: weight))
      } else {
        let steps = common ?? weight
        common = steps
        nodes.append(.fast(node, try steps / weight))
      }
    }
    return .stack(nodes)
  }

  private static func sped(
    _ node: Node, by factor: Pattern, over divisor: Fraction = 1
  ) throws(MusicError) -> Node {
    if case .value(.number(let number), _) = factor {
      return number > 0 ? .fast(node, try number / divisor) : .silence
    }
    return .patternedFast(node, try Node(factor), over: divisor)
  }

  private static func slowed(_ node: Node, by factor: Pattern) throws(MusicError) -> Node {
    if case .value(.number(let number), _) = factor {
      return number > 0 ? .fast(node, try number.reciprocal()) : .silence
    }
    return .patternedSlow(node, try Node(factor))
  }

  private static func euclid(
    _ node: Node, _ onsets: Pattern, _ slots: Pattern, _ rotation: Pattern
  ) throws(MusicError) -> Node {
    if case .value(.number(let onsets), _) = onsets, case .value(.number(let slots), _) = slots,
      case .value(.number(let rotation), _) = rotation
    {
      return .euclid(node, Bits(onsets: onsets, slots: slots, rotation: rotation))
    }
    return .patternedEuclid(
      node, onsets: try Node(onsets), slots: try Node(slots), rotation: try Node(rotation))
  }
}
