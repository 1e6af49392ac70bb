extension Strain {
  /// So many times as fast.
  public func fast(_ factor: some Control) -> Strain { word("fast", Argument(factor)) }

  /// So many times as slow.
  public func slow(_ factor: some Control) -> Strain { word("slow", Argument(factor)) }

  /// Earlier by some cycles.
  public func early(_ cycles: some Control) -> Strain { word("early", Argument(cycles)) }

  /// Later by some cycles.
  public func late(_ cycles: some Control) -> Strain { word("late", Argument(cycles)) }

  /// Each cycle backwards.
  public func rev() -> Strain { word("rev") }

  /// Every second cycle backwards.
  public func palindrome() -> Strain { word("palindrome") }

  /// Each cycle begins one part later than the one before it.
  public func iter(_ parts: Int) -> Strain { word("iter", Argument(parts)) }

  /// Each note struck some times in its length.
  public func ply(_ strokes: Int) -> Strain { word("ply", Argument(strokes)) }

  /// What sounds at so many equal parts of the cycle, struck there.
  public func segment(_ parts: Int) -> Strain { word("segment", Argument(parts)) }

  /// What sounds, struck on onsets spread evenly over slots and turned left by a rotation.
  public func euclid(_ onsets: Int, _ slots: Int, _ rotation: Int? = nil) -> Strain {
    word("euclid", Argument(onsets), Argument(slots), Argument(rotation))
  }

  /// What sounds at each event of a mini-notation, as long as that.
  public func `struct`(_ pattern: String) -> Strain { word("struct", Argument(pattern)) }

  /// What sounds, struck as the notes of another pattern are.
  public func strokes(_ pattern: Strain) -> Strain { word("strokes", Argument(pattern)) }

  /// Leaves out what begins where a mini-notation says 0 or f, or rests.
  public func mask(_ pattern: String) -> Strain { word("mask", Argument(pattern)) }

  /// Changes the first of every so many cycles.
  public func every(_ cycles: Int, _ change: (Strain) -> Strain) -> Strain {
    word("every", Argument(cycles), Argument(change))
  }

  /// A changed copy beside it, later by some cycles.
  public func off(_ cycles: some Control, _ change: (Strain) -> Strain) -> Strain {
    word("off", Argument(cycles), Argument(change))
  }
}
