#!/bin/sh
# Teaches: the verbs, one command after another. Read along, or run it from the package's folder:
#
#   sh Examples/walk.sh
#
# What it makes goes into a folder of its own, which it names at the end.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=${OUT:-$(mktemp -d)}
jorga() { "${JORGA:-$here/../.build/debug/jorga}" "$@"; }

# 1. Look: what is in the library, and what a rhythm looks like.
jorga list --region kazakh
jorga show adai-bas
jorga show "$here/02-accents.pattern" --necklace
jorga show balbyrauyn-core house-classic --svg "$out/two.svg"

# 2. Write a beat in one line, look at its exact events, hear it.
jorga show "bd(3,8) ~, hh*8" --events --cycles 1
jorga render --pattern "bd(3,8), [~ cp]*2, hh*8" --bars 4 --tempo 124 -o "$out/line.mid"

# 3. The first files of the course are rhythms to hear.
for file in "$here"/*.pattern; do
  jorga check "$file"
  jorga render --pattern "$file" --bars 4 -o "$out/$(basename "$file" .pattern).mid"
done

# 4. Blend: stand still between two rhythms, or walk from one to the other.
jorga show --blend balbyrauyn-core house-classic
jorga blend balbyrauyn-core house-classic --at 0.4
jorga blend "$here/03-strokes.pattern" "$here/01-first-beat.pattern" --sweep 0:1 --bars 16 -o "$out/walk.mid"

# 5. Rhythms of different bars meet in three ways. Listen to the difference.
for fit in stretch tile regroup; do
  jorga blend "$here/04-odd-metre.pattern" house-classic --fit $fit --sweep 0:1 --bars 14 -o "$out/$fit.mid"
done

# 6. Keep a rhythm that you like as a pattern file, and go on from there.
jorga blend adai-bas "$here/02-accents.pattern" --at 0.5 -o "$out/between.pattern"
jorga show "$out/between.pattern"
jorga blend "$out/between.pattern" "bd*4, hh*16" --sweep 0:1 --tempo 120 -o "$out/on.mid"

# 7. Scores: whole pieces, which you write. Hear those of the course, read them, change them.
for file in "$here"/*.jorga; do
  jorga render "$file" -o "$out/$(basename "$file" .jorga).mid"
done
jorga inspect "$out/14-blend.mid" --bars 8

# 8. A score of your own: three lines are enough, and another seed is another take.
cat >"$out/mine.jorga" <<'SCORE'
bars(8)
drums: blend(pattern("balbyrauyn-core"), s("bd*4, ~ cp ~ cp, hh*16?0.3"), ramp(0, 1, 8))
bass: note("<g1 g1 f1 d2>").struct("~ x ~ x ~ x x ~").program("synth bass 1")
SCORE
jorga render "$out/mine.jorga" -o "$out/mine.mid"
(echo "seed(2)" && cat "$out/mine.jorga") | jorga render - -o "$out/mine-2.mid"

# 9. Live: what a synth would be sent. With one, see 'jorga ports', and change the file while it plays:
#    jorga play "$out/mine.jorga" --loop --to NAME
jorga play "$out/mine.jorga" --bars 1 --dry-run

echo "the files are in $out"
