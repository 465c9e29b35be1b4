"""Cases that become one or two, below the locale."""

from starlette.routing import Route

from app.desk.handlers import merger, split
from app.kit.edge import reads, writes

CASE = "/desk/cases/{reference}"
MERGER = f"{CASE}/mergers/{{merger:uuid}}"

MERGING = [
    Route(f"{CASE}/mergers", reads(merger.new, signed=True, keeps=True), name="desk_mergers"),
    Route(f"{CASE}/mergers", writes(merger.create, again=merger.new, signed=True, keeps=True), methods=["POST"]),
    Route(MERGER, reads(merger.edit, signed=True), name="desk_merger"),
    Route(MERGER, writes(merger.update, signed=True), methods=["POST"]),
    Route(f"{CASE}/splits", reads(split.new, signed=True, keeps=True), name="desk_splits"),
    Route(f"{CASE}/splits", writes(split.create, again=split.new, signed=True, keeps=True), methods=["POST"]),
    Route(f"{CASE}/rejoining", reads(split.edit, signed=True), name="desk_rejoining"),
    Route(f"{CASE}/rejoining", writes(split.update, signed=True), methods=["POST"]),
]
