#!/bin/sh
# main.sh WORK JORGA CHECK...: runs the scripts of some checks, each in a folder of its own in memory,
# and copies what they leave to the shared folder, in which this begins. (Waiting for a shared file
# would let the virtual clock jump.)
work=$1 jorga=$2 shared=$PWD
shift 2
mkdir /jorga
tar -xf "$work/input.tar" -C /jorga
for tool in "$work"/bin/*; do ln -s "$tool" /usr/bin; done
ln -s "$jorga" /usr/bin/jorga
export JORGA_PATTERNS=/jorga/Patterns NO_COLOR=1
for check; do
  mkdir -p "/tmp/$check"
  cd "/tmp/$check" || exit
  export input="/jorga/input/$check" script="/jorga/Tests/Machine/Guest/$check.sh"
  # With a terminal of its own and job control, as signals would else be ignored by what it starts.
  setsid cttyhack sh -c 'exec sh -um "$script" < /dev/null > log 2>&1'
  status=$?
  echo $status > status
  killall -9 jorga listen strike aseqdump arecordmidi aplaymidi fluidsynth 2> /dev/null
  cd /tmp && cp -r "$check" "$shared" && rm -r "$check"
done
exit 0
