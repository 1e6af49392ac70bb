import MIDI
import Music

/// What is sent on each route.
extension Playhead {
  mutating func send(
    _ entry: Schedule.Entry, at time: Duration, _ events: inout [DueEvent]
  ) {
    for route in exits[entry.track] where lines[route].isOpen {
      switch entry.event {
      case .message(let message):
        if message.isNote, !mix.plays(entry.track) { continue }
        guard lines[route].take(message, from: entry.track) else { continue }
      default: break
      }
      events.append(DueEvent(entry.event, at: time, on: route))
    }
  }

  /// Sends something of the clock to all who listen.
  func send(_ event: PortEvent, at time: Duration, _ events: inout [DueEvent]) {
    guard plan.sendsClock else { return }
    for route in lines.indices where lines[route].isOpen && !lines[route].awaitsPosition {
      events.append(DueEvent(event, at: time, on: route))
    }
  }

  /// Sends what each line that is open has to say.
  mutating func each(
    at time: Duration, _ events: inout [DueEvent], _ change: (inout Line) -> [Message]
  ) {
    for route in lines.indices where lines[route].isOpen {
      for message in change(&lines[route]) {
        events.append(DueEvent(.message(message), at: time, on: route))
      }
    }
  }

  /// Sets the channels of a route as they would be had it been played from the beginning.
  func states(on route: Int, before index: Int) -> [Channel: ChannelState] {
    var states: [Channel: ChannelState] = [:]
    for entry in schedule.entries[..<index] where exits[entry.track].contains(route) {
      guard case .message(let message) = entry.event, !message.isNote else { continue }
      states[message.channel, default: ChannelState()].note(message)
    }
    return states
  }

  /// Sets the channels of a route to which somebody listens.
  mutating func open(_ route: Int, at time: Duration, _ events: inout [DueEvent]) {
    guard lines[route].isOpen else { return }
    for message in lines[route].set(states(on: route, before: next)) {
      events.append(DueEvent(.message(message), at: time, on: route))
    }
  }

  /// The channels that are used on a route.
  func channels(on route: Int) -> Set<Channel> {
    schedule.entries.reduce(into: []) { channels, entry in
      guard case .message(let message) = entry.event, exits[entry.track].contains(route) else {
        return
      }
      channels.insert(message.channel)
    }
  }
}

extension Message {
  fileprivate var isNote: Bool {
    switch self {
    case .noteOn, .noteOff: true
    default: false
    }
  }
}
