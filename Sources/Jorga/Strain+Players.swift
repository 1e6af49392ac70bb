extension Strain {
  /// The MIDI channel of all voices of the track, from 1 to 16.
  public func channel(_ number: Int) -> Strain { word("channel", Argument(number)) }

  /// The General MIDI sound of the voices that are no drums, by its number from 1 to 128.
  public func program(_ number: Int) -> Strain { word("program", Argument(number)) }

  /// The General MIDI sound of the voices that are no drums, by a part of its name.
  public func program(_ name: String) -> Strain { word("program", Argument(name)) }

  /// The bank of the synthesizer in which the program is.
  public func bank(_ number: Int) -> Strain { word("bank", Argument(number)) }

  /// The port to which the track is sent when it is played live.
  public func port(_ name: String) -> Strain { word("port", Argument(name)) }

  /// The kit that plays the drums of the track.
  public func kit(_ name: String) -> Strain { word("kit", Argument(name)) }

  /// How loud the track is, from 0 to 1.
  public func volume(_ part: some Control) -> Strain { word("volume", Argument(part)) }

  /// Where the track is heard, from 0 for left to 1 for right.
  public func pan(_ part: some Control) -> Strain { word("pan", Argument(part)) }
}
