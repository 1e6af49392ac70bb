public import Music

/// The ways there are to blend one rhythm with another.
public enum Operator: String, CaseIterable, Hashable, Sendable {
  /// Notes switch one at a time, in an order by voice or by metre: ``Jump``.
  case jump
  /// Notes switch one at a time, in the order that keeps nearest to the straight line: ``Guided``.
  case guided
  /// Notes slide, and what has no partner fades: ``Glide``.
  case glide
  /// Notes slide, and what has no partner switches: ``Staged``.
  case staged
  /// Weak notes leave, strong notes come first: ``Skeleton``.
  case skeleton
  /// The second fills the gaps of the first: ``Interlock``.
  case interlock
  /// Both share one line, and its onsets go over one by one: ``Hocket``.
  case hocket
  /// The first keeps its notes and takes the second's feel: ``GrooveTransfer``.
  case groove
  /// Whole bars of a phrase go over: ``Phrase``.
  case alternate
  /// Each place is won by one of them, of two or of many: ``Race``.
  case race
  /// Notes glide to the middle of where two or many want them: ``Barycentre``.
  case barycentre

  /// Whether the order of the changes can be chosen.
  public var hasOrders: Bool {
    switch self {
    case .jump, .glide, .staged: true
    case .guided, .skeleton, .interlock, .hocket, .groove, .alternate, .race, .barycentre: false
    }
  }

  /// Whether at 1 it is the second rhythm.
  public var arrives: Bool {
    switch self {
    case .jump, .guided, .glide, .staged, .skeleton, .hocket, .alternate, .race, .barycentre:
      true
    case .interlock, .groove: false
    }
  }

  /// What single operators can be told, besides what is common to all.
  public struct Choices: Hashable, Sendable {
    /// How the second rhythm is laid into the first.
    public var interlock = Interlock.Settings(collisions: .usual)
    /// How many bars a phrase has at least: 1 to ``Bounds/rhythmBars``.
    public var phraseBars = 4

    /// What is usual.
    public init() {}
  }

  /// Plans the blend of two rhythms that were fitted to each other.
  ///
  /// - Precondition: Both have the same bars.
  /// - Throws: ``ComposerError`` where the plan would be too large or time too fine.
  public func blend(
    from first: Fit.Fitted, to second: Fit.Fitted, settings: Jump.Settings = Jump.Settings(),
    choices: Choices = Choices()
  ) throws(ComposerError) -> any Blending {
    switch self {
    case .jump: try Jump(from: first, to: second, settings: settings)
    case .guided: try Guided(from: first, to: second, settings: settings)
    case .glide: try Glide(from: first, to: second, settings: settings)
    case .staged: try Staged(from: first, to: second, settings: settings)
    case .skeleton: try Skeleton(from: first, to: second, settings: settings)
    case .interlock: try Interlock(first, with: second, settings: choices.interlock)
    case .hocket: try Hocket(first.rhythm, second.rhythm)
    case .groove:
      GrooveTransfer(
        of: try GrooveTemplate(of: second.rhythm, pool: .eachVoice, filling: .level),
        to: first.rhythm)
    case .alternate:
      try Phrase(first.rhythm, with: second.rhythm, bars: choices.phraseBars)
    case .race: MixPath(try Race([first.rhythm, second.rhythm], seed: settings.seed))
    case .barycentre:
      MixPath(try Barycentre([first.rhythm, second.rhythm], reach: settings.reach))
    }
  }

  /// The operators that mix more than two rhythms.
  public static let mixes: [Operator] = [.race, .barycentre]

  /// Plans the mix of some rhythms.
  ///
  /// - Returns: Nothing where the operator blends two alone.
  /// - Precondition: There is a rhythm, and all have the same bars.
  /// - Throws: ``ComposerError`` where the plan would be too large or time too fine.
  public func mix(
    of rhythms: [Rhythm], settings: Jump.Settings = Jump.Settings()
  ) throws(ComposerError) -> (any Mixing)? {
    switch self {
    case .race: try Race(rhythms, seed: settings.seed)
    case .barycentre: try Barycentre(rhythms, reach: settings.reach)
    default: nil
    }
  }
}
