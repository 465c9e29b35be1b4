"""The portal on a phone: the manifest that installs it, and the worker that keeps pages to read without network."""
