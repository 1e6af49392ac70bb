import Testing

@Suite struct JitterTests {
  @Test(arguments: [
    (["--count", "0"], "--count is from 1 to 16384 events"),
    (["--count", "16385"], "--count is from 1 to 16384 events"),
    (["--step", "99"], "--step is from 100 to 1000000 microseconds"),
    (["--step", "1000001"], "--step is from 100 to 1000000 microseconds"),
    (["--load", "65"], "--load is from 0 to 64 threads"),
    (["--load=-1"], "--load is from 0 to 64 threads"),
    (["--priority", "100"], "--priority is from 1 to 99, or 0 for none"),
    (["--method", "thread"], "The value 'thread' is invalid"),
  ])
  func `options out of range are refused`(options: [String], message: String) throws {
    let outcome = try Jorga.run(["jitter"] + options, in: Folder())
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains(message))
  }
}
