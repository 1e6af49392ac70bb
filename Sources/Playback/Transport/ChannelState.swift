import MIDI
import Music

/// How a channel of a synth is set: what it was told, beside notes.
struct ChannelState: Hashable, Sendable {
  /// A parameter with a number of its own, by the controllers that choose it.
  ///
  /// Source: *MIDI 1.0 Detailed Specification*, registered and non-registered parameter numbers.
  struct Parameter: Hashable, Sendable {
    var isRegistered = true
    var high = Level(clamping: 127)
    var low = Level(clamping: 127)

    /// Whether it is none, so that data change nothing.
    var isNone: Bool { high.value == 127 && low.value == 127 }
  }

  private var program: Program?
  private var controllers: [Controller: Level] = [:]
  private var bend = Bend.none
  private var pressure = Level(clamping: 0)
  private var chosen = Parameter()
  private var parameters: [Parameter: [Controller: Level]] = [:]

  /// What a controller is after a reset, of those that a reset puts back.
  ///
  /// Source: *Response to Reset All Controllers* (RP-015).
  private static let resets: [Controller: Level] = [
    .modulation: Level(clamping: 0), .expression: Level(clamping: 127),
    .sustain: Level(clamping: 0), Controller(clamping: 65): Level(clamping: 0),
    Controller(clamping: 66): Level(clamping: 0), Controller(clamping: 67): Level(clamping: 0),
  ]

  /// Whether something is set that a reset would put back.
  var isTurned: Bool {
    bend != .none || pressure.value > 0
      || Self.resets.contains { (controllers[$0.key] ?? $0.value) != $0.value }
  }

  /// Takes note of a message.
  mutating func note(_ message: Message) {
    switch message {
    case .noteOn, .noteOff, .keyPressure: break
    case .program(let program, _): self.program = program
    case .channelPressure(let level, _): pressure = level
    case .bend(let bend, _): self.bend = bend
    case .control(let controller, let level, _): note(controller, level)
    }
  }

  private mutating func note(_ controller: Controller, _ level: Level) {
    switch controller.number {
    case 98, 99, 100, 101:
      chosen.isRegistered = controller.number >= 100
      if controller.number % 2 == 0 { chosen.low = level } else { chosen.high = level }
    case 6, 38: if !chosen.isNone { parameters[chosen, default: [:]][controller] = level }
    case 96, 97, 120, 123...127: break
    case 121: reset()
    default: controllers[controller] = level
    }
  }

  /// What a reset of all controllers puts back.
  mutating func reset() {
    (bend, pressure, chosen) = (.none, Level(clamping: 0), Parameter())
    for controller in Self.resets.keys { controllers[controller] = nil }
  }

  /// The messages that bring a channel from one state into another, as far as messages can.
  func messages(from old: ChannelState, on channel: Channel) -> [Message] {
    var messages: [Message] = []
    func turn(_ controller: Controller, _ level: Level) {
      messages.append(.control(controller, level, channel))
    }
    let banks: [Controller] = [.bankHigh, .bankLow]
    let changesBank = banks.contains {
      controllers[$0] != nil && controllers[$0] != old.controllers[$0]
    }
    if let program, changesBank || program != old.program {
      for bank in banks { if let level = controllers[bank] { turn(bank, level) } }
      messages.append(.program(program, channel))
    }
    for (controller, level) in controllers.sorted(by: { $0.key.number < $1.key.number })
    where !banks.contains(controller) && level != old.controllers[controller] {
      turn(controller, level)
    }
    for (controller, usual) in Self.resets.sorted(by: { $0.key.number < $1.key.number })
    where controllers[controller] == nil && (old.controllers[controller] ?? usual) != usual {
      turn(controller, usual)
    }
    messages += parameterMessages(from: old, on: channel)
    if pressure != old.pressure { messages.append(.channelPressure(pressure, channel)) }
    if bend != old.bend { messages.append(.bend(bend, channel)) }
    return messages
  }

  private func parameterMessages(from old: ChannelState, on channel: Channel) -> [Message] {
    let changed = parameters.filter { $0.value != old.parameters[$0.key] }
    guard !changed.isEmpty || chosen != old.chosen else { return [] }
    let choose = { (parameter: Parameter) -> [Message] in
      let first = parameter.isRegistered ? 100 : 98
      return [
        .control(Controller(clamping: first + 1), parameter.high, channel),
        .control(Controller(clamping: first), parameter.low, channel),
      ]
    }
    let data = changed.sorted { $0.key.order < $1.key.order }.flatMap { parameter, levels in
      choose(parameter)
        + levels.sorted { $0.key.number < $1.key.number }
        .map { Message.control($0.key, $0.value, channel) }
    }
    return data + choose(chosen)
  }
}

extension ChannelState.Parameter {
  fileprivate var order: Int { (isRegistered ? 0 : 1 << 14) + high.value << 7 + low.value }
}
