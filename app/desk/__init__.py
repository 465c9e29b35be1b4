"""The desk: the staff side of cases. The queue, a case in full, asking again, deciding, and the papers.

Every look at a case is written down before it is shown; every change with it. Nobody below needs this room.
"""

from app.desk.queues.shortcuts import told as shortcuts

__all__ = ["shortcuts"]
