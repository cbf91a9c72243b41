"""Which of this machine's addresses phones can reach, and who may open the door for them. No packet leaves the machine."""

from __future__ import annotations

import os
import socket
import struct
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from ipaddress import IPv4Address, IPv4Network, ip_address

# Elsewhere the machine's own name tells its addresses; on Linux asking for it might ask a name server.
LINUX = sys.platform == "linux"
if LINUX:
    from fcntl import ioctl

# An address of the documentation range: connecting a datagram socket only asks the routing table, it sends nothing.
SOMEWHERE = ("203.0.113.1", 9)
PRIVATE = tuple(map(IPv4Network, ("192.168.0.0/16", "10.0.0.0/8", "172.16.0.0/12")))
# Bridges of containers and virtual machines, and tunnels: phones in the room are never behind them.
VIRTUAL = ("docker", "br-", "virbr", "veth", "vboxnet", "vmnet", "lxc", "lxd", "cni", "podman", "tun", "tap", "wg", "ppp", "tailscale", "zt", "ifb")
# Linux: ask an interface for its address, and for its flags.
SIOCGIFADDR, SIOCGIFFLAGS = 0x8915, 0x8913
UP_AND_RUNNING = 0x1 | 0x40
LOCAL_NAMES = ("localhost", "127.0.0.1", "::1")
FORWARDED = ("forwarded", "via", "x-real-ip", "x-client-ip", "true-client-ip", "cf-connecting-ip", "cf-ray", "fly-client-ip", "x-cluster-client-ip",
             "x-envoy-external-address", "x-original-forwarded-for")
REACH_SECONDS = 2.0
PORTS_TRIED = 10


def lan_addresses() -> tuple[str, ...]:
    """Return the IPv4 addresses at which phones may reach this machine, the likeliest first; empty where there is none.

    Private ranges come first, among them the one the machine would use for the world; bridges and tunnels come last.
    """
    named = dict(_interfaces())
    usual = _usual_address()
    found = dict.fromkeys([*([usual] if usual else []), *named, *_addresses_of_own_name()])
    return tuple(sorted(filter(_reachable, found), key=lambda a: (_virtual(named.get(a, "")), not _private(a), a != usual)))


def _reachable(address: str) -> bool:
    """Whether others could use the address at all; one that a machine gives itself (169.254…) means there is no network."""
    number = IPv4Address(address)
    return not (number.is_loopback or number.is_unspecified or number.is_link_local or number.is_multicast)


def _private(address: str) -> bool:
    return any(IPv4Address(address) in network for network in PRIVATE)


def _virtual(interface: str) -> bool:
    return interface.startswith(VIRTUAL)


def _usual_address() -> str:
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        asked.connect(SOMEWHERE)
        return str(asked.getsockname()[0])
    return ""


def _interfaces() -> Iterator[tuple[str, str]]:
    """Yield (address, interface) of every interface that is up; nothing where the system does not tell."""
    if not LINUX:
        return
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        for _, name in socket.if_nameindex():
            request = struct.pack("256s", name[:15].encode())
            with suppress(OSError):
                flags = struct.unpack_from("H", ioctl(asked, SIOCGIFFLAGS, request), 16)[0]
                if flags & UP_AND_RUNNING == UP_AND_RUNNING:
                    yield socket.inet_ntoa(ioctl(asked, SIOCGIFADDR, request)[20:24]), name


def _addresses_of_own_name() -> list[str]:
    if LINUX:
        return []
    with suppress(OSError):
        return socket.gethostbyname_ex(socket.gethostname())[2]
    return []


def answers(address: str, port: int) -> bool:
    """Whether something accepts connections at the address, asked from this machine itself."""
    try:
        with socket.create_connection((address, port), timeout=REACH_SECONDS):
            return True
    except OSError:
        return False


def bound_socket(address: str, port: int) -> socket.socket | None:
    """Return a socket bound to the address and port (0: any free one), or None where somebody else holds it."""
    held = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere this option would share a port with its holder
            held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        held.bind((address, port))
        held.listen()
    except (OSError, OverflowError):
        held.close()
        return None
    return held


def first_free(address: str, port: int) -> socket.socket | None:
    """Return a socket bound to the first free of PORTS_TRIED ports from ``port`` on, or None."""
    return next(filter(None, (bound_socket(address, p) for p in range(port, port + (PORTS_TRIED if port else 1)))), None)


def may_open(client_host: str, host_header: str, headers: Iterable[str], public: bool, port: int, origin: str = "") -> str:
    """Return why the asker may not switch the audience, or "" for somebody at this machine itself.

    Parameters
    ----------
    public : whether the app was started for a whole network (``PETAUCJ_PUBLIC=1``).
    port : the configured port of the audience, 0 for none.

    Returns
    -------
    "public", "off", "forwarded", "elsewhere" or "": the name of a sentence in the catalogue (``hadirin.refused``).
    """
    if public:
        return "public"
    return "off" if port == 0 else asked_from_elsewhere(client_host, host_header, headers, origin)


def asked_from_elsewhere(client_host: str, host_header: str, headers: Iterable[str], origin: str = "") -> str:
    """Return "forwarded" or "elsewhere" for a request that does not come from this machine itself, else "".

    Parameters
    ----------
    client_host : address of the connection's other end.
    host_header : the ``Host`` the browser asked for, with or without a port.
    headers : names of all headers of the request; one that a proxy adds means that the asker sits elsewhere.
    origin : the page that asks, as the browser names it; one of another host was opened through something in between.
    """
    if any(name.lower().startswith("x-forwarded") or name.lower() in FORWARDED for name in headers):
        return "forwarded"
    asker = host_of(origin.partition("://")[2]) if origin else LOCAL_NAMES[0]
    return "" if _is_loopback(client_host) and host_of(host_header) in LOCAL_NAMES and asker in LOCAL_NAMES else "elsewhere"


def host_of(header: str) -> str:
    """Return the host of a ``Host`` header without its port: "[::1]:8501" -> "::1"."""
    if header.startswith("["):
        return header[1:].partition("]")[0].lower()
    return header.rpartition(":")[0].lower() if header.count(":") == 1 else header.lower()


def _is_loopback(host: str) -> bool:
    try:
        number = ip_address(host)
    except ValueError:
        return False
    return (getattr(number, "ipv4_mapped", None) or number).is_loopback
