/// Reads the events of a track.
///
/// Whole channel messages are read in a loop without bounds checks, as long as enough bytes follow;
/// everything else, and everything that is wrong, one event at a time.
struct TrackReader {
  let bytes: UnsafeBufferPointer<UInt8>
  let start: Int
  let declaredEnd: Int
  let fileEnd: Int
  private let number: Int
  private let isStrict: Bool

  /// The next byte.
  var position: Int
  /// Where the track is taken to end, if its events do not say so before.
  var bound: Int
  /// Where reading stops: at the bound, or at an event that is not whole.
  var limit: Int
  private(set) var repairs: [Repair] = []
  private(set) var usesRunningStatus = false

  private var tick = 0
  private var running: UInt8 = 0
  /// Whether a meta or sysex event came since the running status was set.
  private var isBroken = false
  var isExtended = false
  private var pages: [Track.Page] = []
  private var contents = Contents()
  /// How many events were read before this part of the track.
  private var eventsBefore = 0
  /// The tick at which the track says that it ends.
  var end: Int?
  /// Where the event that is being read begins, and when the one before was.
  private var begin = (position: 0, tick: 0)

  /// The most bytes of a channel message with its time, with four bytes to a number.
  private static let longestMessage = 7

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, length: Int, fileEnd: Int, number: Int,
    isStrict: Bool
  ) {
    self.bytes = bytes
    self.start = start
    self.fileEnd = fileEnd
    self.number = number
    self.isStrict = isStrict
    position = start
    declaredEnd = start + length
    bound = min(fileEnd, declaredEnd)
    limit = bound
  }

  mutating func note(_ kind: Repair.Kind, at offset: Int) throws(MIDIFileError) {
    let repair = Repair(kind: kind, track: number, offset: offset)
    // An event that broke off is read again when the track goes on.
    if isExtended && repairs.suffix(4).contains(repair) { return }
    if isStrict { throw .refused(repair) }
    repairs.append(repair)
  }

  mutating func read() throws(MIDIFileError) -> Track {
    var records: [Track.Record] = []
    repeat {
      let part = try readPart()
      if records.isEmpty { records = part } else { records += part }
      eventsBefore = records.count
    } while try extend()
    try finish()
    return Track(
      records: records, pages: pages, contents: contents,
      end: max(end ?? 0, tick))
  }

  /// Tracks of fewer records are kept without room to spare, so that many small files lie close together.
  private static let fewRecords = 1 << 12

  /// Reads up to the limit or the end of the track.
  private mutating func readPart() throws(MIDIFileError) -> [Track.Record] {
    // A message takes two bytes at least: its time and, under running status, its data.
    let capacity = (limit - position) / 2 + 1
    var failure: MIDIFileError?
    let records = [Track.Record](unsafeUninitializedCapacity: capacity) { buffer, count in
      LargePages.ask(for: UnsafeMutableRawBufferPointer(buffer))
      failure = fill(buffer, &count)
    }
    if let failure { throw failure }
    // A track that says to have much more than it has does not keep the memory.
    return capacity < Self.fewRecords || records.count < capacity / 4
      ? records.withUnsafeBufferPointer(Array.init) : records
  }

  /// Reads records into fresh memory; how it failed, where it did.
  private mutating func fill(
    _ buffer: UnsafeMutableBufferPointer<Track.Record>, _ count: inout Int
  ) -> MIDIFileError? {
    do throws(MIDIFileError) {
      while end == nil && position < limit {
        count = readMessages(into: buffer, count)
        guard position < limit, let record = try readEvent(number: eventsBefore + count) else {
          break
        }
        (buffer.baseAddress.map { $0 + count })?.initialize(to: record)
        count += 1
      }
      return nil
    } catch {
      return error
    }
  }

  /// Reads channel messages as long as they are plain and whole; how many there are then.
  private mutating func readMessages(
    into buffer: UnsafeMutableBufferPointer<Track.Record>, _ count: Int
  ) -> Int {
    guard let base = bytes.baseAddress, let records = buffer.baseAddress else { return count }
    let safeEnd = limit - Self.longestMessage
    let pageTick = pages.current.tick
    var (count, place, tick, running) = (count, position, tick - pageTick, isBroken ? 0 : running)
    var omitted = false
    while place <= safeEnd {
      var next = place
      var delta = Int(base[next])
      next += 1
      if delta >= 0x80 {
        guard let (number, length) = Self.number(base + place), length > 0 else { break }
        delta = number
        next = place + length
      }
      var status = base[next]
      if status < 0x80 {
        guard running != 0 else { break }
        status = running
        omitted = true
      } else {
        guard status < 0xF0 else { break }
        next += 1
      }
      let first = base[next]
      var second: UInt8 = 0
      next += 1
      if Message.dataCount(of: status) == 2 {
        second = base[next]
        next += 1
      }
      guard (first | second) < 0x80, tick + delta <= Track.Page.most.tick else { break }
      tick += delta
      (records + count).initialize(
        to: Track.Record(
          tick: UInt32(truncatingIfNeeded: tick), status: status, first, second))
      count += 1
      running = status
      place = next
    }
    if place > position {
      (position, self.tick, self.running, isBroken) = (place, tick + pageTick, running, false)
      usesRunningStatus = usesRunningStatus || omitted
    }
    return count
  }

  /// A number of two to four bytes that is not padded.
  @inline(__always)
  private static func number(_ bytes: UnsafePointer<UInt8>) -> (Int, Int)? {
    guard bytes[0] != 0x80 else { return nil }
    var number = Int(bytes[0] & 0x7F)
    for index in 1..<4 {
      number = number << 7 | Int(bytes[index] & 0x7F)
      if bytes[index] < 0x80 { return (number, index + 1) }
    }
    return nil
  }
}

