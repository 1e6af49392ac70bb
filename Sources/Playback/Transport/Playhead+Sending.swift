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
    for route in lines.indices { each(at: time, on: route, &events, change) }
  }

  /// Sends what a line has to say, where it is open.
  mutating func each(
    at time: Duration, on route: Int, _ events: inout [DueEvent],
    _ change: (inout Line) -> [Message]
  ) {
    guard lines[route].isOpen else { return }
    events += change(&lines[route]).map { DueEvent(.message($0), at: time, on: route) }
  }

  /// Sets the channels of a route as they would be had it been played from the beginning.
  func states(on route: Int, before index: Int) -> [Channel: ChannelState] {
    var states: [Channel: ChannelState] = [:]
    for setting in schedule.settings.prefix(while: { $0 < index }) {
      let entry = schedule.entries[setting]
      guard case .message(let message) = entry.event, exits[entry.track].contains(route) else {
        continue
      }
      states[message.channel, default: ChannelState()].note(message)
    }
    return states
  }

  /// Sets the channels of a route to which somebody listens.
  mutating func open(_ route: Int, at time: Duration, _ events: inout [DueEvent]) {
    guard lines[route].isOpen else { return }
    let states = states(on: route, before: next)
    each(at: time, on: route, &events) { $0.set(states) }
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
