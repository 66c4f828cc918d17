"""Words that say little about a meeting because most meetings, or most texts, have them.

How rare a word is among a few dozen statements is known badly; these lists say what any reader
knows besides. They are short on purpose: what a subject is called stands in neither.
"""

from typing import Final

from briefing.evidence.texts.tokens import listed
from briefing.search.language.stems import stem


def _stems(words: str) -> frozenset[str]:
    return frozenset(map(stem, listed(words)))


OF_MEETINGS: Final = _stems(
    """
    ability access achieve acknowledge act action active activity actor address advance affirm
    agenda agree agreement aim alliance ally announce apply approach area aspect assess assist
    assistance assurance attention basis behavior behaviour benefit bilateral bolster both
    broaden build call capability capable capacity close closely collaborate collaboration
    commit commitment common communicate communication communique community concern concrete
    condemn conduct confirm consensus constructive consult consultation contact context continue
    contribute contribution cooperate cooperation coordinate coordination could counterpart
    country decide decision declaration declare deepen delegation demonstrate determination
    determine develop development dialogue discuss discussion effective effort emphasise
    emphasize encourage endeavor endeavour engage engagement enhance ensure environment
    establish exchange expand express facilitate field focus force forward foster foundation
    framework friendly further future global goal government group hail highlight implement
    implementation importance important improve include initiative intensify interest
    international invite involve issue joint jointly leader leadership likeminded maintain
    mechanism meet meeting member minister ministry momentum multilateral must mutual nation
    national necessary necessity note objective official operation opportunity outcome outline
    participate participation partner partnership party plan pledge policy position positive
    practical prepare press pressing priority process progress project promote proposal propose
    purpose pursue question reaffirm reaffirmation recall recognise recognize region regional
    reinforce reiterate relation relationship relevant reply represent representative require
    resolve respect respond response responsibility result robust role round secretary secure
    security seek serious shall share should side significant situation solidarity speak
    spokesperson stakeholder stance state statement step strengthen stress strong substantive
    success successful support sustain sustained talk tie together topic track ultimate
    underline underscore united unity unwavering uphold urge utmost view visit vital vow welcome
    will willing willingness work world would
    """
)
"""Stems of words that the account of any meeting has."""

OF_TEXTS: Final = _stems(
    """
    able accord account actual add afternoon ago allow almost amid among amount annual another
    answer appear april around article ask august available average back become begin behind
    believe best better billion board break bring business cancel carry case cause certain
    challenge change charge check choose claim clear come company complete condition consider
    contain control cost could course cover create critical current daily date deal decade
    december describe detail difference different difficult direct draw early easy effect eight
    emerge emerging enough entire especially event example exist expect experience explain face
    fact factor fail fall family fast february feel figure final find first five follow force
    forget form former four free friday full fund gain general give good great grow growing
    growth half hand happen hard head hear help high history hold hope hour huge idea identify
    impact increase independent individual instance intend introduce item january join july june
    keep kind know known lack large last late launch lead learn least leave less level light
    likely limit line list little live local long look lose main major make manage march mark
    matter maybe mean means might million minute modern moment monday month morning move much
    name natural near need never news next nine normal nothing november number occur october
    offer often open operate opinion option order organise organize original other over overall
    paper part particular pass past pattern people percent percentage perhaps period person
    picture piece place point popular possible post potential power powerful prepared present
    president pressure prevent prime private probable problem produce program programme proper
    protect prove provide public pull push quality quarter quick quite raise range rate reach
    read ready real reason receive recent record reduce refer reflect regard relate remain
    remember remove report rest return reveal rise risk rule same saturday save scale second
    sector select send sense september series serve service seven several shape short show
    similar simple single size small social soon sort source special specific spend stability
    stable stage stand standard start stay still stop story strategic strategy strength
    structure study style subject sudden suggest sunday system take target task team tell term
    test thing think third thousand threat threaten three throughout thursday time today
    tomorrow tool total toward towards tried true trust truth tuesday turn twelve type under
    understand understanding unit until upcoming update usual value various version wait want
    watch wednesday week weekend whole wide within without wonder word worry write wrong year
    yesterday
    """
)
"""Stems of words that texts of all sorts are full of."""
