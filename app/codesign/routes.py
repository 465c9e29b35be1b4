"""Reporting a barrier, what became of it, and the statement, below the locale."""

from starlette.routing import Route

from app.codesign.handlers import components, reading, report, reports, statement, triage, trial
from app.kit.edge import public, reads, writes

BARRIER = "/desk/cases/{reference}/barrier"
TRIAL = "/accessibility/barrier/{reference}/trial"

ROUTES = [
    Route("/accessibility", public(statement.show), name="accessibility"),
    Route("/components", public(components.index), name="components"),
    Route("/components/{name}", public(components.show), name="component"),
    Route("/reading", public(reading.show), name="reading"),
    Route("/accessibility/reports", public(reports.index), name="reports"),
    Route("/accessibility/barrier", reads(report.new), name="report"),
    Route("/accessibility/barrier", writes(report.create, before=report.count, token=False), methods=["POST"]),
    Route(TRIAL, reads(trial.show), name="trial"),
    Route(TRIAL, writes(trial.create, before=trial.count, token=False), methods=["POST"]),
    Route("/desk/barriers", reads(triage.index, signed=True), name="barriers"),
    Route(BARRIER, reads(triage.show, signed=True, keeps=True), name="barrier"),
    Route(BARRIER, writes(triage.place, again=triage.show, signed=True, keeps=True), methods=["POST"]),
    Route(f"{BARRIER}/mending", reads(triage.show, signed=True, keeps=True), name="mending"),
    Route(f"{BARRIER}/mending", writes(triage.mend, again=triage.show, signed=True, keeps=True), methods=["POST"]),
]
