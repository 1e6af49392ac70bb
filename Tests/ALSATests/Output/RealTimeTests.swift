import Glibc
import Testing

@testable import ALSA

@Suite struct RealTimeTests {
  @Test func `the right is told of as it is`() {
    let was = sched_getscheduler(0)
    let isGiven = RealTime.ask()
    defer {
      var parameter = sched_param(sched_priority: 0)
      sched_setscheduler(0, was & 0xF, &parameter)
    }
    var parameter = sched_param()
    sched_getparam(0, &parameter)
    let scheduler = sched_getscheduler(0) & 0xF
    #expect(isGiven == (scheduler == SCHED_FIFO))
    #expect(!isGiven || (1...50).contains(parameter.sched_priority))
    // A thread of its own that it starts has no such right.
    var thread = pthread_t()
    pthread_create(
      &thread, nil, { _ in UnsafeMutableRawPointer(bitPattern: Int(sched_getscheduler(0)) + 1) },
      nil)
    var answer: UnsafeMutableRawPointer?
    pthread_join(thread, &answer)
    #expect(!isGiven || Int(bitPattern: answer) - 1 == Int(SCHED_OTHER))
  }
}
