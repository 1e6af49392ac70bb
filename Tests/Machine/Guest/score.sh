# Each piece is played twice, by aplaymidi and by jorga, to three that listen.
. /jorga/Tests/Machine/Guest/common.sh
cd /jorga

# heard NAME COMMAND...: what is heard while a command plays to 14:0.
heard() {
  folder=/tmp/score/$1
  shift
  mkdir -p "$folder"
  aseqdump -p 14:0 > "$folder/dump.txt" & dump=$!
  arecordmidi -p 14:0 -b 120 -t 5000 "$folder/record.mid" & record=$!
  listen listen > "$folder/listen.txt" & listener=$!
  wait_for listed "'listen'"
  aconnect 14:0 listen:0
  sleep 1
  "$@" > "$folder/said" 2>&1
  echo $? > "$folder/exit"
  sleep 1
  finish $dump $record $listener
}

while read -r name arguments; do
  heard "$name/aplaymidi" aplaymidi -d 0 -p 14:0 "$input/$name.mid"
  eval "set -- $arguments"
  heard "$name/jorga" jorga play "$@" --to 14:0
done < "$input/pieces"
