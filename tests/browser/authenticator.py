"""A device that keeps passkeys and always recognises its owner, in a person's browser (Chromium's virtual one)."""

from typing import Any

from tests.browser.person import Person


class Device:
    def __init__(self, person: Person) -> None:
        self.line = person.line
        self._ask("enable", enableUI=False)
        made = {
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": True,
            "automaticPresenceSimulation": True,
        }
        self.id = self._ask("addVirtualAuthenticator", options=made)["authenticatorId"]

    @property
    def keys(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self._ask("getCredentials", authenticatorId=self.id)["credentials"]
        return found

    def put(self, key: dict[str, Any]) -> None:
        """A key out of another device, or out of a backup of this one."""
        self._ask("addCredential", authenticatorId=self.id, credential=key)

    def drop(self, key: dict[str, Any]) -> None:
        self._ask("removeCredential", authenticatorId=self.id, credentialId=key["credentialId"])

    def untouched(self) -> None:
        """Nobody answers what it is asked, until `touch`; what it was asked before, nobody answers then either."""
        self._ask("setAutomaticPresenceSimulation", authenticatorId=self.id, enabled=False)

    def touch(self) -> None:
        self._ask("setAutomaticPresenceSimulation", authenticatorId=self.id, enabled=True)

    def refuse(self) -> None:
        """Somebody else holds it now: it recognises nobody."""
        self._ask("setUserVerified", authenticatorId=self.id, isUserVerified=False)

    def _ask(self, what: str, **params: Any) -> Any:
        return self.line.execute_cdp_cmd(f"WebAuthn.{what}", params)
