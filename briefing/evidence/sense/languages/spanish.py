"""Spanish words that carry the sense, and those that carry none."""

from briefing.evidence.sense.languages.word_lists import Tables, table

_NUMBER = """
    0: cero; 1: uno; 2: dos; 3: tres; 4: cuatro; 5: cinco; 6: seis; 7: siete; 8: ocho; 9: nueve
    10: diez; 11: once; 12: doce; 13: trece; 14: catorce; 15: quince; 16: dieciséis
    17: diecisiete; 18: dieciocho; 19: diecinueve; 20: veinte; 21: veintiuno, veintiún
    22: veintidós; 23: veintitrés; 24: veinticuatro; 25: veinticinco; 26: veintiséis
    27: veintisiete; 28: veintiocho; 29: veintinueve; 30: treinta; 40: cuarenta; 50: cincuenta
    60: sesenta; 70: setenta; 80: ochenta; 90: noventa; 100: cien, ciento, cientos
    200: doscientos, doscientas; 300: trescientos, trescientas; 400: cuatrocientos, cuatrocientas
    500: quinientos, quinientas; 600: seiscientos, seiscientas; 700: setecientos
    800: ochocientos; 900: novecientos; 1000: mil; 1000000: millón, millones
    1000000000000: billón, billones; thousands: miles, millar, millares; dozens: decena, decenas
    dozen: docena, docenas; hundreds: centenar, centenares
    half: mitad, medio, media, medios, medias
    1.: primero, primera, primer, primeros, primeras
    2.: segundo, segunda; 3.: tercero, tercera, tercer; third: tercio, tercios
    quarter: cuarto, cuartos; 4.: cuarta; 5.: quinto, quinta; 6.: sexto, sexta
    7.: séptimo, séptima; 8.: octavo, octava; 9.: noveno, novena; 10.: décimo, décima
    twice: doble, dobles, duplic*, dos veces; thrice: triple, triplic*; once: una vez
    single: único, única, solo uno
"""
_NEGATION = """
    not: no, todavía no, aún no, ni, ningún, ninguno, ninguna, nadie, nada, tampoco, en absoluto
    never: nunca, jamás; without: sin; no longer: ya no; hardly: apenas, casi nunca
    lack: falta, faltan, carec*, carenc*
    deny: nieg*, neg*, desmient*, desment*, desmint*
    refuse: se negó, rehús*, rehus*; fail: fracas*; instead: en lugar de, en vez de
"""
_MODAL = """
    must: debe, deben, deber, debo, debemos, debes, tiene que, tienen que, tener que, tenemos que,
        hay que, obligado, obligada, obligatori*, es necesario, es preciso
    will must: deberá, deberán, tendrá que, tendrán que, habrá que
    should: debería, deberían, habría que
    had to: debía, debían, tuvo que, tuvieron que
    can: puede, pueden, poder, puedo, podemos, puedes, pueda, puedan, se puede, capaz de
    could: podría, podrían; will can: podrá, podrán, podremos
    was able: podía, podían, pudo, pudieron
    perhaps: quizá, quizás, tal vez, acaso, posiblemente, a lo mejor
    probably: probablemente, seguramente, probable
    certainly: ciertamente, sin duda, inevitablemente, necesariamente
    allegedly: presuntamente, supuestamente, al parecer, aparentemente
    want: quiere, quieren, querer, quisiera; will be: será, serán; would be: sería, serían
    will have: tendrá, tendrán, habrá, habrán
    would have: tendría, tendrían, habría, habrían
    will: va a, van a
"""
_DATE = """
    m1: enero; m2: febrero; m3: marzo; m4: abril; m5: mayo; m6: junio; m7: julio; m8: agosto
    m9: septiembre, setiembre; m10: octubre; m11: noviembre; m12: diciembre; d1: lunes
    d2: martes; d3: miércoles; d4: jueves; d5: viernes; d6: sábado, sábados
    d7: domingo, domingos; today: hoy; yesterday: ayer, anteayer; tomorrow: mañana
    last: año pasado, mes pasado, semana pasada, pasado año, pasada semana, año anterior
    next: próximo año, año próximo, próximo mes, próxima semana, semana próxima, año que viene
    this: este año, este mes, esta semana, presente año
    evening: noche, tarde; spring: primavera; summer: verano; autumn: otoño; winter: invierno
"""
_CONDITION = """
    if: si, en caso de, en caso de que, en el caso de que, si acaso
    unless: a menos que, a no ser que, salvo si, salvo que, excepto si, excepto que
    only if: solo si, sólo si, únicamente si, solamente si, solo cuando, sólo cuando
    provided: siempre que, siempre y cuando, con tal de que, a condición de que, a condición de,
        mientras que, bajo la condición, condicionado, sujeto a, con la condición,
        en la medida en que
    except: excepto, salvo, exceptuando, con excepción de, con la excepción de, a excepción de,
        menos
    even if: aunque, aun cuando, incluso si, a pesar de, pese a, si bien, independientemente
    otherwise: de lo contrario, si no, en caso contrario
"""
_QUANTITY = """
    all: todos, todas, todo, toda, cada, entero, entera, totalmente, completamente, siempre,
        conjunto, enteramente, total, totalidad
    most: mayoría, mayor parte, mayormente, principalmente, generalmente, sobre todo, normalmente,
        en su mayoría
    many: muchos, muchas, mucho, mucha, numerosos, numerosas, a menudo, frecuentemente,
        con frecuencia
    some: algunos, algunas, algún, alguna, alguno, varios, varias, ciertos, ciertas, a veces,
        parte, parcialmente, diversos, diversas, alguien, algo, en ocasiones, unos cuantos
    few: pocos, pocas, poco, poca, minoría, raramente, rara vez, escasos
    both: ambos, ambas, los dos, las dos
    only: solo, sólo, solamente, únicamente, exclusivamente, nada más
    at least: al menos, por lo menos, como mínimo
    at most: como máximo, a lo sumo, a lo más
    about: aproximadamente, alrededor de, cerca de
    more than: más de; less than: menos de; more: más; less: menos; nearly: casi
    enough: suficiente*, bastante*; any: cualquier, cualquiera; too: demasiado*
"""
_DIRECTION = """
    up: aument*, sub, sube, suben, subir, subió, subido, subida, subidas, crec*, increment*,
        fortalec*, mejor*, superior*, mayor, mayores, arriba, ampli*, aceler*, alza, alzas, elev*,
        ascen*, gan*, avanc*, avanz*, expan*, repunt*, reforz*, refuerz*, intensific*, recuper*,
        extend*, extien*, auge, agrand*
    down: disminu*, baj, baja, bajan, bajar, bajó, bajado, bajada, bajadas, descen*, descien*,
        decrec*, reduc*, reduj*, debilit*, empeor*, inferior*, menor, menores, abajo, fren*,
        caíd*, cae, caen, caer, cayó, deterior*, retroced*, retroces*, rebaj*, recort*, perd*,
        pérdid*, declin*, contracc*, restring*, restric*, encog*, ralentiz*, desaceler*, desplom*,
        merm*
    flat: estanc*, estable*, estabil*
"""
_DEGREE = """
    weak: ligeramente, ligero, ligera, débil*, pequeño, pequeña, pequeños, pequeñas, modest*,
        moderad*, lentamente, lento, lenta, leve*, levemente, mínim*, superficial*,
        insignificante*, limitad*, gradual*, poco a poco, un poco, suave*, suavemente,
        menor medida, tenue*, parcial*
    strong: fuertemente, fuerte*, gran, grande*, considerable*, rápid*, rápidamente, grave*,
        gravemente, enorme*, profund*, profundamente, important*, sólid*, ampli*, amplia,
        drástic*, drásticamente, sever*, masiv*, significativ*, intens*, notable*, notablemente,
        muy, sustancial*, brusc*, robust*, extrem*, vast*, marcad*, inmens*, alto, alta, altos,
        altas
"""
_UNIT = """
    percent: %, por ciento, porciento, porcentaje
    points: punto porcentual, puntos porcentuales, puntos básicos
    tonne: tonelada, toneladas; pound: libra, libras, £; kilogram: kilogramo*, kilo, kilos, kg
    gram: gramo, gramos; kilometre: kilómetro*, km; mile: milla, millas; metre: metro, metros
    foot: pie, pies; centimetre: centímetro*, cm; litre: litro, litros; gallon: galón, galones
    barrel: barril, barriles; hectare: hectárea, hectáreas; acre: acre, acres
    euro: euro, euros, €; dollar: dólar, dólares, $; peso: peso, pesos; yen: yen, yenes, ¥
    peseta: peseta, pesetas; cent: centavo, centavos; second: segundos; minute: minuto, minutos
    hour: hora, horas; day: día, días, diari*; week: semana, semanas, semanal*
    month: mes, meses, mensual*; year: año, años, anual*; decade: década, décadas
    century: siglo, siglos; byte: byte, bytes; bit: bit, bits; inch: pulgada, pulgadas
"""
_OPPOSITE = """
    support+: apoy*, respald*, aprob*, aprueb*, favorec*, a favor, defiend*
    support-: rechaz*, combat*, en contra, contra, opon*, opus*, desaprob*, conden*, denunc*
    allow+: permit*, permis*, autoriz*, legal*, lícit*, dej*
    allow-: prohib*, impid*, imped*, vet*, ilegal*, bloque*
    begin+: comenz*, comienz*, empez*, empiez*, inici*, principio*, abr*, abiert*, arranc*,
        reanud*, continu*, lanz*
    begin-: termin*, acab*, fin, fines, final*, finaliz*, cerr*, cierr*, deten*, detien*,
        suspend*, ces*, conclu*, par*
    accept+: acept*, acord*, acuerd*, adopt*, consent*
    accept-: rechaz*, rehus*, desacuerd*, declin*
    win+: gan*, éxito*, victori*, logr*, triunf*; win-: perd*, pierd*, fracas*, derrot*
    include+: inclu*, añad*, agreg*, incorpor*
    include-: exclu*, elimin*, quit*, suprim*, borr*, omit*
    good+: buen, bueno, buena, buenos, buenas, bien, mejor*, positiv*, ventaj*, verdad*, correct*,
        segur*, favorable*, útil*, just*
    good-: mal, malo, mala, malos, malas, peor*, negativ*, desventaj*, fals*, incorrect*, peligr*,
        desfavorable*, nociv*, injust*
    buy+: compr*, import*, recib*
    buy-: vend*, vent, venta, ventas, export*, envi*, entreg*
    peace+: paz, pacífic*, amig*, aliad*, tregua*
    peace-: guerr*, conflict*, enemig*, hostil*, adversari*
    rich+: ric, rico, rica, ricos, ricas, riquez*
    rich-: pobre*, pobrez*; new+: nuev*, joven*, jóven*, modern*; new-: viej*, antigu*, ancian*
    public+: públic*; public-: privad*, secret*; easy+: fácil*, sencill*, simple*
    easy-: difícil*, complej*, complicad*; create+: cre*, constru*, establec*, fund*
    create-: destru*, demol*
    life+: vid, vida, vidas, viv*, nacimient*, nac*
    life-: muert*, mor*, muer*, falleci*; enable+: activ*; enable-: desactiv*, inactiv*
    show+: mostr*, muestr*, visible*; show-: ocult*, escond*, invisible*; install+: instal*
    install-: desinstal*; left+: izquierd*; left-: derech, derecha
    same+: mism*, igual*, idéntic*
    same-: distint*, diferent*, otro, otra, otros, otras
    first+: primer*, anterior*, principio
    first-: últim*, posterior*, siguiente*, final
    high+: arriba, sobre, encima, alto, alta, máxim*, larg*, techo
    high-: abajo, bajo, debajo, baja, mínim*, cort*
    in+: dentro, interior*, intern*, entr*; in-: fuera, exterior*, extern*, sal*
    love+: amor*, am, ama, aman, amar, quer*, confianz*, esper*
    love-: odi*, desconfi*, tem*, mied*; freedom+: libert*, libre*; freedom-: esclav*, prisi*
    attack+: atac*, ataque*, ofensiv*; attack-: defen*, proteg*; from+: de, desde
    from-: a, hacia, hasta; north+: norte; north-: sur; east+: este de; east-: oeste
    man+: hombre*, padre*, hij, hijo, marido, varón
    man-: mujer*, madre*, hija, esposa; with+: con; with-: contra
    surplus+: superávit*, activo, activos, benefici*
    surplus-: déficit*, pasivo, pasivos; known+: conocid*; known-: desconocid*
    light+: luz, luces, clar*; light-: oscur*, sombr*; full+: llen*; full-: vací*
    strong+: fortalez*, fuerz*; strong-: debilidad*; encourage+: anim*; encourage-: desanim*
"""
_CONNECTIVE = """
    and: y, e, así como; or: o, u, o bien
"""
_TIME = """
    before: antes, antes de, antes de que, previamente, anterior a
    after: después, después de, después de que, tras, luego, posteriormente, más tarde, tarde
    until: hasta, hasta que; since: desde, desde que, a partir de
    during: durante, mientras, en el curso de; when: cuando; already: ya
    still: todavía, aún, sigue; not yet: todavía no, aún no
    now: ahora, actualmente, en la actualidad; soon: pronto, próximamente, en breve
    as soon as: en cuanto, tan pronto como, inmediatamente
    next: próxim*; last: pasad*, últim*; temporarily: temporal*, provisional*
    permanently: permanent*, definitiv*; within: dentro de
"""
_ATTRIBUTION = """
    say: dijo, dice, dicen, decir, dicho, decía, dijeron, declar*, anunci*, señal*, indic*,
        explic*, según, inform*, agregó, añadió, manifest*, coment*, asegur*
    deny: nieg*, neg*, desmient*, desment*, desmint*, contradi*
    claim: afirm*, sostien*, sostuv*, alega*, insist*
    suggest: sugier*, suger*, propon*, propus*, propuest*, recom*, aconsej*
    doubt: dud*, sospech*; admit: admit*, reconoc*, confes*
    promise: promet*, prometió, compromet*, garantiz*
    threaten: amenaz*; warn: advir*, advert*, advier*, avis*
    demand: exig*, orden, ordena, ordenó, reclam*, demand*
    ask: pregunt*, pid*, pidi*; hope: esper*, dese*
    believe: cre, cree, creen, creo, creer, creía, pens*, piens*, opin*, supon*
    fear: tem*, tema, temen; know: sab*, sé, supo; predict: prev*, predi*, pronostic*
    prove: prob*, prueb*, demostr*, confirm*; decide: decid*, decisión*; plan: plane*, prevé
    try: intent*, trat*
"""
_PLAIN = """
    word: no solo, no sólo, no obstante, sin embargo, sin duda alguna, por lo menos que, más bien,
        además, de todos modos, sobre todo, por supuesto, a través de, parece*, parecid*, partid*,
        particip*, particular*, para, negoci*, amplia, recomend*, tema, temas, temp, tempor*,
        moral, morales, salud*, amenazar, ordenador*, probable, problem*, gana*, creciente,
        crédito*, sala, salas, salvo que no, amistad*, parar, segund*, paralel*, parte de,
        vetera*, cesar, negro, negra, negros, negras, sabor*
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
        el la los las lo un una unos unas de del al a en por para con sobre entre hacia ante bajo
        según y e o u que qué quien quién quienes cual cuál cuales cuyo cuya donde dónde como cómo
        cuando cuándo porque pues pero mas sino ya yo tú él ella ello nosotros vosotros ellos
        ellas usted ustedes me te se nos os le les mí ti sí mi mis tu tus su sus nuestro nuestra
        nuestros nuestras vuestro este esta esto estos estas ese esa eso esos esas aquel aquella
        aquello aquellos aquellas es son era eran ser sido siendo soy somos fue fueron sea sean
        está están estaba estaban estar estado estoy ha han había habían haber he hemos haya hayan
        hay hace hacer hizo tiene tienen tenía tener tuvo así tan tanto tal tales aunque mediante
        acerca contra desde durante respecto cuanto ahí allí allá aquí acá debido causa través
        manera modo forma fin dado puesto mismo misma
    """,
    fillers="""
        también, además, sin embargo, por tanto, por lo tanto, entonces, pues, realmente, claro,
        incluso, por supuesto, en efecto, así, luego, simplemente, igualmente, en realidad,
        no obstante, asimismo, por ejemplo, por otra parte, por otro lado, de hecho,
        efectivamente, precisamente, en particular, especialmente, naturalmente, finalmente,
        en general, es decir, o sea, por consiguiente, de nuevo, verdaderamente, ciertamente,
        obviamente, desde luego, más bien, muy, bien, aún así, al fin, en fin, aquí, ahí,
        de forma predeterminada
    """,
    pronouns="""
        yo tú él ella ello nosotros nosotras vosotros ellos ellas usted ustedes me te se nos os le
        les lo la los las mi mis tu tus su sus nuestro nuestra nuestros nuestras vuestro este esta
        esto estos estas ese esa eso esos esas aquel aquella aquello aquellos aquellas éste ésta
        éstos ése
    """,
    generic="""
        país países gobierno ministro ministra presidente presidenta empresa empresas compañía
        grupo partido parlamento comité comisión consejo banco acuerdo tratado ley proyecto texto
        informe documento organización institución autoridades autoridad ministerio estado ciudad
        región lados partes dos reunión cumbre guerra conflicto unión alianza
    """,
    pointers="""
        el la los las este esta estos estas ese esa esos esas su sus ambos ambas
    """,
    prepositions="""
        a en por para con sobre entre hacia ante bajo según de del al desde hasta contra tras
        durante
    """,
    endings="""
        s es a o as os e en an ar er ir ó é í aron ieron aba aban ía ían ado ada ados adas ido ida
        idos idas ando iendo mente n ron rá rán ría rían amos emos imos al ales ces z
    """,
    negating="""
        in im i ir des dis anti no a
    """,
    contractions={
        "del": "de el",
        "al": "a el",
    },
)
