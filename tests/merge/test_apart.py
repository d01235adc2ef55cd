"""What different people say, and what lies far apart in time, is not one event; a demand taken up again is."""

import diurna


def told(text: str, kind: str) -> list[tuple[str, list[str]]]:
    """Return the event type's triggers, each with its mentions, of an article of 12 March 2026."""
    (record,) = diurna.code([{"text": text, "published": "2026-03-12"}])
    return [(e.trigger.text, [m.text for m in e.mentions]) for e in record.events if e.type == kind]


def test_demands_of_two_bodies_are_two() -> None:
    text = (
        "Human Rights Watch urged the government of Togo to release the journalists. "
        "The Catholic bishops also demanded their release."
    )
    assert told(text, "REQUEST") == [("urged", []), ("demanded", [])]


def test_a_demand_that_is_rejected_is_the_one_that_was_made() -> None:
    text = (
        "Human Rights Watch urged the government of Togo to free the journalists. The government rejected the demand."
    )
    assert told(text, "REQUEST") == [("urged", ["demand"])]


def test_an_accusation_without_a_speaker_joins_one_of_two_speakers() -> None:
    text = (
        "Ankara was accused of spying. Greek government spokesman Pavlos Marinakis accused Ankara of spying. "
        "Fishermen accused Ankara of cutting their nets."
    )
    assert told(text, "ACCUSE") == [("accused", ["accused"]), ("accused", [])]


def test_tonights_protest_is_not_the_first_one() -> None:
    text = (
        "Thousands gathered outside parliament in Tbilisi on Wednesday for a 470th night of protests. "
        "The rallies began on November 28, 2024, when the government suspended talks with the EU."
    )
    assert told(text, "PROTEST") == [("gathered", ["protests"]), ("rallies", [])]


def test_the_killing_of_today_is_not_the_massacre_of_years_ago() -> None:
    text = (
        "Gunmen killed a clan elder in Garissa on Tuesday. The gunmen who attacked Garissa University on 2 April 2015 "
        "and killed 148 people were tried in Nairobi."
    )
    assert told(text, "ASSAULT") == [("killed", []), ("killed", ["attacked"])]


def test_a_past_crime_told_again_is_one() -> None:
    text = (
        "A court in Lima on Tuesday sentenced a former general for killing five villagers in 1988. "
        "The killings took place near Ayacucho."
    )
    assert told(text, "ASSAULT") == [("killing", ["killings"])]


def test_other_numbers_arrested_elsewhere_are_other_arrests() -> None:
    text = (
        "Police arrested 12 people for public violence in Zandspruit on Tuesday. Shops were looted all night. "
        "There were 27 arrests over the looting."
    )
    (record,) = diurna.code([{"text": text, "published": "2014-08-13"}])
    assert [(e.trigger.text, e.mentions) for e in record.events if e.type == "COERCE"] == [
        ("arrested", ()),
        ("arrests", ()),
    ]


def test_violence_by_others_on_others_in_other_words_is_another_event() -> None:
    text = (
        "Residents of the township blocked the main road with rocks on Tuesday. A taxi driver was dragged from his "
        "car and beaten. Shops were looted, and foreigners fled. A mob attacked a Somali shopkeeper, who died later."
    )
    (record,) = diurna.code([{"text": text, "published": "2014-08-13"}])
    hurt = [[who.span.text for who in e.recipients] for e in record.events if e.type == "ASSAULT"]
    assert hurt == [["A taxi driver"], ["a Somali shopkeeper"]]


def test_another_state_that_moves_troops_moves_its_own() -> None:
    text = (
        "Thailand deployed a brigade along the Cambodian border on Friday. "
        "Cambodia in turn sent tanks to the area on Saturday."
    )
    assert [mentions for _, mentions in told(text, "MOBILIZE")] == [[], []]


def test_what_a_union_yields_is_not_what_the_government_yields() -> None:
    text = (
        "Mali's military government on Thursday lifted a ban on fuel sales. "
        "The union's president, Fatoumata Maiga, called off the strike."
    )
    assert len(told(text, "CONCEDE")) == 2


def test_troops_that_the_cabinet_sends_are_the_armys() -> None:
    text = (
        "The Kenyan government deployed troops to Garissa on Monday after a night of raids. "
        "The Kenyan army deployed the troops along the river."
    )
    assert len(told(text, "MOBILIZE")) == 1


def test_a_war_that_has_gone_on_for_years_is_not_its_attack_of_today() -> None:
    text = (
        "An air strike killed 31 people in Um Ruwaba on Thursday. The Rapid Support Forces, which have fought the army "
        "since April 2023, said 40 people had died in the attack."
    )
    assert told(text, "ASSAULT") == [("air strike", ["attack"]), ("fought", [])]


def test_a_predecessors_resignation_is_another() -> None:
    text = "Prime Minister Ilze Kalna resigned on Monday. She took office in 2023 after her predecessor quit."
    assert told(text, "RETREAT") == [("resigned", []), ("quit", [])]


def test_an_arrest_of_years_ago_is_not_todays() -> None:
    text = (
        "Police in Uganda arrested eleven members of the People's Charter on Thursday. Officers broke down doors at "
        "dawn. Among them was Ruth Nabirye, who was arrested in 2017 and let off. The bishops called for her release."
    )
    assert told(text, "COERCE") == [("arrested", []), ("arrested", [])]
    assert ("let off", []) in told(text, "RETREAT")


def test_what_two_parties_promise_is_two_promises() -> None:
    text = (
        "The CGT confederation in Argentina promised to support the teachers, and the opposition Justicialist Party "
        "pledged to vote against the bill."
    )
    assert told(text, "AGREE") == [("promised", []), ("pledged", [])]


def test_sentences_on_two_men_are_two() -> None:
    text = (
        "A court in Lima sentenced former minister Rodolfo Yáñez to nine years in prison for taking bribes. "
        "Two clerks were acquitted. His aide Hugo Salas was sentenced to four years."
    )
    assert told(text, "SANCTION") == [("sentenced", []), ("sentenced", [])]


def test_a_refusal_that_names_nobody_is_not_the_denial_of_somebody() -> None:
    text = (
        "Police spokesman Charles Okello denied that anyone had been hurt in Kampala. "
        "The People's Charter said that it had put off the march until April."
    )
    assert ("denied", []) in told(text, "REJECT")


def test_as_many_taken_are_the_same_ones_and_the_attackers_are_the_gunmen() -> None:
    text = (
        "Gunmen on motorcycles killed nine people in Dantse village in Nigeria on Thursday. "
        "The attackers opened fire on houses, residents said."
    )
    assert told(text, "ASSAULT") == [("killed", ["opened fire"])]
