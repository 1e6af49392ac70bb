" Scores of Jorga.
if exists('b:current_syntax')
  finish
endif

syntax iskeyword @,48-57,_,-,192-255

" What is not called anything else is a name of the score.
syntax match jorgaName "\K\k*"

syntax keyword jorgaSource pattern s note n chord silence pure arrange
syntax keyword jorgaCombination stack cat fastcat blend interlock hocket alternate
syntax keyword jorgaChange range fast slow early late rev palindrome iter ply segment euclid struct strokes every off mask only without rename degradeBy sometimesBy sometimes humanize add mul transpose arp scale velocity gain legato swing groove keep fill syncopate choke resolve lead fit morphMetre
syntax keyword jorgaSignal sine saw tri square rand perlin ramp smooth cc
syntax keyword jorgaPlayer channel program bank port kit volume pan
syntax keyword jorgaRemark title tempo metre seed key bars pickup section
syntax keyword jorgaLet let

syntax match jorgaNumber "-\?\%(\d\+\%([./]\d\+\)\?\|\.\d\+\)%\?"
syntax match jorgaParameter "\K\k*\ze\s*=>"
syntax match jorgaParameter "\%([(,]\s*\)\@<=\K\k*\ze\s*:"
syntax match jorgaArrow "=>"
syntax match jorgaSign "=>\@!\|[.,:()\[\]]"
syntax match jorgaLabel "^\s*\K\k*\ze\s*:"
syntax match jorgaDefined "\%(\<let\s\+\)\@<=\K\k*"

syntax region jorgaText start=+"+ skip=+\\.+ end=+"+ end=+$+ contains=@jorgaNotation,jorgaEscape
syntax region jorgaText start=+`+ end=+`+ contains=@jorgaNotation
" Texts that are names, and no mini-notation.
syntax region jorgaTitle matchgroup=jorgaTitle oneline
  \ start=+\%(\<\%(title\|section\|metre\|key\|pattern\|program\|kit\|port\|scale\|groove\|fit\)(\|:\s*\)\@<="+
  \ skip=+\\.+ end=+"+ contains=jorgaEscape
syntax match jorgaEscape +\\["\\n]+ contained

syntax cluster jorgaNotation
  \ contains=jorgaVoice,jorgaNote,jorgaStepNumber,jorgaRest,jorgaOperator,jorgaGroup
syntax match jorgaOperator "[*/@!?:|%._]" contained
syntax match jorgaGroup "[][<>{}(),]" contained
syntax match jorgaStepNumber "-\?\%(\d\+\%(\.\d\+\)\?\|\.\d\+\)\%(e-\?\d\+\)\?" contained
syntax match jorgaVoice "\%(\K\|\^\)[0-9A-Za-z_~#^[:alnum:]\u00c0-\uffff-]*" contained
syntax match jorgaNote "\<[A-Ga-g]\%(##\|bb\|[#bsf]\)\?-\?\d\{1,2}\>" contained
syntax match jorgaRest "\~\|\%([^][<>{}(), \t"`]\)\@1<!-\%([^][<>{}(), \t"`]\)\@!" contained

syntax match jorgaComment "//.*$"

highlight default link jorgaSource Function
highlight default link jorgaCombination Function
highlight default link jorgaChange Function
highlight default link jorgaSignal Special
highlight default link jorgaPlayer Type
highlight default link jorgaRemark Statement
highlight default link jorgaLet Keyword
highlight default link jorgaLabel Label
highlight default link jorgaDefined Identifier
highlight default link jorgaName Identifier
highlight default link jorgaParameter Identifier
highlight default link jorgaArrow Operator
highlight default link jorgaSign Delimiter
highlight default link jorgaNumber Number
highlight default link jorgaText String
highlight default link jorgaTitle String
highlight default link jorgaEscape SpecialChar
highlight default link jorgaVoice String
highlight default link jorgaNote Constant
highlight default link jorgaStepNumber Number
highlight default link jorgaRest Comment
highlight default link jorgaOperator Operator
highlight default link jorgaGroup Delimiter
highlight default link jorgaComment Comment

let b:current_syntax = 'jorga'
