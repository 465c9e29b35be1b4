"""Figures of another office in a draft: asked for before anything is written, kept with who gave them and when."""
