# Signals at random times, while all kinds of things happen.
. /jorga/Tests/Machine/Guest/common.sh
listen_as listen

# A line: what is played, after how many microseconds a signal comes, and which.
while read -r turn piece delay signal; do
  cp "$input/$piece" "song.${piece##*.}"
  jorga play "song.${piece##*.}" --to listen 2>> said & player=$!
  case $piece in
    *.jorga) usleep 1500000; cp "$input/other.jorga" song.new; mv song.new song.jorga ;;
  esac
  usleep "$delay"
  case $signal in
    STOP)
      kill -TSTP $player
      usleep 300000
      kill -USR1 $listener
      usleep 700000
      # The shell would take a process that another woke for one that is still stopped.
      jobs > /dev/null
      bg %jorga > /dev/null
      usleep 900000
      signal=TERM
      ;;
  esac
  kill -"$signal" $player
  wait $player
  status=$?
  usleep 10000
  kill -USR1 $listener
  echo "$turn $signal $status" >> ended
done < "$input/turns"

# After the one signal that nobody can heed.
for turn in 1 2 3 4 5; do
  jorga play "$input/long.mid" --to listen 2>> said & player=$!
  usleep $((1500000 + turn * 77000))
  kill -KILL $player
  wait $player
  kill -USR1 $listener
  jorga panic --to listen 2>> said || exit
  usleep 10000
  kill -USR1 $listener
done
finish $listener
