# A score is edited while it plays: well, badly, and a hundred times in ten seconds.
. /jorga/Tests/Machine/Guest/common.sh

# edit NAME: another version takes the place of the score, as editors do it; the listener marks it.
edit() {
  cp "$input/$1" song.new
  mv song.new song.jorga
  kill -USR1 $listener
}

# during NAME COMMAND: what is heard as NAME.txt while a command has its effect on what plays.
during() {
  cp "$input/first.jorga" song.jorga
  listen_as "$1"
  jorga play song.jorga --to "$1" 2> "$1.said" & player=$!
  wait_for grep -q connected "$1.said"
  sleep 5
  $2
  kill -INT $player
  wait $player
  echo $? > "$1.exit"
  finish $listener
}
well() {
  edit second.jorga
  sleep 6.3
  # In place, as a shell writes it.
  cat "$input/first.jorga" > song.jorga
  kill -USR1 $listener
  sleep 6
}

broken() {
  edit broken.jorga
  sleep 5
  edit second.jorga
  sleep 6
}

hundred() {
  for turn in $(seq 50); do
    edit second.jorga
    usleep 100000
    edit first.jorga
    usleep 100000
  done
  edit second.jorga
  sleep 6
}

during well well
during broken broken
during hundred hundred
