import Synchronization

/// Answers that are worked out once and kept: what a theme plans before it can be asked.
///
/// It may be asked from any thread; where two ask at once, both work it out and get the same.
final class Memo<Key: Hashable & Sendable, Answer: Sendable>: Sendable {
  private let answers = Mutex<[Key: Answer]>([:])
  /// How many answers are kept; when there are more, all are forgotten.
  private let limit: Int

  init(most limit: Int = 1024) {
    self.limit = limit
  }

  /// The answer to a key, worked out where it is asked for the first time.
  func answer<Failure>(
    to key: Key, _ work: () throws(Failure) -> Answer
  ) throws(Failure) -> Answer {
    if let known = answers.withLock({ $0[key] }) { return known }
    let answer = try work()
    answers.withLock { answers in
      if answers.count >= limit { answers.removeAll() }
      answers[key] = answer
    }
    return answer
  }
}
