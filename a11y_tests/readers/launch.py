"""Starts Orca, in the Python that it was installed for. The command `orca` would end whatever Orca the same person has
running, perhaps the one that somebody needs to hear with; this one is not known by that name and ends nobody's."""

import importlib
import sys


def main() -> int:
    orca = importlib.import_module("orca.orca")
    manager = orca.getSettingsManager()
    manager.activate(None, {"enableSpeech": True, "enableBraille": False, "enableBrailleMonitor": False})
    sys.path.insert(0, manager.getPrefsDir())
    return int(orca.main() or 0)


if __name__ == "__main__":
    sys.exit(main())
