# Both programs by turns, idle and beside busy loops; a small one in C shows what ALSA itself can do.
measure() { # NAME
  jitter 2000 5123 50 > "reference-$1" && jorga jitter --load 0 --json > "$1.json"
}
measure idle || exit
loops=
for loop in 1 2; do
  while :; do :; done &
  loops="$loops $!"
done
measure busy
status=$?
kill $loops
exit $status
