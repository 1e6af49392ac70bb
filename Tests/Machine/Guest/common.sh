# What the guest's scripts share.

# wait_for COMMAND...: until it succeeds; gives up after ten seconds.
wait_for() {
  tries=0
  until "$@" > /dev/null 2>&1; do
    tries=$((tries + 1))
    [ $tries -lt 500 ] || { echo "waited in vain for: $*"; exit 1; }
    usleep 20000
  done
}

# listed TEXT: whether aconnect names it, as a client, a port or a connection.
listed() { aconnect -l | grep -q "$1"; }

# client NAME: the number of a client.
client() { aconnect -l | sed -n "s/^client \([0-9]*\): '$1.*/\1/p"; }

# listen_as NAME: a client that writes what it hears to NAME.txt; its process is $listener.
listen_as() {
  listen "$1" > "$1.txt" &
  listener=$!
  wait_for listed "'$1'"
}

# finish PROCESS...: ends programs that listen, so that they write what they heard.
finish() {
  usleep 50000
  kill -INT "$@"
  wait "$@"
}