// MARK: One event at a time

extension TrackReader {
  /// The next event, whatever it is; nothing at the end, or where the track breaks off.
  private mutating func readEvent(number: Int) throws(MIDIFileError) -> Track.Record? {
    while position < limit {
      begin = (position, tick)
      guard let delta = try readNumber() else { return breakOff() }
      guard position < limit else { return breakOff() }
      tick += delta
      switch bytes[position] {
      case 0xF0, 0xF7, 0xFF: return try readContent(number)
      case 0xF1...0xFE:
        try note(.strayStatus, at: position)
        passOver(dataBytes: bytes[position] == 0xF2 ? 2 : bytes[position] <= 0xF3 ? 1 : 0)
      default:
        if let record = try readMessage(number) { return record }
        if position >= limit { return nil }
      }
    }
    return nil
  }

  /// Passes over a byte, and over so many data bytes behind it if there are so many.
  private mutating func passOver(dataBytes count: Int) {
    let most = min(limit, position + 1 + count)
    repeat { position += 1 } while position < most && bytes[position] < 0x80
  }

  /// A channel message; nothing where it is not whole or has no status.
  private mutating func readMessage(_ number: Int) throws(MIDIFileError) -> Track.Record? {
    let isOmitted = bytes[position] < 0x80
    let status = isOmitted ? running : bytes[position]
    guard status != 0 else {
      try note(.missingStatus, at: position)
      passOver(dataBytes: 1)
      return nil
    }
    if !isOmitted { position += 1 }
    if isOmitted && isBroken { try note(.brokenRunningStatus, at: position) }
    let count = Message.dataCount(of: status)
    guard position + count <= limit else { return breakOff() }
    let (first, second) = (bytes[position], count == 2 ? bytes[position + 1] : 0)
    if (first | second) >= 0x80 { try note(.highDataByte, at: position + (first < 0x80 ? 1 : 0)) }
    if isOmitted && !isBroken { usesRunningStatus = true }
    position += count
    (running, isBroken) = (status, false)
    let page = pages.page(for: tick, content: contents.end, event: number)
    return Track.Record(
      tick: UInt32(truncatingIfNeeded: tick - page.tick), status: status, first & 0x7F,
      second & 0x7F)
  }

  /// A meta or sysex event; nothing where it ends the track or is not whole.
  private mutating func readContent(_ number: Int) throws(MIDIFileError) -> Track.Record? {
    let place = position
    let status = bytes[position]
    position += 1
    var type: UInt8 = 0
    if status == 0xFF {
      guard position < limit else { return breakOff() }
      type = bytes[position]
      position += 1
    }
    guard let length = try readNumber(), position + length <= limit else { return breakOff() }
    let content = bytes[position..<position + length]
    position += length
    isBroken = true
    if status == 0xFF && type == 0x2F {
      if length != 0 { try note(.badMetaEvent, at: place) }
      end = tick
      return nil
    }
    if status == 0xFF && MetaEvent(type: type, content: content) == nil {
      try note(.badMetaEvent, at: place)
    }
    let page = pages.page(for: tick, content: contents.end, event: number)
    let record = Track.Record(
      tick: UInt32(truncatingIfNeeded: tick - page.tick), status: status,
      content: contents.end - page.content)
    contents.append(type: status == 0xFF ? type : nil, content)
    return record
  }

  /// A number of any length; nothing where it is not whole.
  private mutating func readNumber() throws(MIDIFileError) -> Int? {
    let begin = position
    var number = 0
    while position < limit {
      let byte = bytes[position]
      position += 1
      number = min(number, 1 << 28) << 7 | Int(byte & 0x7F)
      guard byte < 0x80 else { continue }
      if position - begin > 4 {
        try note(.longNumber, at: begin)
        number = min(number, VariableLength.numbers.upperBound)
      } else if position - begin > 1, bytes[begin] == 0x80 {
        try note(.paddedNumber, at: begin)
      }
      return number
    }
    return nil
  }

  /// Stops before an event that is not whole, so that it is read again if the track goes on.
  private mutating func breakOff() -> Track.Record? {
    (position, tick) = begin
    limit = position
    return nil
  }
}
