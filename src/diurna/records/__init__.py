"""The plain records that the steps pass on. They stand below every step and import none."""

from diurna.records.article import Article, Block, BlockKind, Dateline, Layout, Post
from diurna.records.record import (
    Attribution,
    Claim,
    Count,
    DateMention,
    Entity,
    EntityType,
    Event,
    Form,
    Mention,
    MentionKind,
    Participant,
    Place,
    PossibleActor,
    PossiblePlace,
    Posted,
    Record,
    Role,
    SourceKind,
    Stance,
    Status,
    When,
    holding,
    meet,
)
from diurna.records.sentence import (
    AttributionReading,
    Document,
    Name,
    NameType,
    Sentence,
    Token,
    TriggerReading,
)
from diurna.records.span import Span

__all__ = [
    "Article", "Attribution", "AttributionReading", "Block", "BlockKind", "Claim", "Count", "DateMention", "Dateline",
    "Document", "Entity", "EntityType", "Event", "Form", "Layout", "Mention", "MentionKind", "Name", "NameType",
    "Participant", "Place", "PossibleActor", "PossiblePlace", "Post", "Posted", "Record", "Role", "Sentence",
    "SourceKind", "Span", "Stance", "Status", "Token", "TriggerReading", "When", "holding",
    "meet",
]  # fmt: skip
