# Destinations that go away and come back, and one that never reads.
. /jorga/Tests/Machine/Guest/common.sh

# dump NUMBER: aseqdump as a destination, which ends itself as it is told and writes what it heard.
dump() {
  aseqdump > "dump.$1.txt" & dump=$!
  wait_for listed "'aseqdump'"
}

# One that stays, and beside it one that goes and comes back five times.
listen_as listen
dump 0
jorga play "$input/long.mid" --to listen --to aseqdump 2> killed.said & player=$!
wait_for grep -q "connected: aseqdump" killed.said
for turn in 1 2 3 4 5; do
  usleep $((1200000 + turn * 130000))
  kill -INT $dump
  wait $dump
  usleep 700000
  dump $turn
done
sleep 3
kill -INT $player
wait $player
echo $? > killed.exit
finish $dump $listener

# One that connects itself, is disconnected in the middle of notes, and connected again.
mv listen.txt stays.txt
listen_as other
jorga play "$input/long.mid" 2> cut.said & player=$!
wait_for listed "'Jorga'"
sleep 1
aconnect Jorga:0 other:0
sleep 2.17
aconnect -d Jorga:0 other:0
kill -USR1 $listener
sleep 2.03
aconnect Jorga:0 other:0
sleep 3
kill -INT $player
wait $player
echo $? > cut.exit
finish $listener

# One that reads, and beside it one that never does: its room is full soon, and so is the queue.
listen_as listen
aseqdump > deaf.txt & deaf=$!
wait_for listed "'aseqdump'"
kill -STOP $deaf
jorga play "$input/dense.mid" --lookahead 2000 --to aseqdump --to listen 2> deaf.said
echo $? > deaf.exit
kill -KILL $deaf
finish $listener
mv listen.txt dense.txt
