/// The events of a track, in order.
///
/// An event takes 8 bytes, and what a system exclusive or meta event holds besides.
public struct Track: Sendable {
  /// An event as it is kept.
  package struct Record: Hashable, Sendable {
    /// Ticks since its page began.
    let tick: UInt32
    /// The status byte: 80 to EF, or F0, F7 or FF.
    package let status: UInt8
    /// The data bytes of a message, 0 where there is none; else where in its page the content of the
    /// event is, the least byte first.
    let first, second, third: UInt8

    /// A channel message.
    @inline(__always)
    init(tick: UInt32, status: UInt8, _ first: UInt8, _ second: UInt8) {
      (self.tick, self.status, self.first, self.second, third) = (tick, status, first, second, 0)
    }

    /// An event with a content.
    init(tick: UInt32, status: UInt8, content: Int) {
      self.tick = tick
      self.status = status
      first = UInt8(truncatingIfNeeded: content)
      second = UInt8(truncatingIfNeeded: content >> 8)
      third = UInt8(truncatingIfNeeded: content >> 16)
    }

    /// Where in its page the content of the event is.
    var content: Int { Int(first) | Int(second) << 8 | Int(third) << 16 }
  }

  /// Events whose times and contents are counted from here on: as many as 32 and 24 bits can tell
  /// apart.
  struct Page: Hashable, Sendable {
    /// The number of its first event.
    var first = 0
    /// The tick from which its events count.
    var tick = 0
    /// The place in the contents from which its events count.
    var content = 0

    /// The greatest numbers of a page.
    static let most = (tick: Int(UInt32.max), content: 0xFF_FFFF)
  }

  package private(set) var records: [Record] = []
  /// The pages behind the first, which counts from 0.
  private(set) var pages: [Page] = []
  package private(set) var contents = Contents()

  /// Where the track ends, in ticks: never before its last event.
  public var end: Int {
    get { Swift.max(storedEnd, lastTick) }
    set { storedEnd = newValue }
  }

  private var storedEnd = 0

  /// A track without events.
  public init() {}

  /// A track of some events, which are in order of their ticks.
  ///
  /// - Precondition: No tick is before the one before, or below zero.
  public init(_ events: some Sequence<TimedEvent>, end: Int = 0) {
    for event in events { append(event.event, at: event.tick) }
    storedEnd = end
  }

  /// A track that was read.
  init(records: [Record], pages: [Page], contents: Contents, end: Int) {
    self.records = records
    self.pages = pages
    self.contents = contents
    storedEnd = end
  }

  /// Adds an event behind all others.
  ///
  /// - Precondition: The tick is not before that of the last event, or below zero; a content has
  ///   less than 2^28 bytes, and none is an end of track, which ``end`` says.
  public mutating func append(_ event: TrackEvent, at tick: Int) {
    precondition(tick >= lastTick, "events are in order of their ticks")
    let page = pages.page(for: tick, content: contents.end, event: records.count)
    let place = UInt32(truncatingIfNeeded: tick - page.tick)
    let content = contents.end - page.content
    switch event {
    case .message(let message):
      let (status, first, second) = message.bytes
      records.append(Record(tick: place, status: status, first, second))
    case .meta(let meta):
      let (type, bytes) = meta.bytes
      precondition(type != 0x2F, "only the end of a track ends it")
      records.append(Record(tick: place, status: 0xFF, content: content))
      contents.append(type: type, bytes)
    case .systemExclusive(let bytes):
      records.append(Record(tick: place, status: 0xF0, content: content))
      contents.append(bytes)
    case .escape(let bytes):
      records.append(Record(tick: place, status: 0xF7, content: content))
      contents.append(bytes)
    }
  }

  /// The tick of the last event.
  private var lastTick: Int {
    records.last.map { pages.current.tick + Int($0.tick) } ?? 0
  }
}

extension [Track.Page] {
  /// The page of the next event: the last one, or a new one where its numbers do not reach.
  ///
  /// The one rule by which pages begin, so that equal events are kept alike.
  mutating func page(for tick: Int, content: Int, event: Int) -> Track.Page {
    let last = current
    guard
      tick - last.tick > Track.Page.most.tick || content - last.content > Track.Page.most.content
    else { return last }
    let page = Track.Page(first: event, tick: tick, content: content)
    append(page)
    return page
  }

  /// The page of the last event.
  var current: Track.Page { last ?? Track.Page() }

  /// The page of an event.
  func page(of event: Int) -> Track.Page {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].first <= event { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? Track.Page() : self[low - 1]
  }
}

extension Track: RandomAccessCollection {
  /// The place of the first event: 0.
  public var startIndex: Int { 0 }

  /// The number of events.
  public var endIndex: Int { records.count }

  /// The event at a place.
  ///
  /// - Complexity: O(1) in a track of less than 2^32 ticks and 2^24 bytes of contents, and O(log p) for p
  ///   times as many.
  public subscript(position: Int) -> TimedEvent {
    let record = records[position]
    let page = pages.page(of: position)
    return TimedEvent(event(of: record, on: page), at: page.tick + Int(record.tick))
  }

  private func event(of record: Record, on page: Page) -> TrackEvent {
    guard record.status >= 0xF0 else {
      return .message(Message(status: record.status, record.first, record.second))
    }
    let content = contents[page.content + record.content]
    switch record.status {
    case 0xF0: return .systemExclusive(Array(content))
    case 0xF7: return .escape(Array(content))
    default:
      let (type, rest) = (content[content.startIndex], content.dropFirst())
      return .meta(MetaEvent(type: type, content: rest) ?? .other(type, Array(rest)))
    }
  }
}

extension Track: Hashable {
  /// Whether both have the same events and end together.
  public static func == (left: Track, right: Track) -> Bool {
    left.end == right.end && left.records == right.records && left.pages == right.pages
      && left.contents == right.contents
  }

  /// Feeds the events and the end.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(end)
    hasher.combine(records)
    hasher.combine(contents)
  }
}
