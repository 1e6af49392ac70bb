import CALSA
import Glibc

/// The right of a thread to run at once when its time has come.
public enum RealTime {
  /// Asks for it, for the thread that calls; programs that it starts do not have it.
  ///
  /// Wraps `sched_setscheduler` with `SCHED_FIFO` and `SCHED_RESET_ON_FORK`. Where it is refused,
  /// timers wake the thread at least as exactly as they can.
  ///
  /// - Parameter priority: From 1 to 99, cut to what the user may have (`ulimit -r`); that of sound
  ///   servers is most often about 80, so that they go first.
  /// - Returns: Whether it was given.
  @discardableResult
  public static func ask(priority: Int = 50) -> Bool {
    calsa_wake_exactly()
    var limit = rlimit()
    getrlimit(CInt(__RLIMIT_RTPRIO.rawValue), &limit)
    return [priority, min(priority, Int(clamping: limit.rlim_cur))].contains { priority in
      var parameter = sched_param(sched_priority: CInt(clamping: priority))
      return sched_setscheduler(0, SCHED_FIFO | calsa_reset_on_fork, &parameter) == 0
    }
  }
}
