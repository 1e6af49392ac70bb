# How late events leave by 'jorga jitter' and by a small program on a queue like its own: idle, and
# beside loops that are busy.
measure() {
  jitter 2000 5123 50 > "$1.reference"
  jorga jitter --load 0 --json > "$1.json"
}
measure idle
loops=
for loop in 1 2; do while :; do :; done & loops="$loops $!"; done
measure busy
kill $loops
