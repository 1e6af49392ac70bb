import Glibc

/// Whether a descriptor can be read within ten seconds, which nothing here comes near.
func isReadable(_ descriptor: CInt?, within milliseconds: CInt = 10_000) -> Bool {
  guard let descriptor else { return false }
  var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  return poll(&request, 1, milliseconds) > 0
}

/// Something that should be there is not.
struct Absent: Error {}

/// What is there, also what cannot be copied, which `#require` does not take.
func present<Value: ~Copyable>(_ value: consuming Value?) throws -> Value {
  guard let value else { throw Absent() }
  return value
}
