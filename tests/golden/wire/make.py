#!/usr/bin/env python3
"""Writes v1.json or v2.json: frames of that wire version, encoded here independently of the product, beside the values they stand for.

Usage: make.py 1 > v1.json; make.py 2 > v2.json (the kinds that have a second version). Layouts: the doc comments of GenRL.Swarm.Contracts/Wire.
"""
import json
import struct
import sys


def crc8(data):
    crc = 0xFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = ((crc << 1) ^ 0x1D) & 0xFF if crc & 0x80 else crc << 1
    return crc ^ 0xFF


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ 0x82F63B78 if crc & 1 else crc >> 1
    return crc ^ 0xFFFFFFFF


def sealed(kind, body, version=1):
    data = bytes([version, ord(kind)]) + body
    return (data + struct.pack("<I", crc32c(data))).hex()


def intention(f):
    tokens = f["tokenA"] | f["tokenB"] << 10
    parity = 0
    for nibble in range(5):
        parity ^= tokens >> 4 * nibble & 0xF
    data = struct.pack(
        "<BBHHBBhhbb6b", 1 << 5 | f["codec"], f["codebookHash"], f["sender"] | f["flags"] << 12, f["sendTime"], f["sequence"],
        f["spread"] | f["epistemic"] << 4, *(round(v * 100) for v in f["position"]), *(round(v * 50) for v in f["velocity"]),
        *f["coefficients"])
    data += (tokens | parity << 20).to_bytes(3, "little")
    return (data + bytes([crc8(data)])).hex()


def sensors(f):
    body = struct.pack("<BBqq", len(f["ranges"]), len(f["neighbours"]), f["step"], f["stamp"])
    body += struct.pack("<7f", *f["position"], *f["velocity"], f["heading"], f["yawRate"], f["maxRange"])
    body += struct.pack(f"<{len(f['ranges'])}f", *f["ranges"])
    for n in f["neighbours"]:
        body += struct.pack("<H5f", n["id"], *n["position"], *n["velocity"], n["radius"])
    return sealed("S", body)


def command(f):
    return sealed("C", struct.pack("<Bqq2f", f["reason"], f["step"], f["stamp"], *f["velocity"]))


def goal(f):
    return sealed("G", struct.pack("<Bi2f", f["active"], f["mission"], *f["goal"]))


def hello(f):
    return sealed("H", struct.pack(
        "<HIBIB3f", f["sender"], f["codebookHash"], f["linearBasis"], f["codecs"], f["kinematics"], f["maxSpeed"], f["maxAcceleration"],
        f["radius"]))


def hello2(f):
    return sealed("H", struct.pack(
        "<HqIBIB3f", f["sender"], f["sentAt"], f["codebookHash"], f["linearBasis"], f["codecs"], f["kinematics"], f["maxSpeed"],
        f["maxAcceleration"], f["radius"]), version=2)


FRAMES = {
    intention: [
        dict(codec=0, codebookHash=0, sender=0, flags=0, sendTime=0, sequence=0, spread=0, epistemic=0, position=[0, 0], velocity=[0, 0],
             coefficients=[0] * 6, tokenA=0, tokenB=0),
        dict(codec=1, codebookHash=171, sender=4095, flags=9, sendTime=65535, sequence=255, spread=15, epistemic=3,
             position=[-327.68, 327.67], velocity=[2.54, -2.54], coefficients=[1, -2, 127, -128, 5, -6], tokenA=999, tokenB=512),
    ],
    sensors: [
        dict(step=0, stamp=0, position=[0, 0], velocity=[0, 0], heading=0, yawRate=0, maxRange=0, ranges=[], neighbours=[]),
        dict(step=123456789012, stamp=-5, position=[1.5, -2.25], velocity=[0.5, -0.125], heading=3.0, yawRate=-0.75, maxRange=6.0,
             ranges=[0.25, 6.0, 1.75], neighbours=[dict(id=7, position=[1, 2], velocity=[-0.5, 0.25], radius=0.125),
                                                   dict(id=4095, position=[-8, 16], velocity=[0, 0], radius=0.5)]),
    ],
    command: [
        dict(step=0, stamp=0, velocity=[0, 0], reason=0),
        dict(step=987654321, stamp=1700000000000000000, velocity=[0.5, -1.25], reason=4),
    ],
    goal: [
        dict(mission=0, goal=[0, 0], active=False),
        dict(mission=-2, goal=[3.5, -4.75], active=True),
    ],
    hello: [
        dict(sender=3, codebookHash=0xDEADBEEF, linearBasis=1, codecs=3, kinematics=1, maxSpeed=1.5, maxAcceleration=2.0, radius=0.125),
    ],
}

FRAMES2 = {
    hello2: [
        dict(sender=3, sentAt=1700000000123456789, codebookHash=0xDEADBEEF, linearBasis=1, codecs=3, kinematics=1, maxSpeed=1.5,
             maxAcceleration=2.0, radius=0.125),
        dict(sender=4095, sentAt=-1, codebookHash=0, linearBasis=255, codecs=0xFFFFFFFB, kinematics=0, maxSpeed=0.25, maxAcceleration=0.5,
             radius=0.0625),
    ],
}

if __name__ == "__main__":
    print(json.dumps({
        make.__name__.rstrip("2"): [dict(frame, hex=make(frame)) for frame in frames]
        for make, frames in {"1": FRAMES, "2": FRAMES2}[sys.argv[1]].items()}, indent=1))
