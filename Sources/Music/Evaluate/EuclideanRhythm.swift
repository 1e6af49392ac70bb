/// Onsets spread as evenly as whole slots allow.
///
///     euclideanRhythm(onsets: 3, slots: 8)  // x..x..x.
///
/// Fewer than zero onsets are rests: `onsets: -3` is the rhythm of 3 with every slot turned over.
///
/// - Precondition: There is at least one slot, and at most as many onsets, or rests, as slots.
/// - Complexity: O(n log n) for n slots.
///
/// Source: E. Bjorklund, *The Theory of Rep-Rate Pattern Generation in the SNS Timing System*,
/// SNS-NOTE-CNTRL-99 (2003); its use for music: G. Toussaint, "The Euclidean Algorithm Generates
/// Traditional Musical Rhythms", BRIDGES 2005.
public func euclideanRhythm(onsets: Int, slots: Int) -> [Bool] {
  precondition(slots >= 1 && abs(onsets) <= slots, "onsets fit in their slots")
  let count = abs(onsets)
  var heads = Group(slots: [true], copies: count)
  var tails = Group(slots: [false], copies: slots - count)
  while heads.copies > 1 && tails.copies > 1 {
    let pairs = min(heads.copies, tails.copies)
    let rest =
      heads.copies > tails.copies
      ? Group(slots: heads.slots, copies: heads.copies - pairs)
      : Group(slots: tails.slots, copies: tails.copies - pairs)
    heads = Group(slots: heads.slots + tails.slots, copies: pairs)
    tails = rest
  }
  let rhythm = heads.written + tails.written
  return onsets < 0 ? rhythm.map { !$0 } : rhythm
}

/// Equal runs of slots, standing one after another.
private struct Group {
  let slots: [Bool]
  let copies: Int

  var written: [Bool] { Array(repeatElement(slots, count: copies).joined()) }
}
