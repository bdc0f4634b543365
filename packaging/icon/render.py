"""Renders inklab.svg (with rsvg-convert) as the icons that packages want: inklab.png, inklab.ico, inklab.icns."""

import struct
import subprocess
from pathlib import Path

HERE = Path(__file__).parent


def png(side):
    command = ["rsvg-convert", "-w", str(side), "-h", str(side), str(HERE / "inklab.svg")]
    return subprocess.run(command, check=True, capture_output=True).stdout


def ico(sides):
    images = [(side, png(side)) for side in sides]
    head = struct.pack("<HHH", 0, 1, len(images))
    at = len(head) + 16 * len(images)
    for side, image in images:
        head += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(image), at)
        at += len(image)
    return head + b"".join(image for _, image in images)


def icns(kinds):
    body = b""
    for kind, side in kinds:
        image = png(side)
        body += kind + struct.pack(">I", len(image) + 8) + image
    return b"icns" + struct.pack(">I", len(body) + 8) + body


(HERE / "inklab.png").write_bytes(png(256))
(HERE / "inklab.ico").write_bytes(ico([16, 24, 32, 48, 64, 256]))
(HERE / "inklab.icns").write_bytes(icns([(b"icp4", 16), (b"icp5", 32), (b"ic07", 128), (b"ic08", 256), (b"ic09", 512)]))
