"""English words that carry the sense, and those that carry none."""

from briefing.evidence.sense.languages.word_lists import Tables, table

_NUMBER = """
    0: zero; 1: one; 2: two; 3: three; 4: four; 5: five; 6: six; 7: seven; 8: eight; 9: nine
    10: ten; 11: eleven; 12: twelve; 13: thirteen; 14: fourteen; 15: fifteen; 16: sixteen
    17: seventeen; 18: eighteen; 19: nineteen; 20: twenty; 30: thirty; 40: forty; 50: fifty
    60: sixty; 70: seventy; 80: eighty; 90: ninety; 100: hundred; 1000: thousand
    1000000: million, mn; 1000000000: billion, bn; 1000000000000: trillion, tn
    hundreds: hundreds; thousands: thousands; millions: millions; billions: billions
    trillions: trillions; 12x: dozen; dozens: dozens; half: half, halves, halved, halving
    1.: first, firstly; 2.: second, secondly; 3.: third, thirdly, thirds, one third; 4.: fourth
    5.: fifth, fifths; 6.: sixth; 7.: seventh; 8.: eighth; 9.: ninth; 10.: tenth, tenths
    11.: eleventh; 12.: twelfth; 20.: twentieth; 21.: twenty-first; quarter: quarter, quarters
    twice: twice, double, doubles, doubled, doubling
    once: once
    thrice: thrice, triple, tripled, tripling, threefold
    quadruple: quadruple*; single: single; pair: couple
"""
_NEGATION = """
    not: not, no, nor, neither, none, nobody, nothing, nowhere, no one, non, nay
    never: never, at no time; without: without; unlikely: unlikely
    hardly: hardly, barely, scarcely, seldom, rarely
    no longer: no longer, not any longer, not any more, not anymore
    lack: lack, lacks, lacked, lacking; deny: deny, denies, denied, denying
    refuse: refuse, refuses, refused, refusing, refusal
    fail: fail, fails, failed, failing, failure, failures
    instead: instead of, rather than
"""
_MODAL = """
    shall: shall; will: will, going to, gonna; would: would; should: should, ought; may: may
    might: might
    must: must, has to, have to, had to, having to, obliged to, required to, mandatory
    can: can, able to; could: could; need: need, needs, needed
    perhaps: perhaps, maybe, possibly, conceivably, potentially
    probably: probably, likely, presumably, in all likelihood
    allegedly: allegedly, reportedly, supposedly, apparently, purportedly
    certainly: definitely, inevitably, undoubtedly, without doubt
"""
_DATE = """
    m1: january, jan; m2: february, feb; m3: March, mar; m4: april, apr; m5: May; m6: june, jun
    m7: july, jul; m8: august, aug; m9: september, sep, sept; m10: october, oct
    m11: november, nov; m12: december, dec; d1: monday, mondays, mon
    d2: tuesday, tuesdays, tue, tues; d3: wednesday, wednesdays, wed
    d4: thursday, thursdays, thu, thurs; d5: friday, fridays, fri; d6: saturday, saturdays, sat
    d7: sunday, sundays; today: today; yesterday: yesterday; tomorrow: tomorrow; tonight: tonight
    next: next year, next month, next week, next quarter, next spring, next summer, next autumn,
        next winter, coming year, coming months, coming weeks, coming years
    last: last year, last month, last week, last quarter, last spring, last summer, last autumn,
        last winter, previous year, previous month, previous week, previous quarter, past year,
        past months, past weeks, past years
    this: this year, this month, this week, this quarter, current year
    morning: morning, mornings; evening: evening, evenings; noon: noon, midday
    midnight: midnight; spring: in spring, in the spring; summer: summer, summers
    winter: winter, winters; autumn: autumn, in the fall
"""
_CONDITION = """
    if: if, in case, in the event, in the event that
    unless: unless, except if
    only if: only if, if and only if, only when, only once
    provided: provided, provided that, providing, providing that, on condition that,
        on the condition that, on condition, as long as, so long as, assuming, assuming that,
        contingent on, contingent upon, conditional on, conditional upon, subject to
    except: except, except for, excepting, excluding, apart from, with the exception of,
        aside from, other than, save for, but for
    whether: whether
    depending: depending on, depending upon, depends on, depend on
    otherwise: otherwise
    even if: even if, regardless, regardless of, irrespective of, even though, although, though,
        despite, in spite of, notwithstanding
"""
_QUANTITY = """
    all: all, every, each, everyone, everybody, everything, entire, entirely, whole, wholly,
        completely, fully, totally, universal, universally, always
    most: most, mostly, mainly, majority, a majority of, largely, usually, generally,
        predominantly, in most cases
    many: many, numerous, a lot of, lots of, plenty of, a great many, countless,
        a large number of, often, frequently
    some: some, several, a number of, certain, someone, somebody, sometimes, occasionally,
        a handful of, various, partly, partially, in part, part of
    few: few, a few, minority, little; any: any, anyone, anybody, anything, ever; both: both
    either: either
    only: only, solely, exclusively, merely, alone
    at least: at least, no less than, not less than, no fewer than, minimum, a minimum of
    at most: at most, up to, no more than, not more than, maximum, a maximum of, at best
    about: approximately, roughly, circa, or so
    more than: more than, exceeding, in excess of, upwards of
    less than: less than, fewer than, short of; nearly: nearly, almost, close to, just under
    more: more, greater; less: less, fewer, least; too many: too much, too many
    too few: too little, too few; enough: enough, sufficient
"""
_DIRECTION = """
    up: rise, rises, rose, risen, rising, increas*, grow, grows, grew, grown, growing, growth,
        climb*, gain, gains, gained, gaining, soar*, surg*, jump, jumps, jumped, jumping, advanc*,
        upward, upwards, expand*, expansion, expansions, accelerat*, rais*, higher, upturn,
        rebound*, recover, recovers, recovered, recovering, recovery, strengthen*, improv*,
        escalat*, rall*, pick up, picked up, picks up, picking up, edged up, went up, goes up,
        going up, moved up, gone up, move up, moving up, inflow*, boost*, heighten*, intensif*,
        widen*, tighten*, better, ascend*, elevated, upgrade*
    down: fall, falls, fell, fallen, falling, decreas*, declin*, drop, drops, dropped, dropping,
        shrink, shrinks, shrank, shrunk, shrinking, plung*, tumbl*, slump*, slip, slips, slipped,
        slid, slide, slides, sliding, sink, sinks, sank, sinking, downward, downwards, contract,
        contracts, contracted, contracting, contraction, contractions, decelerat*, slow, slows,
        slowed, slowing, slowdown, lower, lowers, lowered, lowering, reduc*, cut, cuts, cutting,
        downturn, weaken*, deteriorat*, worsen*, worse, diminish*, dwindl*, retreat*, edged down,
        went down, goes down, going down, moved down, gone down, move down, moving down, eased,
        easing, eases, ease, subsid*, recede*, outflow*, narrow, narrows, narrowed, narrowing,
        loosen*, abat*, moderated, moderating, lessen*, descend*, depress*, downgrade*, ebb*
    flat: steady, stable, flat, stagnat*, stabil*, remained, remains, remain, level off,
        leveled off, levelled off
"""
_DEGREE = """
    weak: slightly, modestly, modest, somewhat, a little, a bit, marginally, marginal, mildly,
        mild, moderate, moderately, gradually, gradual, slowly, weak, weakly, subdued, soft,
        feeble, minor, limited, small, smaller, smallest, slight, tepid, sluggish, muted, partial,
        minimal, gently, gentle, fragile, tentative, narrowly, low, tenuous, faint, negligible
    strong: sharply, sharp, significantly, significant, substantially, substantial, strongly,
        strong, stronger, strongest, solid, solidly, robust, robustly, considerably, considerable,
        dramatically, dramatic, markedly, marked, rapidly, rapid, steeply, steep, severely,
        severe, major, large, larger, largest, great, greatly, huge, massive, massively, vastly,
        vast, enormous, enormously, deeply, vigorous, vigorously, broad, big, bigger, biggest,
        swift, swiftly, high, hugely, heavily, heavy, fierce, fiercely, drastic, drastically,
        notably, extensive, extensively, quickly, quick, firmly, firm, powerful, intense,
        intensely, immense, immensely, tremendous, tremendously, extremely, radically, radical
"""
_UNIT = """
    percent: %, percent, per cent, pct, percentage
    points: percentage point, percentage points, basis point, basis points, bp, bps, pp
    permille: ‰; tonne: tonne, tonnes, ton, tons; pound: pound, pounds, lb, lbs, £
    kilogram: kilogram*, kilo, kilos, kg; gram: gram, grams; ounce: ounce, ounces, oz
    kilometre: kilometre*, kilometer*, km, kms; mile: mile, miles
    metre: metre, metres, meter, meters; foot: foot, feet, ft; inch: inch, inches
    centimetre: centimetre*, centimeter*, cm; yard: yard, yards
    litre: litre, litres, liter, liters; gallon: gallon, gallons; barrel: barrel, barrels, bpd
    acre: acre, acres; hectare: hectare, hectares; dollar: dollar, dollars, $, usd
    euro: euro, euros, €, eur; yen: yen, ¥; rouble: rouble, roubles, ruble, rubles
    yuan: yuan, renminbi; cent: cent, cents; rupee: rupee, rupees, ₹; franc: franc, francs
    peso: peso, pesos; second: seconds; minute: minute, minutes; hour: hour, hours, hourly
    day: day, days, daily; week: week, weeks, weekly; month: month, months, monthly
    year: year, years, yearly, annual, annually; decade: decade, decades
    century: century, centuries; celsius: celsius; fahrenheit: fahrenheit
    kilowatt: kilowatt*, kw; megawatt: megawatt*, mw; gigawatt: gigawatt*, gw; byte: byte, bytes
    kilobyte: kilobyte*, kb; megabyte: megabyte*, mb; gigabyte: gigabyte*, gb; bit: bits
    half-year: semester
"""
_OPPOSITE = """
    support+: support*, back, backs, backed, backing, endors*, favor*, favour*, in favor of,
        in favour of, approv*, advocat*, champion*, for, embrac*
    support-: oppos*, reject*, against, disapprov*, resist*, condemn*, veto*, denounc*
    allow+: allow*, permit*, permission, authoriz*, authoris*, enabl*, let, lets, letting, legal*,
        lawful*, legitimate, licens*, tolerat*
    allow-: forbid*, forbad*, prohibit*, ban, bans, banned, banning, prevent*, block*, bar, bars,
        barred, illegal*, unlawful*, illegitimate, outlaw*
    begin+: begin, begins, began, begun, beginning, start*, launch*, commenc*, open, opens,
        opened, opening, resum*, initiat*, continu*, establish*
    begin-: end, ends, ended, ending, stop*, ceas*, halt*, finish*, terminat*, clos*, suspend*,
        interrupt*, conclud*, discontinu*, abolish*, dissolv*
    accept+: accept*, agree, agrees, agreed, agreeing, agreement*, welcom*, consent*, confirm*
    accept-: reject*, declin*, disagree*, dismiss*, refut*, repudiat*, object, objects, objected
    win+: win, wins, won, winning, victor*, succe*, triumph*
    win-: lose, loses, lost, losing, loss, losses, defeat*, fail*
    include+: includ*, including, add, adds, added, adding
    include-: exclud*, excluding, omit*, remov*, delet*, subtract*
    first+: earlier, early, earliest, first, beginning, former
    first-: later, late, latest, last, final, latter, end
    good+: good, better, best, positive*, favorabl*, favourabl*, benefici*, safe, safely,
        optimis*, well, benefit*, advantage*, right, correct*, true
    good-: bad, badly, worse, worst, negative*, unfavorabl*, unfavourabl*, harm*, danger*,
        pessimis*, poorly, poor, risk, risks, risky, disadvantage*, wrong*, incorrect*, false*
    buy+: buy, buys, bought, buying, purchas*, import*, receiv*, borrow*, take, takes, took
    buy-: sell, sells, sold, selling, sale, sales, export*, send, sends, sent, lend*, lent, give,
        gives, gave, given
    attack+: attack*, offensive, invad*, invasion*, advance
    attack-: defend*, defence, defense, defensive, protect*, withdraw*, withdrew, retreat*
    peace+: peace, peaceful*, ceasefire, truce, friend*, ally, allies, allied
    peace-: war, wars, warfare, conflict*, hostil*, enem*, foe, foes, adversar*, violent*
    rich+: rich*, wealth*, prosper*; rich-: poor*, pover*, impoverish*
    high+: high, higher, highest, above, over, upper, top, ceiling, peak*, maximum, maximal,
        maximum, up, long, longer, longest
    high-: low, lower, lowest, below, under, bottom, floor, trough*, minimum, minimal, down,
        short, shorter, shortest
    in+: into, in, inside, within, enter*, internal*, domestic*, join*, inner
    in-: out, outside, beyond, leav*, left, external*, foreign*, exit*, quit*, outer
    to+: to, toward, towards; to-: from; with+: with; with-: against
    love+: love*, like, likes, liked, trust*, hope*
    love-: hat*, distrust*, fear*; public+: public*, open, openly
    public-: private*, secret*, classified, closed
    easy+: easy, easily, easier, simple, simply; easy-: difficult*, hard, harder, complex*
    create+: creat*, build*, built, construct*; create-: destroy*, destruct*, demolish*
    possible+: possible, possibly, feasible
    possible-: impossible, impossibly, unfeasible
    left+: left, left-wing; left-: right, right-wing
    new+: new, newer, newest, young, younger, modern
    new-: old, older, oldest, ancient; north+: north*; north-: south*; east+: east*; east-: west*
    remember+: remember*; remember-: forget*, forgot*; send+: arriv*, come, comes, came, coming
    send-: depart*, go, goes, went, gone
    man+: man, men, male, boy*, father*, husband*, king*
    man-: woman, women, female, girl*, mother*, wife, wives, queen*
    surplus+: surplus*, asset, assets, profit*, creditor*, supply, supplies, supplied
    surplus-: deficit*, liabilit*, loss, losses, debtor*, demand, demands
    life+: life, live, lives, lived, living, alive, birth*, born, save, saves, saved, saving
    life-: death*, die, dies, died, dying, dead, kill*, spend*, spent
    succeed+: able, capable, ready, willing; succeed-: unable, incapable, reluctant*
    day+: day, days, daytime; day-: night, nights, nighttime
    enable+: enabl*, activat*, on, turned on, switch on, switched on
    enable-: disabl*, deactivat*, off, turned off, switch off, switched off
    same+: same, identical*, similar*, equal*, alike
    same-: different*, unlike, unequal*; show+: show*, display*, reveal*, visible
    show-: hide, hides, hid, hidden, conceal*; employer+: employer*; employer-: employee*
    here+: here; here-: there; strength+: strength*, strong*; strength-: weak*
    encourage+: encourag*; encourage-: discourag*; full+: full; full-: empty
    hot+: hot, hotter, warm*; hot-: cold, cool*; light+: light, bright*; light-: dark*
"""
_CONNECTIVE = """
    and: and, &, as well as; or: or; but: but, yet
"""
_TIME = """
    before: before, prior to, ahead of, previously, ago
    after: after, following, afterwards, thereafter, subsequently, later
    by: by; until: until, till, til, up until; since: since, as of, starting
    during: during, while, throughout; within: within
    as soon as: as soon as, immediately, at once, promptly
    from: from; then: then; already: already; still: still; now: now, currently, at present
    recently: recently, lately, just; soon: soon, shortly, eventually, finally
    when: when, whenever, once; next: next, coming, upcoming; last: last, past, previous
    permanently: permanent, permanently, forever
    temporarily: temporary, temporarily, provisional, provisionally, for now
"""
_ATTRIBUTION = """
    say: say, says, said, saying, state, states, stated, stating, note, notes, noted, told, tell,
        tells, remark*, according to, report*, announc*, declar*, add, added, explain*
    deny: deny, denies, denied, denying, contradict*, disput*, refut*
    claim: claim*, alleg*, assert*, insist*, argu*, contend*
    suggest: suggest*, hint*, impl*, indicat*, propos*, recommend*
    doubt: doubt*, question*, wonder*, suspect*
    admit: admit*, conced*, acknowledg*, confess*
    promise: promis*, pledg*, vow*, commit, commits, committed, guarant*, undertake*
    threaten: threat*; warn: warn*
    demand: demand*, order, orders, ordered, urg*
    ask: ask, asks, asked, asking, request*, invit*
    hope: hope, hopes, hoped, hoping, wish*
    believe: believ*, think, thinks, thought, thinking, feel, feels, felt, assum*, expect*
    know: know, knows, knew, known, knowing; predict: predict*, forecast*
    prove: prov*, show, shows, showed, shown, demonstrat*
    decide: decid*, decision*; consider: consider*
    plan: plan, plans, planned, planning, intend*, intention*
    try: try, tries, tried, trying, attempt*, seek, seeks, sought, aim, aims, aimed
"""
_PLAIN = """
    word: provid*, provinc*, order to, in order to, open to, number, numbers
    phrase: as well, such as, as far as, at all, at least as, after all, all right, no doubt,
        of course, first of all, in fact, one another, each other, above all, at last,
        last but not least, whether or not, not only, so far, as a whole, on the whole,
        in general, in particular, at the same time, on the one hand, on the other hand,
        for the most part, by the way, by and large, in the first place
"""

