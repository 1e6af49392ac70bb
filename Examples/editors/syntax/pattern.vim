" Pattern files of Jorga.
if exists('b:current_syntax')
  finish
endif

syntax match patternValue "\%(^\l\+\s\+\)\@<=\S.*$" contains=patternSteps,patternNotation
syntax match patternVoice "^[^ \t.#"|]\+\ze\s*[|"]"
syntax match patternVoice "^[^ \t.#"|]\+\ze\."
syntax match patternKey "^\%(name\|native\|gloss\|region\|metre\|grid\|tempo\|feel\|evidence\|source\|tags\|note\)\ze\s"
syntax match patternDot "\%(^[^ \t.#"|]\+\)\@<=\."
syntax match patternProperty "\%(^[^ \t.#]\+\.\)\@<=\%(velocity\|length\|shift\|feel\|key\|evidence\)\ze\s"
syntax match patternFigures "\%(^[^ \t.#]\+\.\l\+\s\+\)\@<=\S.*$"

syntax region patternSteps matchgroup=patternBar start="|" end="$" oneline
  \ contains=patternBar,patternAccent,patternStroke,patternSoft,patternHold,patternRest
syntax match patternBar "|" contained
syntax match patternAccent "[XDU]" contained
syntax match patternStroke "[xdutio]" contained
syntax match patternSoft "[gmp]" contained
syntax match patternHold "-" contained
syntax match patternRest "\." contained
syntax region patternNotation start=+"+ end=+"+ end=+$+ oneline

syntax match patternComment "^#.*$"

highlight default link patternKey Keyword
highlight default link patternValue String
highlight default link patternVoice Identifier
highlight default link patternDot Delimiter
highlight default link patternProperty Type
highlight default link patternFigures Number
highlight default link patternBar Delimiter
highlight default link patternAccent Statement
highlight default link patternStroke Constant
highlight default link patternSoft Special
highlight default link patternHold Operator
highlight default link patternRest Comment
highlight default link patternNotation String
highlight default link patternComment Comment

let b:current_syntax = 'pattern'
