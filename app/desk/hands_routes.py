"""What staff do for somebody at the window, on the phone or from paper: below the desk."""

from starlette.routing import Route

from app.desk.handlers import (
    appeal,
    call,
    choice,
    confirmation,
    cover,
    declaration,
    intake,
    intake_row,
    intake_start,
    paper,
    paper_part,
    papers,
    receipt,
    reply,
    withdrawal,
)
from app.kit.edge import reads, writes

CASE = "/desk/cases/{reference}"
PAPER = "/desk/papers/{paper:uuid}"
INTAKE = "/desk/intake/{draft:uuid}"

HANDS = [
    Route("/desk/calls", reads(call.new, signed=True, keeps=True), name="desk_calls"),
    Route("/desk/calls", writes(call.create, again=call.new, signed=True, keeps=True, once=True), methods=["POST"]),
    Route(f"{CASE}/calls", reads(call.new, signed=True, keeps=True), name="desk_case_calls"),
    Route(f"{CASE}/calls", writes(call.create, again=call.new, signed=True, keeps=True, once=True), methods=["POST"]),
    Route(f"{CASE}/answers", reads(reply.edit, signed=True, keeps=True), name="desk_answers"),
    Route(f"{CASE}/answers", writes(reply.update, signed=True, files=True, keeps=True), methods=["POST"]),
    Route(f"{CASE}/answers/{{field}}/{{row}}", reads(reply.edit_row, signed=True, keeps=True), name="desk_answer_row"),
    Route(f"{CASE}/answers/{{field}}/{{row}}", writes(reply.update_row, signed=True, keeps=True), methods=["POST"]),
    Route(f"{CASE}/cover", reads(cover.show, signed=True), name="desk_cover"),
    Route("/desk/papers", reads(papers.index, signed=True), name="desk_papers"),
    Route(
        "/desk/papers",
        writes(papers.create, again=papers.index, before=papers.read, signed=True, files=True, once=True),
        methods=["POST"],
    ),
    Route(PAPER, reads(paper.show, signed=True), name="desk_paper"),
    Route(PAPER, writes(paper_part.place, again=paper.show, before=paper_part.cut, signed=True), methods=["POST"]),
    Route(f"{PAPER}/pictures/{{number:int}}", reads(paper.picture, signed=True), name="desk_paper_picture"),
    Route(f"{PAPER}/removal", reads(paper.leave, signed=True), name="desk_paper_removal"),
    Route(f"{PAPER}/removal", writes(paper.remove, signed=True), methods=["POST"]),
    Route("/desk/intake", reads(intake_start.new, signed=True, keeps=True), name="desk_intake"),
    Route(
        "/desk/intake", writes(intake_start.create, again=intake_start.new, signed=True, keeps=True), methods=["POST"]
    ),
    Route(INTAKE, reads(intake.edit, signed=True, keeps=True), name="desk_intake_form"),
    Route(INTAKE, writes(intake.update, signed=True, files=True, keeps=True), methods=["POST"]),
    Route(f"{INTAKE}/code", reads(declaration.show, signed=True), name="desk_declaration"),
    Route(f"{INTAKE}/code", writes(declaration.create, before=declaration.count, signed=True), methods=["POST"]),
    Route(f"{INTAKE}/{{field}}/{{row}}", reads(intake_row.edit, signed=True, keeps=True), name="desk_intake_row"),
    Route(f"{INTAKE}/{{field}}/{{row}}", writes(intake_row.update, signed=True, keeps=True), methods=["POST"]),
    Route(
        f"{CASE}/confirmations/{{confirmation:uuid}}",
        reads(confirmation.new, signed=True, keeps=True),
        name="desk_confirmation",
    ),
    Route(
        f"{CASE}/confirmations/{{confirmation:uuid}}",
        writes(confirmation.create, again=confirmation.new, signed=True, keeps=True),
        methods=["POST"],
    ),
    Route(f"{CASE}/withdrawal", reads(withdrawal.new, signed=True, keeps=True), name="desk_withdrawal"),
    Route(
        f"{CASE}/withdrawal", writes(withdrawal.create, again=withdrawal.new, signed=True, keeps=True), methods=["POST"]
    ),
    Route(f"{CASE}/choices/{{transition}}", reads(choice.new, signed=True, keeps=True), name="desk_choice"),
    Route(
        f"{CASE}/choices/{{transition}}",
        writes(choice.create, again=choice.new, signed=True, keeps=True),
        methods=["POST"],
    ),
    Route(f"{CASE}/appeal", reads(appeal.new, signed=True), name="desk_appeal"),
    Route(f"{CASE}/appeal", writes(appeal.create, again=appeal.new, signed=True), methods=["POST"]),
    Route(f"{CASE}/receipt", reads(receipt.show, signed=True), name="desk_receipt"),
]