TABLES = Tables(
    signs={
        "number": table(_NUMBER),
        "negation": table(_NEGATION),
        "modal": table(_MODAL),
        "date": table(_DATE),
        "condition": table(_CONDITION),
        "quantity": table(_QUANTITY),
        "direction": table(_DIRECTION),
        "degree": table(_DEGREE),
        "unit": table(_UNIT),
        "opposite": table(_OPPOSITE),
        "connective": table(_CONNECTIVE),
        "time": table(_TIME),
        "attribution": table(_ATTRIBUTION),
        "plain": table(_PLAIN),
    },
    function="""
        a an the this that these those there here it its in on at of to for with by from as into
        onto upon about through between among amongst across along and or but so then than if when
        where while whom whose who which what how why because since is are was were be been being
        am has have had having do does did doing done 's s get gets got let also too very such own
        thus hence therefore whereas whereby wherein thereby thereof therein herein hereby hereto
        within out up down off over under per via re versus vs regarding concerning respect toward
        towards amid yes well oh quite rather
    """,
    fillers="""
        indeed, actually, really, also, just, furthermore, moreover, nonetheless, nevertheless,
        however, therefore, thus, consequently, accordingly, besides, additionally, in addition,
        of course, in fact, clearly, obviously, certainly, surely, simply, basically, essentially,
        frankly, honestly, again, likewise, similarly, meanwhile, moreover, hence, even, quite,
        rather, very, so, too, as well, well, overall, anyway, in particular, particularly,
        especially, specifically, namely, that is, for example, for instance, in other words,
        in turn, in general, naturally, truly, literally, notably so, then, further, together,
        itself, themselves, himself, herself, ourselves, myself, yourself, as such, please,
        above all, on the whole, by the way, first of all, after all, respectively
    """,
    pronouns="""
        i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his
        himself she her hers herself it its itself they them their theirs themselves this that
        these those one ones who whom whose which here there such former latter
    """,
    generic="""
        country countries nation nations state states government governments administration
        minister ministers secretary president presidents chancellor premier prime chairman
        chairwoman chair governor governors ambassador king queen leader leaders official
        officials spokesman spokeswoman spokesperson company companies firm firms corporation bank
        banks group groups organization organizations organisation organisations agency agencies
        committee committees commission council parliament congress senate house court courts
        ministry department office party parties side sides parts union alliance coalition
        authorities authority board body institution institutions agreement agreements accord
        treaty treaties deal deals pact convention resolution resolutions law laws bill bills act
        decision decisions proposal proposals plan plans program programme programs programmes
        project projects policy policies measure measures report reports statement document
        documents text paper letter city cities region regions province territory area place
        capital republic kingdom island islands sea river war wars conflict crisis attack attacks
        operation operations meeting meetings summit conference talks negotiations event events
        period year years month day time date man men woman women person people persons couple
        author authors speaker speakers witness victim victims members member allies ally partner
        partners neighbours neighbors enemy matter matters issue issues question questions problem
        problems topic subject case cases situation process system systems institution team two
        three four five other others latter former army forces force military troops police
        movement network market markets industry sector currency product products item items
        weapon weapons sanctions program church university school hospital fund foundation
    """,
    pointers="""
        the this that these those its their his her our your said such both
    """,
    prepositions="""
        in on at of to for with by from into through between among across along near around about
        against before after during until since via within without under over
    """,
    endings="""
        s es ed d ing e er y ies ied ly al ally en n t red ring ted ting led ling ned ning ped
        ping ging ged ming med me ue
    """,
    negating="""
        un in im il ir dis non mis a anti counter de
    """,
    contractions={
        "can't": "can not",
        "cannot": "can not",
        "won't": "will not",
        "shan't": "shall not",
        "'ll": "will",
        "'re": "are",
        "'ve": "have",
        "'m": "am",
        "'d": "would",
        "ain't": "is not",
        "it's": "it is",
        "he's": "he is",
        "she's": "she is",
        "that's": "that is",
        "there's": "there is",
        "what's": "what is",
        "who's": "who is",
        "here's": "here is",
        "let's": "let us",
        "'s": "",
    },
)
