#!/bin/sh
# jitter.sh JORGA JITTER: in the machine, both programs by turns, idle and beside busy loops; what they
# measure goes to the folder in which this begins.
jorga=$1 jitter=$2 shared=$PWD
cd /tmp || exit
measure() {
  "$jitter" 2000 5123 50 > "reference-$1" && "$jorga" jitter --load 0 --json > "$1.json"
}
measure idle || exit
for loop in 1 2; do while :; do :; done & loops="$loops $!"; done
measure busy
status=$?
kill $loops
cp reference-* *.json "$shared"
exit $status
