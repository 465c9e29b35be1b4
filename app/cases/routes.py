"""Forms, receipts and cases, below the locale."""

from starlette.routing import Route

from app.cases.handlers import (
    answer,
    answer_row,
    appeal,
    case,
    check,
    draft,
    figures,
    message,
    notification,
    outage,
    receipt,
    review,
    step,
    withdrawal,
)
from app.kit.edge import reads, writes

ROUTES = [
    Route("/services/{slug}/drafts", reads(draft.start), name="drafts_of_service"),
    Route("/services/{slug}/drafts", writes(draft.create, before=figures.ask_at_start, token=False), methods=["POST"]),
    Route("/drafts", reads(draft.enter), name="drafts"),
    Route("/drafts", writes(draft.find, again=draft.enter, before=draft.count), methods=["POST"]),
    Route("/drafts/{draft:uuid}", reads(draft.show), name="draft"),
    Route("/drafts/{draft:uuid}/saved", reads(draft.saved), name="draft_saved"),
    Route("/drafts/{draft:uuid}/figures", reads(figures.show), name="figures"),
    Route("/drafts/{draft:uuid}/figures", writes(figures.create, before=figures.ask_again), methods=["POST"]),
    Route("/drafts/{draft:uuid}/review", reads(review.show), name="review"),
    Route("/drafts/{draft:uuid}/submission", writes(review.create), methods=["POST"]),
    Route("/drafts/{draft:uuid}/{step}", reads(step.edit, keeps=True), name="step"),
    Route("/drafts/{draft:uuid}/{step}", writes(step.update, files=True, keeps=True), methods=["POST"]),
    Route("/drafts/{draft:uuid}/{step}/{row}", reads(step.edit, keeps=True), name="row"),
    Route("/drafts/{draft:uuid}/{step}/{row}", writes(step.update, keeps=True), methods=["POST"]),
    Route("/cases/{reference}", reads(case.show), name="case"),
    Route("/cases/{reference}/receipt", reads(receipt.show), name="receipt"),
    Route("/cases/{reference}/filed", reads(case.filed), name="filed"),
    Route("/cases/{reference}/files/{blob:uuid}", reads(case.file), name="case_file"),
    Route("/cases/{reference}/documents/{document:uuid}", reads(case.document), name="case_document"),
    Route("/cases/{reference}/messages", reads(case.show, keeps=True), name="messages"),
    Route(
        "/cases/{reference}/messages",
        writes(message.create, again=case.show, files=True, keeps=True, once=True),
        methods=["POST"],
    ),
    Route("/cases/{reference}/answers", reads(answer.show, keeps=True), name="answers"),
    Route("/cases/{reference}/answers", writes(answer.create, files=True, keeps=True), methods=["POST"]),
    Route("/cases/{reference}/answers/{field}/{row}", reads(answer_row.edit, keeps=True), name="answer_row"),
    Route("/cases/{reference}/answers/{field}/{row}", writes(answer_row.update, keeps=True), methods=["POST"]),
    Route("/cases/{reference}/notifications/{notification:uuid}", reads(notification.show), name="notification"),
    Route("/cases/{reference}/notifications/{notification:uuid}", writes(notification.create), methods=["POST"]),
    Route("/cases/{reference}/appeal", reads(appeal.new), name="appeal"),
    Route("/cases/{reference}/appeal", writes(appeal.create), methods=["POST"]),
    Route("/cases/{reference}/withdrawal", reads(withdrawal.new, keeps=True), name="withdrawal"),
    Route(
        "/cases/{reference}/withdrawal", writes(withdrawal.create, again=withdrawal.new, keeps=True), methods=["POST"]
    ),
    Route("/outages", reads(outage.index), name="outages"),
    Route("/check", reads(check.new), name="check"),
    Route("/check", writes(check.create, again=check.new, before=check.count), methods=["POST"]),
    Route("/check/follow", reads(check.new), name="follow"),
    Route("/check/follow", writes(check.follow, again=check.new, before=check.count_follow), methods=["POST"]),
    Route("/check/follow/code", reads(check.enter), name="follow_code"),
    Route("/check/follow/code", writes(check.prove, again=check.enter, before=check.count), methods=["POST"]),
]
