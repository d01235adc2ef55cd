"""Who: the actors that names and noun phrases mean, in PLOVER's codes."""

from diurna.resolve.who.identities import Identity, identity_of, possible_actors, use_actors
from diurna.resolve.who.nominals import ActorCode, actor_of
from diurna.resolve.who.states import state_of

__all__ = ["ActorCode", "Identity", "actor_of", "identity_of", "possible_actors", "state_of", "use_actors"]
