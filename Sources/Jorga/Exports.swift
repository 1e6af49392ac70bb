@_exported public import Composer
@_exported public import MIDI
@_exported public import Music
@_exported public import Notation
@_exported public import Playback
@_exported public import Scores
