"""The filters of events as parameters of a request."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import Depends, Query

from diurna.show.answers.filters import Filters

_MOST = 200


def _words(what: str) -> object:
    return Query(max_length=_MOST, description=what)


def filters_of(
    actor: Annotated[str | None, _words("A country's code or part of a name, of one who acts.")] = None,
    recipient: Annotated[str | None, _words("A country's code or part of a name, of one who is acted on.")] = None,
    country: Annotated[str | None, _words("Country code of a participant or the place.")] = None,
    sector: Annotated[str | None, _words("PLOVER sector of a participant: GOV, MIL, ...")] = None,
    type: Annotated[str | None, _words("PLOVER type: PROTEST, ...")] = None,
    mode: Annotated[str | None, _words("PLOVER mode: arrest, ...")] = None,
    status: Annotated[str | None, _words("happened, future, hypothetical, negated or historical.")] = None,
    place: Annotated[str | None, _words("Words of the place's name.")] = None,
    since: Annotated[date | None, Query(alias="from", description="On this day or later.")] = None,
    until: Annotated[date | None, Query(alias="to", description="On this day or before.")] = None,
    source: Annotated[str | None, _words("Words of who says it, or of the article's source.")] = None,
    text: Annotated[str | None, _words("Words of the sentence.")] = None,
    min_confidence: Annotated[float | None, Query(ge=0, le=1, description="At least so sure.")] = None,
) -> Filters:
    """Return the filters; what is left empty asks for nothing."""
    words = {
        "actor": actor, "recipient": recipient, "country": country, "sector": sector, "type": type, "mode": mode,
        "status": status, "place": place, "source": source, "text": text,
    }  # fmt: skip
    asked = {name: value for name, value in words.items() if value}
    return Filters(**asked, since=since, until=until, min_confidence=min_confidence)


Filtered = Annotated[Filters, Depends(filters_of)]
