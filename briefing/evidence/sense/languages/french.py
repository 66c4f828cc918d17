"""French words that carry the sense, and those that carry none."""

from briefing.evidence.sense.languages.word_lists import Tables, table

_NUMBER = """
    0: zéro; 2: deux; 3: trois; 4: quatre; 5: cinq; 6: six; 7: sept; 8: huit; 9: neuf; 10: dix
    11: onze; 12: douze; 13: treize; 14: quatorze; 15: quinze; 16: seize; 20: vingt, vingts
    30: trente; 40: quarante; 50: cinquante; 60: soixante; 70: septante; 80: octante, huitante
    90: nonante; 100: cent, cents; 1000: mille; 1000000: million, millions
    1000000000: milliard, milliards; 1000000000000: billion, billions
    thousands: milliers, millier; dozens: dizaine, dizaines; hundreds: centaine, centaines
    dozen: douzaine, douzaines; half: moitié, demi, demie; third: tiers; quarter: quart, quarts
    1.: premier, première, premiers, premières, 1er, 1ère
    2.: deuxième*, second, seconde, seconds, secondes
    3.: troisième*; 4.: quatrième*; 5.: cinquième*; 6.: sixième*; 7.: septième*; 8.: huitième*
    9.: neuvième*; 10.: dixième*; 20.: vingtième*
    twice: double, doubles, doubler, doublé, doublement
    thrice: triple, triples, tripler, triplé; once: une fois; single: unique, seul, seule
"""
_NEGATION = """
    not: pas, pas encore, nullement, aucunement, non, aucun, aucune, nul, nulle, ni, guère,
        point du tout
    nobody: personne ne, ne personne; nothing: rien; never: jamais, au grand jamais
    without: sans; no longer: ne plus, n' plus; hardly: à peine, presque pas
    lack: manqu*, manque, dépourvu*
    deny: nie, nient, nié, nier, niait, nia, démenti*, dément, démentent
    refuse: refus*; fail: échou*, échec, échecs; instead: au lieu de, au lieu d', plutôt que
"""
_MODAL = """
    must: doit, doivent, devoir, dois, devons, devez, dut, il faut, faut, falloir, obligé de,
        obligé, obligée, obligatoire, obligatoirement, tenu de, contraint de
    will must: devra, devront, faudra
    should: devrait, devraient, devrais, devrions, faudrait
    had to: devait, devaient, fallait, dû
    can: peut, peuvent, pouvoir, pouvez, pouvons, peux, puisse, puissent, possible de,
        en mesure de
    could: pourrait, pourraient, pourrais, pourrions
    will can: pourra, pourront, pourrez; was able: pouvait, pouvaient, put, purent
    may: peut-être, éventuellement, possiblement, il se peut
    probably: probablement, vraisemblablement, sans doute, probable
    certainly: certainement, assurément, inévitablement, forcément, nécessairement
    allegedly: prétendument, soi-disant, apparemment
    want: veut, veulent, vouloir, voudrait; will be: sera, seront, serai, serons
    would be: serait, seraient; will have: aura, auront; would have: aurait, auraient
    will: va, vont; on peut: on peut
"""
_DATE = """
    m1: janvier; m2: février; m3: mars; m4: avril; m5: mai; m6: juin; m7: juillet; m8: août
    m9: septembre; m10: octobre; m11: novembre; m12: décembre; d1: lundi, lundis; d2: mardi
    d3: mercredi; d4: jeudi; d5: vendredi; d6: samedi; d7: dimanche, dimanches
    today: aujourd'hui; yesterday: hier; tomorrow: demain; day: lendemain; eve: veille
    last: an dernier, année dernière, mois dernier, semaine dernière, an passé, année passée
    next: an prochain, année prochaine, mois prochain, semaine prochaine
    this: cette année, cette semaine, ce mois; morning: matin, matinée; evening: soir, soirée
    spring: printemps; summer: été dernier, cet été; autumn: automne; winter: hiver
"""
_CONDITION = """
    if: si, s' il, s' ils, au cas où, dans le cas où, en cas de, en cas d'
    unless: à moins que, à moins qu', à moins de, sauf si, sauf s', excepté si
    only if: seulement si, uniquement si, que si, ne que lorsque
    provided: à condition que, à condition qu', à condition de, pourvu que, pourvu qu', tant que,
        tant qu', sous réserve de, sous réserve d', sous réserve que, du moment que, dès lors que,
        à supposer que, sous condition
    except: sauf, excepté, hormis, à l'exception de, à l' exception de, à l' exception d',
        à l' exception du, à l' exception des, en dehors de, hors
    even if: même si, bien que, bien qu', quoique, malgré, en dépit de, quel que soit,
        quelle que soit
    otherwise: sinon, autrement
"""
_QUANTITY = """
    all: tous, toutes, tout, toute, chaque, chacun, chacune, entier, entière, entièrement,
        totalement, complètement, intégralité, ensemble, toujours, total, totale
    most: la plupart, plupart, majorité, majoritairement, principalement, surtout, généralement,
        essentiellement, habituellement, pour la plupart
    many: beaucoup, nombreux, nombreuses, maints, souvent, fréquemment, grand nombre
    some: certains, certaines, quelques, quelqu'un, quelques-uns, quelques-unes, plusieurs,
        divers, diverses, parfois, partie, partiellement, quelquefois, quelque
    few: peu, rares, minorité, rarement, peu de; both: les deux, tous les deux, tous deux
    either: l' un ou l' autre, soit
    only: seulement, uniquement, exclusivement, ne que, seuls, seules
    at least: au moins, au minimum, minimum
    at most: au plus, au maximum, maximum, jusqu'à concurrence
    about: environ, approximativement, à peu près
    more than: plus de, plus d', davantage de; less than: moins de, moins d'
    more: plus, davantage; less: moins; nearly: presque, près de; too: trop
    enough: assez, suffisamment, suffisant; same: autant
"""
_DIRECTION = """
    up: augment*, hausse, hausses, croissan*, croît, croître, croissent, accroît*, accroiss*,
        accrû, accru*, monte, monté, montée, monter, montent, montait, grimp*, progress*,
        renforc*, amélior*, accélér*, relev*, relèv*, élargi*, élarg*, gagn*, supérieur*, élevé*,
        élever, élève, bond, bondi, reprise, redress*, expansion, étend*, intensifi*, agrandi*,
        allong*, s'envol*, envol*, essor, majoration
    down: diminu*, baiss*, rédui*, réduc*, recul*, chut*, décroiss*, décroît*, décru, descen*,
        affaibl*, dégrad*, aggrav*, ralenti*, inférieur*, abaiss*, restrei*, restrict*, rétréc*,
        déclin*, effondr*, repli, perte, pertes, perdu, rapetiss*, amoindri*, raccourci*,
        dépréci*, détérior*, contraction
    flat: stagn*, stable*, stabil*, inchangé*
"""
_DEGREE = """
    weak: légèrement, léger, légère, légers, légères, faible, faibles, faiblement, modéré*,
        modeste*, modestement, modérément, lent, lente, lentement, petit, petite, petits, petites,
        mineur*, limité*, un peu, graduel*, graduellement, progressivement, peu à peu, minime,
        minuscule*, mou, doucement, partiel, partielle, insignifiant*, superficiel*, doux, douce
    strong: fortement, fort, forte, forts, fortes, grand, grande, grands, grandes, considérabl*,
        important*, rapide*, rapidement, grave*, gravement, énorme*, énormément, vaste*,
        nettement, solide*, profond*, profondément, vif, vive, vivement, sévère*, massif, massive,
        massivement, spectaculaire*, majeur*, sensiblement, très, largement, brusque*, brutal*,
        intens*, robuste*, extrêmement, gros, grosse, substantiel*, significati*, dur, dure,
        immense*
"""
_UNIT = """
    percent: %, pour cent, pourcent, pourcentage
    points: point de pourcentage, points de pourcentage, points de base, point de base,
        points de pour cent
    tonne: tonne, tonnes; pound: livre, livres, £; kilogram: kilogramme*, kilo, kilos, kg
    gram: gramme*; kilometre: kilomètre*, km; mile: mile, miles; metre: mètre, mètres
    foot: pied, pieds; centimetre: centimètre*, cm; litre: litre, litres; gallon: gallon, gallons
    barrel: baril, barils; hectare: hectare, hectares; acre: acre, acres; euro: euro, euros, €
    dollar: dollar, dollars, $; franc: franc, francs; yen: yen, yens, ¥; rouble: rouble, roubles
    cent: centime, centimes; minute: minute, minutes; hour: heure, heures
    day: jour, jours, journée*, quotidien*; week: semaine, semaines, hebdomadaire*
    month: mois, mensuel*; year: an, ans, année, années, annuel*; decade: décennie, décennies
    century: siècle, siècles; byte: octet, octets; bit: bit, bits; second: seconde de, secondes
    inch: pouce, pouces
"""
_OPPOSITE = """
    support+: souten*, soutien*, appuy*, appui*, approuv*, approb*, favor*, pour, en faveur
    support-: oppos*, combat*, rejet*, contre, désapprouv*, condamn*, dénonc*
    allow+: autoris*, permet*, permis, permission, légal*, licite*, laiss*
    allow-: interdi*, empêch*, prohib*, bloqu*, illégal*, illicite*
    begin+: commenc*, début*, démarr*, lanc*, ouvr*, ouvert*, reprend*, repris, continu*, entam*
    begin-: termin*, fin, fins, finir, fini, finit, arrêt*, cess*, ferm*, interromp*, suspen*,
        achev*, conclu*
    accept+: accept*, accord*, adopt*, adhér*, consent*
    accept-: refus*, rejet*, déclin*, désaccord*
    win+: gagn*, succès, victoire*, réuss*, vainqueur*
    win-: perd*, échec*, échou*, défait*, perte, pertes
    include+: inclu*, ajout*, compris, compren*
    include-: exclu*, supprim*, retir*, enlev*, omet*, effac*
    good+: bon, bonne, bons, bonnes, bien, meilleur*, positif*, positive*, avantag*, vrai*,
        juste*, correct*, sûr, sûre, favorable*, utile*
    good-: mauvais*, mal, pire*, négatif*, négative*, inconvénient*, désavantag*, faux, fausse*,
        injuste*, incorrect*, dangereu*, défavorable*, nuisible*
    buy+: achet*, achat*, import*, recev*, reç*, emprunt*, prend*
    buy-: vend*, vente*, export*, envoy*, donn*
    peace+: paix, pacifi*, ami, amis, amie, allié*, trêve
    peace-: guerre*, conflit*, ennemi*, hostil*, adversaire*
    rich+: rich*; rich-: pauvre*, pauvreté
    new+: nouveau*, nouvel*, neuf, neuve, neufs, jeune*, moderne*
    new-: ancien*, vieux, vieil*, âgé*; public+: public*, publique*; public-: privé*, secr*
    easy+: facile*, facilement, simple*, simplement, aisé*
    easy-: difficil*, complex*, compliqu*
    create+: cré*, construi*, construct*, établi*, fond*
    create-: détrui*, destruct*, démoli*, supprim*
    life+: vie, vies, vivant*, viv*, naissance*, né, née
    life-: mort*, meur*, mour*, décès, tué*; enable+: activ*, actif*
    enable-: désactiv*, inactif*, inactiv*; show+: affich*, montr*, visible*
    show-: masqu*, cach*, invisible*, dissimul*; install+: install*; install-: désinstall*
    left+: gauche*; left-: droite
    first+: premier, première, début, précédent*, antérieur*
    first-: dernier*, dernière*, final*, fin, suivant*, ultérieur*
    same+: même, mêmes, identique*, semblable*, égal*
    same-: autre, autres, différent*
    high+: haut, haute, hauts, hautes, sur, dessus, maximum, maximal*, plafond, long, longue,
        longs
    high-: bas, basse, sous, dessous, minimum, minimal*, plancher, court, courte, courts
    in+: intérieur*, interne*, dans, entr*
    in-: extérieur*, externe*, hors, sort*, quitt*
    love+: aim*, amour*, confian*, espoir*, espèr*
    love-: hain*, haï*, détest*, méfi*, crain*, peur*
    freedom+: libert*, libre*; freedom-: esclav*, captiv*, prison*; attack+: attaqu*, offensi*
    attack-: défen*, protég*, protect*; from+: de, du, depuis; from-: vers, à, jusqu'à
    north+: nord; north-: sud; east+: est de l'; east-: ouest; known+: connu*
    known-: inconnu*, ignor*; strong+: force*; strong-: faibless*; light+: lumière*, clair*
    light-: ombre*, obscur*, sombre*; man+: homme*, père, fils, mari
    man-: femme*, mère, fille, épouse; with+: avec; with-: contre
    surplus+: excédent*, actif*, profit*, bénéfice*
    surplus-: déficit*, passif*; encourage+: encourag*; encourage-: décourag*; full+: plein*
    full-: vide*
"""
_CONNECTIVE = """
    and: et, ainsi que; or: ou, ou bien
"""
_TIME = """
    before: avant, avant que, avant de, auparavant
    after: après, après que, ensuite, puis, ultérieurement
    until: jusqu'à, jusqu'au, jusqu'en, jusqu'aux, jusque, jusqu'
    since: depuis, à partir de, à compter de, dès
    during: pendant, durant, lors de, lors du, lors des, au cours de, au cours du
    when: lorsque, lorsqu', quand; already: déjà; still: encore, toujours; not yet: pas encore
    now: maintenant, actuellement, désormais; soon: bientôt, prochainement
    as soon as: dès que, aussitôt, immédiatement; later: plus tard, tard; earlier: plus tôt, tôt
    within: d'ici, sous; next: prochain*; last: dernier*, dernière*, passé*
    temporarily: temporair*, provisoir*; permanently: permanent*, définiti*
"""
_ATTRIBUTION = """
    say: dit, disent, disait, dire, dis, déclar*, annonc*, indiqu*, expliqu*, ajouté, selon,
        précis*, rapport*, not*, soulign*, raconté
    deny: nie, nient, nié, nier, niait, nia, démenti*, dément, démentent, contredi*, conteste*
    claim: affirm*, prétend*, soutient que, soutient qu', assur*, insist*
    suggest: suggér*, suggèr*, propos*, recommand*, conseill*, laisse entendre
    doubt: dout*, soupçonn*; admit: admet*, admis, reconn*, avou*
    promise: prom*, engag*, garanti*; threaten: menac*; warn: averti*, prévien*, mis en garde
    demand: exig*, réclam*, ordonn*, demand*; ask: demande si, interrog*
    hope: espèr*, espér*, souhait*
    believe: croi*, croire, pens*, estim*, suppos*, cru
    know: sait, savent, savoir, savons, su, sachant
    fear: crai*, redout*; predict: prév*, prédi*; prove: prouv*, démontr*, confirm*
    decide: décid*, décision*; plan: envisag*, compt*; try: tent*, essa*, cherch*
"""
_PLAIN = """
    phrase: pour cent mille, pas seulement, non seulement, tout à fait, tout de suite,
        pas du tout, de plus, de plus en plus, en tout cas, tout d' abord, si bien que, ainsi,
        non plus, en plus, premier ministre, première ministre, n'est-ce pas, ou non,
        plus ou moins, tout en, toutefois, peut être, personne, personnes, une personne,
        la personne, en permanence, note, notes, notable*, notamment, notre, nôtre, partout,
        surface*, descript*, fonction*, fondament*, accordé, crédit*, de même, quand même,
        même si ce, sur tout, rapport à, par rapport, assurance*, compte tenu
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
        le la les l' un une des de du d' au aux à en dans par pour sur sous vers chez entre avec
        ce cet cette ces c' ceci cela ça celui celle ceux celles ci là y où que qu' qui quoi dont
        lequel laquelle lesquels lesquelles duquel desquels auquel auxquels quel quelle quels
        quelles il elle on nous vous ils elles je j' tu me m' te t' se s' lui leur leurs mon ma
        mes ton ta tes son sa ses notre nos votre vos moi toi soi eux est sont était étaient être
        été étant suis sommes êtes soit soient fut furent a ont avait avaient avoir ai as avons
        avez ait aient eu eut ayant n' ne fait font faire faisait et ou or ni car comme lorsque
        lorsqu' quand puisque puisqu' afin parce mais donc tel telle tels telles via envers selon
        l'on cela auprès concernant quant hors lors c'est-à-dire soi-même lui-même elle-même
        eux-mêmes là-bas voici voilà oui tandis alors pendant face grâce cause suite égard sujet
        propos façon manière
    """,
    fillers="""
        également, aussi, cependant, ainsi, donc, toutefois, bien entendu, en effet, notamment,
        simplement, par ailleurs, alors, même, d'ailleurs, d' ailleurs, néanmoins, pourtant,
        en outre, de plus, par exemple, bien sûr, évidemment, effectivement, certes, enfin,
        vraiment, réellement, justement, précisément, particulièrement, en particulier, en fait,
        tout de même, quand même, or, bref, finalement, naturellement, clairement, d'abord,
        d' abord, par conséquent, c'est pourquoi, en général, à savoir, encore une fois, bien,
        ensuite, puis, par défaut, ici, là
    """,
    pronouns="""
        je j' me m' moi tu te t' toi il elle on nous vous ils elles lui leur eux se s' soi mon ma
        mes ton ta tes son sa ses notre nos votre vos leurs ce cet cette ces ceci cela ça celui
        celle ceux celles celui-ci celle-ci y en
    """,
    generic="""
        pays gouvernement ministre président présidente premier société entreprise entreprises
        groupe parti parlement comité commission conseil banque accord traité loi projet texte
        rapport document organisation institution autorités autorité ministère état ville région
        côtés parties deux réunion sommet guerre conflit union alliance
    """,
    pointers="""
        le la les l' ce cet cette ces son sa ses leur leurs
    """,
    prepositions="""
        à en dans par pour sur sous vers chez entre avec de du d' au aux depuis contre avant après
    """,
    endings="""
        s x e es ent er é ée és ées ait aient ant ons ez ra ront rait t nt r re ir it is issent
        issant ment al aux ale ales el elle eux euse if ive ifs ives ère ères ers
    """,
    negating="""
        in im il ir dé dés dis mé més mal non a anti
    """,
    contractions={
        "du": "de le",
        "au": "à le",
        "aux": "à les",
        "l'": "l'",
        "d'": "d'",
        "j'": "j'",
        "m'": "m'",
        "t'": "t'",
        "s'": "s'",
        "n'": "n'",
        "c'": "c'",
        "qu'": "qu'",
        "lorsqu'": "lorsqu'",
        "puisqu'": "puisqu'",
        "jusqu'": "jusqu'",
    },
)
