import ALSA
import Composer
import MIDI
import Music
import Notation

/// What stops a verb: the message for the user, and the code for the shell.
struct Failure: Error {
  /// The exit codes, after `sysexits.h`.
  enum Code: Int32 {
    case usage = 64
    case badText = 65
    case noInput = 66
    case noSequencer = 69
    case cannotWrite = 73
    case disk = 74
  }

  let code: Code
  let message: String
}

extension Failure {
  init(_ error: LibraryError) {
    switch error {
    case .notation: self.init(code: .badText, message: error.description)
    default: self.init(code: .noInput, message: error.description)
    }
  }

  init(_ error: NotationError) {
    self.init(code: .badText, message: error.description)
  }

  init(_ error: ALSAError) {
    self.init(code: .noSequencer, message: "error: \(error.description)")
  }

  /// A fault of something that was read without a fault, so that only its name can be pointed at.
  init(_ error: some CustomStringConvertible & Error, in name: String) {
    self.init(code: .badText, message: "\(name.printable): error: \(error.description)")
  }
}
