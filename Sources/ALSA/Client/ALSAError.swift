import CALSA
import Glibc

/// A call that ALSA refused.
public struct ALSAError: Error, Hashable, CustomStringConvertible {
  /// What was being done, such as `open the sequencer`.
  public let attempt: String

  /// The negative number that ALSA answered with: an `errno`, negated.
  public let code: CInt

  /// What failed, why, and what to do where that is known.
  public var description: String {
    let reason = "cannot \(attempt): \(String(cString: snd_strerror(code)))"
    return switch -code {
    case ENOENT, ENODEV:
      "\(reason)\nload the sequencer of ALSA with 'sudo modprobe snd-seq'; a container needs '--device /dev/snd'"
    case EACCES: "\(reason)\njoin the group that may play with 'sudo adduser $USER audio'"
    default: reason
    }
  }
}

/// Calls ALSA, whose functions answer with a negative number when they fail.
@discardableResult
func check(_ attempt: String, _ call: () -> CInt) throws(ALSAError) -> CInt {
  let answer = call()
  guard answer >= 0 else { throw ALSAError(attempt: attempt, code: answer) }
  return answer
}
