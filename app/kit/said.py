"""What the status region says after something was done: a key travels in the address, the sentence stands here."""

from app.kit.i18n import N_, translate

SAID = {
    "absence_ended": N_("The absence is over. The cases are back."),
    "absence_recorded": N_("The absence is recorded."),
    "answered": N_("Your answers are sent."),
    "assigned": N_("The case is passed on."),
    "batch_undone": N_("What could be put back is put back."),
    "corrected": N_("The correction is recorded. The person is told."),
    "case_linked": N_("The cases are linked."),
    "cases_merged": N_("The two are one case now. Whoever sent them is told."),
    "case_split": N_("The second case is open. The person is told."),
    "case_rejoined": N_("The second case is put back. The person is told."),
    "cases_unmerged": N_("The two are taken apart. Whoever sent them is told."),
    "case_parted": N_("The cases are parted."),
    "cared": N_("It is written down."),
    "care_ended": N_("It has ended."),
    "decided": N_("The decision is recorded."),
    "handed_over": N_("The case is with the other office now. You no longer see it."),
    "ended": N_("That session has ended."),
    "extended": N_("There is more time to decide. The person is told."),
    "heard": N_("The person is told and can answer."),
    "invitation_revoked": N_("The invitation is taken back. Its link opens nothing any more."),
    "invited": N_("The link is on its way by e-mail."),
    "looked_into": N_("It is recorded that you have looked into it."),
    "left": N_("All access has ended."),
    "roles": N_("The functions are saved. They count from the next click on."),
    "kept": N_("Your answers are saved. Nothing is sent yet."),
    "link": N_("A new link is on its way to the same address."),
    "mandate_given": N_("The mandate is given. It can be used as soon as the person says yes."),
    "mandate_accepted": N_("You act for somebody now."),
    "mandate_ended": N_("The mandate has ended. Both are told."),
    "mandate_notices": N_("It is saved who gets the news."),
    "mandate_news_of": N_("It is saved who gets the news. Both are told."),
    "claimed": N_("The case is in your account now."),
    "regaining": N_("The new address is recorded. The old contact is told and can stop it."),
    "account_closed": N_("Your account is closed. We wrote to its address for the last time."),
    "proof_sent": N_("The code is on its way to your e-mail address."),
    "proven_again": N_("You have shown that it is you. Now you can go on."),
    "email_proven": N_("The new address is proven. Now it waits for its day."),
    "stopped": N_("It is stopped. Your account keeps its e-mail address."),
    "linked": N_("The town knows now who you are. From now on we fill in what we have."),
    "message": N_("Your message is sent."),
    "moved": N_("The step is recorded."),
    "needs": N_("What you need is saved."),
    "needs_of": N_("What the person needs is saved."),
    "noted": N_("The note is saved."),
    "consent": N_("It is written down, and counts from now on."),
    "consent_of": N_("It is written down, and counts from now on."),
    "renamed": N_("The new name is recorded. The person and the offices of the open cases are told."),
    "mended": N_("It is recorded as mended."),
    "opened": N_("The notification is open. It counts as served from now."),
    "refused": N_("You refused the notification. It counts as served from now."),
    "handed_out": N_("It is written down. The decision counts as served from now."),
    "outage": N_("The outage is written down. The days that fell into it move, and people are told."),
    "over": N_(
        "Your session has ended. Nothing is lost, and nothing was sent. Sign in again within 24 hours: what you wrote "
        "is still here."
    ),
    "over_code": N_(
        "Your session has ended. Nothing is lost, and nothing was sent. Come back with your code within 24 hours: what "
        "you wrote is still here."
    ),
    "taken_in": N_("The form is sent. Print the receipt for the person."),
    "answered_for": N_("The person’s answers are sent."),
    "paper_added": N_("The pages are in the case."),
    "paper_kept": N_("The papers are kept. Now say where they belong."),
    "paper_removed": N_("The paper is removed."),
    "code_sent": N_("The code is on its way. The person reads it to you."),
    "called": N_("It is noted. The person can read it."),
    "asked": N_("The person is asked."),
    "chosen": N_("The town has your choice."),
    "passkey_added": N_("The passkey is kept. Next time you can sign in with it."),
    "passkey_removed": N_("The passkey no longer opens your account."),
    "purpose_over": N_("What you wrote is kept. Say first why you are looking, then it is here again."),
    "placed": N_("The place of the barrier is recorded."),
    "recalled": N_("It is recalled. The person gets nothing of it."),
    "unlinked": N_("The account and the record are no longer connected."),
    "unsent": N_("What you wrote is still here. It is not sent yet: check it, then go on."),
    "unsent_files": N_(
        "What you wrote is still here, your files are not. Choose the files again, check everything, then go on."
    ),
    "unsent_gone": N_("What was written here before cannot be shown: it is too old, or somebody else wrote it."),
    "sample_judged": N_("What you found is recorded."),
    "samples_drawn": N_("Samples are drawn."),
    "shortcuts_kept": N_("The shortcuts are kept."),
    "task_added": N_("The task is added."),
    "task_done": N_("The task is done."),
    "view_removed": N_("The view is removed."),
    "view_saved": N_("The view is saved. You find it on the start page too."),
    "withdrawn": N_("The request is taken back."),
}


def sentences(key: str, locale: str) -> tuple[str, ...]:
    """The sentence of a key; nothing for one that is not ours."""
    return (translate(locale, SAID[key]),) if key in SAID else ()
