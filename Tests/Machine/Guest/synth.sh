# A synth is played, by aplaymidi and by jorga, and writes what sounds to a file.
. /jorga/Tests/Machine/Guest/common.sh

# A quit on its standard input ends it; a signal would leave the head of the file unwritten.
sounds() { # NAME
  mkfifo "$1.control"
  fluidsynth -q -m alsa_seq -a file -o audio.file.name="$PWD/$1.wav" -o audio.file.type=wav \
    -r 48000 -z 64 -o midi.autoconnect=0 -o synth.reverb.active=0 -o synth.chorus.active=0 \
    /usr/share/sounds/sf2/TimGM6mb.sf2 < "$1.control" > "$1.said" 2>&1 & synth=$!
  exec 9> "$1.control"
  wait_for listed FLUID
  sleep 0.5
}
silent() {
  sleep 1
  echo quit >&9
  wait $synth || exit
  rm ./*.control
}

sounds aplaymidi
aplaymidi -d 0 -p "$(client FLUID):0" "$input/bell.mid"
silent
sounds jorga
jorga play "$(cat "$input/bell")" --bars 4 --tempo 130 --to FLUID 2> said || exit
silent
