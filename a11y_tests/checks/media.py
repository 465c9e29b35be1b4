"""Sound and video with captions and transcripts, frames with titles, drawings with names."""

from .told import Told, every

check = Told("media", lambda view: [every("transcript")])
