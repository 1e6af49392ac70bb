# Twenty thousand controllers and a hundred notes arrive within four seconds while it plays.
. /jorga/Tests/Machine/Guest/common.sh
listen_as listen
jorga play "$input/knob.jorga" --from 16:0 --to listen 2> said & player=$!
wait_for listed "'Jorga'"
sleep 2
strike /dev/snd/midiC0D0 < "$input/flood" > began
sleep 4
kill -INT $player
wait $player
echo $? > exit
finish $listener
