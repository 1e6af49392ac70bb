/// A loop that only takes the events of plain files apart: the limit for any reader.
///
/// It keeps 8 bytes an event, checks nothing and understands nothing but channel messages and the
/// metas between them.
enum Decoding {
  static func run(_ files: [[UInt8]]) {
    for file in files {
      let records = [UInt64](unsafeUninitializedCapacity: file.count / 2) { buffer, count in
        file.withUnsafeBufferPointer { count = decode($0, into: buffer) }
      }
      precondition(!records.isEmpty, "the records are used")
    }
  }

  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, into records: UnsafeMutableBufferPointer<UInt64>
  ) -> Int {
    guard let base = bytes.baseAddress, let kept = records.baseAddress else { return 0 }
    var count = 0
    var place = 14
    while place + 8 < bytes.count {
      place += 8
      var tick: UInt64 = 0
      var status: UInt8 = 0
      while true {
        var delta = UInt64(base[place] & 0x7F)
        while base[place] >= 0x80 {
          place += 1
          delta = delta << 7 | UInt64(base[place] & 0x7F)
        }
        place += 1
        tick &+= delta
        if base[place] >= 0x80 {
          status = base[place]
          place += 1
        }
        if status == 0xFF {
          let length = Int(base[place + 1])
          let isEnd = base[place] == 0x2F
          place += 2 + length
          if isEnd { break }
          continue
        }
        let second = status & 0xE0 == 0xC0 ? 0 : UInt64(base[place + 1])
        kept[count] = tick << 24 | UInt64(status) << 16 | UInt64(base[place]) << 8 | second
        count += 1
        place += status & 0xE0 == 0xC0 ? 1 : 2
      }
    }
    return count
  }
}
