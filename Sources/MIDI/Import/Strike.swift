/// A key that goes down in a file.
struct Strike: Hashable {
  /// When it goes down, in ticks.
  let on: Int
  /// When it goes up, in ticks, or the same key of its channel is struck again.
  var off: Int
  /// Its track, counted from 0.
  let track: Int
  /// Its channel, from 0 to 15.
  let channel: UInt8
  /// The number of the key.
  let key: UInt8
  /// How hard, from 1 on.
  let velocity: UInt8
}

/// The keys that go down in a track, and on which program.
struct StrikeReader {
  /// Keys of one number and channel that are down, the oldest first.
  private struct Waiting {
    /// How many went down before all that are wanted.
    var before = 0
    /// The place of the oldest wanted strike, below zero for none.
    var oldest = -1
    /// The place of the newest.
    var newest = -1
  }

  /// The keys that went down between two times, in order.
  private(set) var strikes: [Strike] = []
  /// The program of each channel at its first strike, or the last one where it has none; from 0.
  private(set) var programs = [UInt8?](repeating: nil, count: 16)

  /// The place of the next strike of the same key, for each strike.
  private var next: [Int] = []
  private var waiting = [Waiting](repeating: Waiting(), count: 16 * 128)
  /// How many wanted keys are down.
  private var open = 0
  /// A bit for each channel with a strike.
  private var struck: UInt16 = 0

  private let number: Int
  private let ticks: Range<Int>
  private let most: Int

  /// Reads the strikes of some channels.
  ///
  /// A note-on of velocity 0 is a note-off; the first note-off of a key ends the first note-on.
  /// What never goes up lasts to the end of the piece.
  ///
  /// `channels` has a bit for each channel that is wanted; there is nothing where there are more
  /// strikes than the most.
  ///
  /// - Complexity: O(n) for the events before the last wanted key goes up.
  init?(
    _ track: Track, number: Int, in ticks: Range<Int>, end: Int, channels: UInt16, most: Int
  ) {
    (self.number, self.ticks, self.most) = (number, ticks, most)
    let pages = [Track.Page()] + track.pages
    for (index, page) in pages.enumerated() {
      let end = index + 1 < pages.count ? pages[index + 1].first : track.records.count
      for record in track.records[page.first..<end] where record.status < 0xF0 {
        guard channels & 1 << UInt16(record.status & 0x0F) != 0 else { continue }
        let tick = page.tick + Int(record.tick)
        if tick >= ticks.upperBound && open == 0 { break }
        read(record, at: tick)
        guard strikes.count <= most else { return nil }
      }
    }
    for index in strikes.indices where strikes[index].off == Int.max {
      strikes[index].off = max(end, strikes[index].on + 1)
    }
  }

  private mutating func read(_ record: Track.Record, at tick: Int) {
    let channel = record.status & 0x0F
    let slot = Int(channel) * 128 + Int(record.first)
    switch record.status & 0xF0 {
    case 0x90 where record.second > 0:
      let newest = waiting[slot].newest
      if newest >= 0 { end(newest, at: tick) }
      if tick < ticks.lowerBound { waiting[slot].before += 1 }
      guard ticks.contains(tick) else { return }
      struck |= 1 << UInt16(channel)
      if newest >= 0 { next[newest] = strikes.count } else { waiting[slot].oldest = strikes.count }
      waiting[slot].newest = strikes.count
      next.append(-1)
      open += 1
      strikes.append(
        Strike(
          on: tick, off: Int.max, track: number, channel: channel, key: record.first,
          velocity: record.second))
    case 0x80, 0x90: letGo(slot, at: tick)
    case 0xC0: if struck & 1 << UInt16(channel) == 0 { programs[Int(channel)] = record.first }
    default: break
    }
  }

  /// The oldest key of a slot goes up.
  private mutating func letGo(_ slot: Int, at tick: Int) {
    guard waiting[slot].before == 0 else {
      waiting[slot].before -= 1
      return
    }
    let oldest = waiting[slot].oldest
    guard oldest >= 0 else { return }
    end(oldest, at: tick)
    waiting[slot].oldest = next[oldest]
    if next[oldest] < 0 { waiting[slot].newest = -1 }
    open -= 1
  }

  private mutating func end(_ strike: Int, at tick: Int) {
    strikes[strike].off = min(strikes[strike].off, max(tick, strikes[strike].on + 1))
  }
}
