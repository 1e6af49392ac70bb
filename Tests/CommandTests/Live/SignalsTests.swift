import Glibc
import Testing

@testable import Command

@Suite(.serialized) struct SignalsTests {
  private static var mask: Set<CInt> {
    var set = sigset_t()
    pthread_sigmask(SIG_BLOCK, nil, &set)
    return Set((1..<65).filter { sigismember(&set, $0) == 1 })
  }

  @Test(arguments: Signals.Kind.allCases)
  func `a signal is read, not suffered`(kind: Signals.Kind) throws {
    let signals = try present(Signals())
    #expect(signals.read().isEmpty)
    pthread_kill(pthread_self(), kind.number)
    #expect(isReadable(signals.descriptor))
    #expect(signals.read() == [kind])
    #expect(signals.read().isEmpty)
    #expect(!isReadable(signals.descriptor, within: 0))
  }

  @Test func `several signals are told once each`() throws {
    let signals = try present(Signals())
    for number in [SIGINT, SIGTERM, SIGINT, SIGHUP] { pthread_kill(pthread_self(), number) }
    let read = signals.read()
    #expect(Set(read) == [.interrupt, .terminate, .hangup])
    #expect(signals.read().isEmpty)
  }

  @Test func `the signals do what they did when it ends`() throws {
    let before = Self.mask
    do {
      let signals = try present(Signals())
      #expect(Self.mask == before.union(Signals.Kind.allCases.map(\.number)))
      #expect(fcntl(signals.descriptor, F_GETFD) & FD_CLOEXEC != 0)
    }
    #expect(Self.mask == before)
  }

  @Test func `an ending signal has the exit code of a shell`() {
    #expect(Signals.Kind.interrupt.exitCode == 130)
    #expect(Signals.Kind.terminate.exitCode == 143)
    #expect(Signals.Kind.hangup.exitCode == 129)
    #expect(Signals.Kind.allCases.filter(\.isEnd) == [.hangup, .interrupt, .quit, .terminate])
  }
}
