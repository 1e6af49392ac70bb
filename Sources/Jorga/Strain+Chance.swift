extension Strain {
  /// Leaves out notes by chance: at 0 none, at 1 all.
  public func degradeBy(_ part: some Control) -> Strain { word("degradeBy", Argument(part)) }

  /// Changes about half of the notes, by chance.
  public func sometimes(_ change: (Strain) -> Strain) -> Strain {
    word("sometimes", Argument(change))
  }

  /// Changes notes by chance: at 0 none, at 1 all.
  public func sometimesBy(_ part: some Control, _ change: (Strain) -> Strain) -> Strain {
    word("sometimesBy", Argument(part), Argument(change))
  }

  /// Moves each note by chance, at most so many milliseconds early or late.
  public func humanize(_ milliseconds: Double) -> Strain {
    word("humanize", Argument(milliseconds))
  }
}
