"""Another address on my page, and stopping it, below the locale, for whoever reads the old one."""

from starlette.routing import Route

from app.identity.handlers import account, readdressing
from app.kit.edge import reads, writes

ROUTES = [
    Route("/me/account", reads(account.show, signed=True, keeps=True), name="my_account"),
    Route(
        "/me/account",
        writes(account.create, again=account.show, before=account.count, signed=True, keeps=True),
        methods=["POST"],
    ),
    Route("/me/account/code", reads(account.enter_code, signed=True), name="my_account_code"),
    Route(
        "/me/account/code",
        writes(account.prove, again=account.enter_code, before=account.count_codes, signed=True),
        methods=["POST"],
    ),
    Route("/me/account/stop", writes(account.stop, signed=True), methods=["POST"]),
    Route("/sign-in/readdressing/{code}", reads(readdressing.show), name="readdressing"),
    Route("/sign-in/readdressing/{code}", writes(readdressing.stop, before=readdressing.count), methods=["POST"]),
]
