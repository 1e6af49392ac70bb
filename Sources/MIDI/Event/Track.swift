/// The events of a track, in order.
///
/// An event takes 16 bytes, and what a system exclusive or meta event holds besides.
public struct Track: Sendable {
  /// An event as it is kept: its tick, its bytes, and where its content is.
  struct Record: Hashable, Sendable {
    var tick: Int
    /// The status byte: 80 to EF, or F0, F7 or FF.
    var status: UInt8
    /// The first data byte, or the type of a meta event.
    var first: UInt8
    /// The second data byte, 0 where there is none.
    var second: UInt8
    /// The number of the content, of events that have one.
    var content: UInt32
  }

  private(set) var records: [Record] = []
  /// The contents of all events that have one, one behind another.
  private(set) var contents: [UInt8] = []
  /// Where each content ends.
  private(set) var contentEnds: [Int] = []

  /// Where the track ends, in ticks: never before its last event.
  public var end: Int {
    get { Swift.max(storedEnd, records.last?.tick ?? 0) }
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

  /// A track of records that were read.
  init(records: [Record], contents: [UInt8], contentEnds: [Int], end: Int) {
    self.records = records
    self.contents = contents
    self.contentEnds = contentEnds
    storedEnd = end
  }

  /// Adds an event behind all others.
  ///
  /// - Precondition: The tick is not before that of the last event, or below zero; a content has
  ///   less than 2^28 bytes, and none is an end of track, which ``end`` says.
  public mutating func append(_ event: TrackEvent, at tick: Int) {
    precondition(tick >= records.last?.tick ?? 0, "events are in order of their ticks")
    switch event {
    case .message(let message):
      let (status, first, second) = message.bytes
      records.append(
        Record(tick: tick, status: status, first: first, second: second, content: 0))
    case .meta(let meta):
      let (type, content) = meta.bytes
      append(0xFF, type, content, at: tick)
    case .systemExclusive(let content): append(0xF0, 0, content, at: tick)
    case .escape(let content): append(0xF7, 0, content, at: tick)
    }
  }

  private mutating func append(_ status: UInt8, _ first: UInt8, _ content: [UInt8], at tick: Int) {
    precondition(
      VariableLength.numbers.contains(content.count) && !(status == 0xFF && first == 0x2F),
      "a content can be written, and only the end of a track ends it")
    records.append(
      Record(
        tick: tick, status: status, first: first, second: 0, content: UInt32(contentEnds.count)))
    contents += content
    contentEnds.append(contents.count)
  }

  /// The content of an event that has one.
  func content(of record: Record) -> ArraySlice<UInt8> {
    let index = Int(record.content)
    return contents[(index == 0 ? 0 : contentEnds[index - 1])..<contentEnds[index]]
  }
}

extension Track: RandomAccessCollection {
  /// The place of the first event: 0.
  public var startIndex: Int { 0 }

  /// The number of events.
  public var endIndex: Int { records.count }

  /// The event at a place.
  public subscript(position: Int) -> TimedEvent {
    let record = records[position]
    let event: TrackEvent =
      switch record.status {
      case 0xF0: .systemExclusive(Array(content(of: record)))
      case 0xF7: .escape(Array(content(of: record)))
      case 0xFF:
        .meta(
          MetaEvent(type: record.first, content: content(of: record))
            ?? .other(record.first, Array(content(of: record))))
      default: .message(Message(status: record.status, record.first, record.second))
      }
    return TimedEvent(event, at: record.tick)
  }
}

extension Track: Hashable {
  /// Whether both have the same events and end together.
  public static func == (left: Track, right: Track) -> Bool {
    left.end == right.end && left.records == right.records && left.contents == right.contents
      && left.contentEnds == right.contentEnds
  }

  /// Feeds the events and the end.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(end)
    hasher.combine(records)
    hasher.combine(contents)
  }
}
