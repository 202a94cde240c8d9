"""relay.py TAP NODE CONTROL: a cable between the bridge and a node (a network namespace), slow and lossy as CONTROL says.

Makes the device TAP on this side and eth0 in the node, and carries frames between them.  CONTROL is a file with two numbers, read again when it changes: milliseconds
that each frame takes, and the share of frames that are lost.  (The kernel's own netem does the same where it is built in; often it is not.)
"""
import ctypes
import fcntl
import heapq
import os
import random
import select
import struct
import sys
import time

TUNSETIFF, IFF_TAP, IFF_NO_PI, CLONE_NEWNET = 0x400454CA, 2, 0x1000, 0x40000000


def tap(name):
    fd = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(fd, TUNSETIFF, struct.pack("16sH", name.encode(), IFF_TAP | IFF_NO_PI))
    return fd


def enter(path):
    fd = os.open(path, os.O_RDONLY)
    if ctypes.CDLL(None, use_errno=True).setns(fd, CLONE_NEWNET):
        raise OSError(ctypes.get_errno(), path)
    os.close(fd)


def main():
    name, node, control = sys.argv[1:]
    ends = [tap(name)]
    enter("/run/netns/" + node)
    ends.append(tap("eth0"))
    print("ready", flush=True)
    chance, waiting, serial, seen, delay, loss = random.Random(1), [], 0, None, 0.0, 0.0
    while True:
        now = time.monotonic()
        stamp = os.stat(control).st_mtime_ns
        if stamp != seen:
            words = open(control).read().split()
            if len(words) == 2:
                seen, delay, loss = stamp, float(words[0]) / 1000, float(words[1])
        while waiting and waiting[0][0] <= now:
            _, _, to, frame = heapq.heappop(waiting)
            try:
                os.write(to, frame)
            except OSError:         # the cable is pulled
                pass
        for fd in select.select(ends, [], [], min(0.05, max(0, waiting[0][0] - now)) if waiting else 0.05)[0]:
            try:
                frame = os.read(fd, 65536)
            except OSError:
                time.sleep(0.01)
                continue
            if chance.random() >= loss:
                serial += 1
                heapq.heappush(waiting, (time.monotonic() + delay, serial, ends[1 - ends.index(fd)], frame))


main()
