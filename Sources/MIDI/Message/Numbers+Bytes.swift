import Music

extension Key {
  /// The key of a data byte, of which the highest bit is left out.
  init(data: UInt8) {
    self.init(clamping: Int(data & 0x7F))
  }
}

extension Level {
  /// The level of a data byte, of which the highest bit is left out.
  init(data: UInt8) {
    self.init(clamping: Int(data & 0x7F))
  }

  var byte: UInt8 { UInt8(value) }
}

extension Program {
  /// The program of a data byte, of which the highest bit is left out.
  init(data: UInt8) {
    self.init(clamping: Int(data & 0x7F) + 1)
  }

  var byte: UInt8 { UInt8(number - 1) }
}

extension Channel {
  /// The channel in the low four bits of a status byte.
  init(status: UInt8) {
    self.init(clamping: Int(status & 0x0F) + 1)
  }

  var byte: UInt8 { UInt8(number - 1) }
}

extension Controller {
  /// The controller of a data byte, of which the highest bit is left out.
  init(data: UInt8) {
    self.init(clamping: Int(data & 0x7F))
  }

  var byte: UInt8 { UInt8(number) }
}
