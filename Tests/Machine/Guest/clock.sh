# Another's clock is followed, and one is given.
. /jorga/Tests/Machine/Guest/common.sh

# follow NAME: what is heard as NAME.txt while a master strikes as NAME.master says.
follow() {
  listen_as "$1"
  jorga play "$input/follow.jorga" --clock in --from 16:0 --to "$1" 2> "$1.said" & player=$!
  wait_for listed "'Jorga'"
  sleep 2
  strike /dev/snd/midiC0D0 < "$input/$1.master" > "$1.began"
  sleep 1
  kill -USR1 $listener
  kill -INT $player
  wait $player
  echo $? > "$1.exit"
  finish $listener
}
for name in steady jittery stopping jumping drying; do follow $name; done

listen_as given
jorga play "$input/follow.jorga" --bars 1-4 --clock out --to given 2> given.said
echo $? > given.exit
finish $listener
