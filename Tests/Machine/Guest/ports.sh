# What a patch bay shows while jorga plays: to two destinations, and to whoever connects.
. /jorga/Tests/Machine/Guest/common.sh
cd /jorga
listen_as listen
aconnect -l > /tmp/ports/before
jorga play Examples/09-four-players.jorga --to listen --to 14:0 2> /tmp/ports/said & player=$!
wait_for listed "'Jorga'"
sleep 2
aconnect -l > /tmp/ports/during
jorga ports > /tmp/ports/ports
jorga ports --json > /tmp/ports/ports.json
kill -TERM $player
wait $player
aconnect -l > /tmp/ports/after

jorga play Examples/09-four-players.jorga 2>> /tmp/ports/said & player=$!
wait_for listed "'Jorga'"
aconnect Jorga:0 listen:0
sleep 3
aconnect -l > /tmp/ports/open
kill -TERM $player
wait $player
finish $listener
mv listen.txt /tmp/ports
