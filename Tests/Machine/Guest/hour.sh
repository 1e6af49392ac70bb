# An hour of eight tracks, and what the process takes meanwhile. The kernel looks for what is due less
# often than it could: its ticks take most of the time for which this machine has to wait.
. /jorga/Tests/Machine/Guest/common.sh
listen_as listen
jorga play "$input/hour.jorga" --loop --resolution 250 --to listen 2> said & player=$!
wait_for test -s listen.txt
for minutes in 1 5 15 30 45 60; do
  # Until so many minutes after it began; the clock is that of the machine.
  : "${began:=$(cut -d ' ' -f 1 /proc/uptime)}"
  sleep "$(awk "BEGIN { print $began + 60 * $minutes - $(cut -d ' ' -f 1 /proc/uptime) }")"
  echo "$minutes $(awk '/^VmHWM|^VmRSS/ { printf "%s ", $2 }' "/proc/$player/status")" \
    "$(awk '{ print $14 + $15 }' "/proc/$player/stat")" >> taken
done
sleep 2
kill -INT $player
wait $player
echo $? > exit
finish $listener
