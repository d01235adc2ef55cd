"""E-mail newsletters: an .eml file is one article."""

from __future__ import annotations

from collections.abc import Mapping
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr

from diurna.read.fields import iso_day
from diurna.read.markup import text_of_fragment

# A plain part shorter than this share of the HTML's words is a note ("view this mail in your browser").
SHORT = 0.4


def fields_of_mail(data: bytes) -> Mapping[str, object]:
    """Return the input fields of the article in a message; raises ValueError where it holds no text."""
    try:
        message = message_from_bytes(data, policy=default)
        assert isinstance(message, EmailMessage)
        plain, markup = _part(message, "plain"), text_of_fragment(_part(message, "html"))
        sender = parseaddr(str(message.get("from", "")))
        day = iso_day(str(message.get("date", "")))
        title = str(message.get("subject", "")).strip()
    except Exception as error:  # the parser of headers raises many kinds for broken ones
        raise ValueError(f"the message cannot be read ({type(error).__name__}); save its text as .txt") from error
    text = plain if len(plain) > SHORT * len(markup) else markup
    if not text.strip():
        raise ValueError("the message has no text; save it again, with its body")
    made = {"text": text, "title": title, "source": sender[0] or sender[1], "published": day}
    return {key: value for key, value in made.items() if value}


def _part(message: EmailMessage, kind: str) -> str:
    part = message.get_body(preferencelist=(kind,))
    if part is None:
        return ""
    try:
        return str(part.get_content())
    except (LookupError, ValueError):  # an encoding that nobody knows
        payload = part.get_payload(decode=True)
        return payload.decode("cp1252", "replace") if isinstance(payload, bytes) else ""
