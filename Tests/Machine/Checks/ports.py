"""A patch bay shows the client, its ports by name and what they are connected to; jorga ports the same."""

import json
import re

import command
import heard


def bay(path):
    """What aconnect -l shows: {client: {port: (name, connected to)}} and the clients' names."""
    names, ports, client, port = {}, {}, None, None
    for line in path.read_text().splitlines():
        if found := re.match(r"client (\d+): '([^']*)'", line):
            client = int(found[1])
            names[client] = found[2]
        elif found := re.match(r" +(\d+) '([^']*)'", line):
            port = (client, int(found[1]))
            ports[port] = (found[2].strip(), [])
        elif found := re.match(r"\tConnecting To: (.*)", line):
            ports[port][1].extend(re.findall(r"(\d+):(\d+)", found[1]))
    return names, ports


def ours(path):
    """Our ports: [(name, names of the clients to which it is connected)]."""
    names, ports = bay(path)
    return sorted(
        (name, [names[int(to)] for to, _ in connected])
        for (client, _), (name, connected) in ports.items()
        if names[client] == "Jorga"
    )


def judge(left, prepared):
    """The names are those that were asked for, and nothing is left behind."""
    during = ours(left / "during")
    assert sorted(to for _, to in during if to) == [["Midi Through"], ["listen"]], during
    assert all(name for name, _ in during), during
    opened = ours(left / "open")
    assert ("out", ["listen"]) in opened, opened
    assert ours(left / "before") == ours(left / "after") == [], "the client is still there"
    shown = (left / "ports").read_text()
    listed = {entry["port"]: entry for entry in json.loads((left / "ports.json").read_text())}
    names, ports = bay(left / "during")
    for (client, port), (name, connected) in ports.items():
        if names[client] == "System":
            continue
        entry = listed.get(f"{client}:{port}")
        wanted = (names[client], name, sorted(f"{client}:{port}" for client, port in connected))
        got = entry and (entry["client"], entry["name"], sorted(entry["to"]))
        assert got == wanted, f"{client}:{port} is {wanted}, but jorga ports says {got}"
        assert f"{client}:{port}" in shown and name in shown, f"jorga ports has no '{name}':\n{shown}"
    notes = heard.balanced(heard.listened(left / "listen.txt"), "listen")
    assert notes > 0, "nothing was heard"
    return f"{len(ports)} ports as aconnect lists them, {notes} notes"


if __name__ == "__main__":
    command.run(judge)
