"""German words that carry the sense, and those that carry none; a noun's capital says nothing."""

from briefing.evidence.sense.languages.word_lists import Tables, table

_NUMBER = """
    0: null; 1: eins; 2: zwei, zweier; 3: drei, dreier; 4: vier; 5: fünf; 6: sechs; 7: sieben
    8: acht; 9: neun; 10: zehn; 11: elf; 12: zwölf; 13: dreizehn; 14: vierzehn; 15: fünfzehn
    16: sechzehn; 17: siebzehn; 18: achtzehn; 19: neunzehn; 100: hundert, einhundert
    1000: tausend, eintausend; 1000000: million, millionen, mio
    1000000000: milliarde, milliarden, mrd; 1000000000000: billion, billionen
    hundreds: hunderte, hunderten; thousands: tausende, tausenden; dozens: dutzende, dutzenden
    dozen: dutzend
    half: hälfte, hälften, halb, halbe, halben, halber, halbes
    third: drittel; quarter: viertel; fifth: fünftel
    1.: erste, ersten, erster, erstes, erstem, erstens
    2.: zweite*, zweitens; 3.: dritte*, drittens; 4.: vierte, vierten, vierter, viertes
    5.: fünfte*; 6.: sechste*; 7.: siebte*; 8.: achte, achten, achter; 9.: neunte*; 10.: zehnte*
    20.: zwanzigste*; once: einmal
    twice: zweimal, doppelt*, zweifach*, verdoppel*
    thrice: dreimal, dreifach*, verdreifach*; single: einzig*, einzeln*; 20: zwanzig
    21: einundzwanzig; 22: zweiundzwanzig; 23: dreiundzwanzig; 24: vierundzwanzig
    25: fünfundzwanzig; 26: sechsundzwanzig; 27: siebenundzwanzig; 28: achtundzwanzig
    29: neunundzwanzig; 30: dreißig; 31: einunddreißig; 32: zweiunddreißig; 33: dreiunddreißig
    34: vierunddreißig; 35: fünfunddreißig; 36: sechsunddreißig; 37: siebenunddreißig
    38: achtunddreißig; 39: neununddreißig; 40: vierzig; 41: einundvierzig; 42: zweiundvierzig
    43: dreiundvierzig; 44: vierundvierzig; 45: fünfundvierzig; 46: sechsundvierzig
    47: siebenundvierzig; 48: achtundvierzig; 49: neunundvierzig; 50: fünfzig; 51: einundfünfzig
    52: zweiundfünfzig; 53: dreiundfünfzig; 54: vierundfünfzig; 55: fünfundfünfzig
    56: sechsundfünfzig; 57: siebenundfünfzig; 58: achtundfünfzig; 59: neunundfünfzig
    60: sechzig; 61: einundsechzig; 62: zweiundsechzig; 63: dreiundsechzig; 64: vierundsechzig
    65: fünfundsechzig; 66: sechsundsechzig; 67: siebenundsechzig; 68: achtundsechzig
    69: neunundsechzig; 70: siebzig; 71: einundsiebzig; 72: zweiundsiebzig; 73: dreiundsiebzig
    74: vierundsiebzig; 75: fünfundsiebzig; 76: sechsundsiebzig; 77: siebenundsiebzig
    78: achtundsiebzig; 79: neunundsiebzig; 80: achtzig; 81: einundachtzig; 82: zweiundachtzig
    83: dreiundachtzig; 84: vierundachtzig; 85: fünfundachtzig; 86: sechsundachtzig
    87: siebenundachtzig; 88: achtundachtzig; 89: neunundachtzig; 90: neunzig; 91: einundneunzig
    92: zweiundneunzig; 93: dreiundneunzig; 94: vierundneunzig; 95: fünfundneunzig
    96: sechsundneunzig; 97: siebenundneunzig; 98: achtundneunzig; 99: neunundneunzig
    200: zweihundert; 2000: zweitausend; 300: dreihundert; 3000: dreitausend; 400: vierhundert
    4000: viertausend; 500: fünfhundert; 5000: fünftausend; 600: sechshundert; 6000: sechstausend
    700: siebenhundert; 7000: siebentausend; 800: achthundert; 8000: achttausend
    900: neunhundert; 9000: neuntausend
"""
_NEGATION = """
    not: nicht, kein, keine, keinen, keinem, keiner, keines, keinerlei, nein, nichts, niemand,
        niemanden, niemandem, nirgends, nirgendwo, weder, noch nicht, nicht einmal
    never: nie, niemals, nimmer; without: ohne; no longer: nicht mehr, kein mehr
    hardly: kaum, schwerlich, selten; lack: mangel*, fehl*, fehlend*
    deny: leugn*, bestreit*, bestritt*, dementier*, vernein*
    refuse: verweiger*, weiger*; fail: scheiter*, versag*, versäum*
    instead: statt, anstatt, anstelle
"""
_MODAL = """
    must: muss, muß, müssen, musst, musste, mussten, müsse, gezwungen, verpflichtet, zwingend
    may: darf, dürfen, durfte, durften, darfst; might: dürfte, dürften, mag, möge
    shall: soll, sollen, sollst; should: sollte, sollten, solltest
    can: kann, können, kannst, imstande; could: könnte, könnten; was able: konnte, konnten
    will: wird, werden, werde, wirst, werdet; would: würde, würden
    want: will, wollen, wollte, wollten, möchte, möchten
    need: braucht, brauchen, benötig*
    perhaps: vielleicht, möglicherweise, eventuell, womöglich, unter umständen
    probably: wahrscheinlich, vermutlich, voraussichtlich, wohl kaum
    allegedly: angeblich, mutmaßlich, anscheinend, scheinbar
    certainly: sicher, sicherlich, gewiss, zweifellos, unbedingt, bestimmt
    is to: ist zu, sind zu, hat zu, haben zu
"""
_DATE = """
    m1: januar, jänner; m2: februar, feber; m3: märz; m4: april; m5: mai; m6: juni; m7: juli
    m8: august; m9: september; m10: oktober; m11: november; m12: dezember; d1: montag*
    d2: dienstag*; d3: mittwoch*; d4: donnerstag*; d5: freitag*; d6: samstag*, sonnabend*
    d7: sonntag*; today: heute, heutig*; yesterday: gestern, gestrig*, vorgestern
    tomorrow: morgen, übermorgen
    last: letztes jahr, letzten jahr, letzten jahres, vergangenen jahr, vergangenen jahres,
        vergangenes jahr, vorjahr*, letzte woche, letzten woche, vergangene woche,
        vergangenen woche, letzten monat, vergangenen monat, vorige woche, vorigen jahres
    next: nächstes jahr, nächsten jahr, nächsten jahres, kommenden jahr, kommenden jahres,
        kommendes jahr, nächste woche, nächsten woche, kommende woche, kommenden woche,
        nächsten monat, kommenden monat
    this: dieses jahr, diesem jahr, dieses jahres, diese woche, dieser woche, diesen monat,
        diesem monat, heuer, laufenden jahr
    spring: frühjahr, frühling; summer: sommer; autumn: herbst; winter: winter
    morning: vormittag*; evening: abend, abends; noon: mittag, mittags; midnight: mitternacht
    afternoon: nachmittag*
"""
_CONDITION = """
    if: wenn, falls, im falle, im fall, ob
    only if: nur wenn, nur dann, erst wenn, nur falls, nur sofern
    unless: es sei denn, außer wenn, ausser wenn, wenn nicht
    provided: sofern, vorausgesetzt, unter der bedingung, solange, soweit,
        unter der voraussetzung, insofern, vorbehaltlich, bedingung, voraussetzung, sobald
    except: außer, ausser, ausgenommen, mit ausnahme, abgesehen, bis auf
    even if: auch wenn, selbst wenn, obwohl, obgleich, wenngleich, trotz, trotzdem, ungeachtet,
        unabhängig davon
    otherwise: sonst, andernfalls, ansonsten
"""
_QUANTITY = """
    all: alle, allen, aller, alles, allem, jeder, jede, jeden, jedem, jedes, sämtlich*, ganze*,
        ganz, gesamt*, vollständig*, völlig, jeweils, immer, stets, gänzlich, jedermann
    most: meiste*, meist, meistens, mehrheit*, überwiegend*, größtenteils, hauptsächlich,
        normalerweise, gewöhnlich, üblicherweise, in der regel
    many: viele*, viel, zahlreich*, oft, häufig*, etliche*, vielfach
    some: einige*, manche*, mehrere*, etwas, gewisse*, bestimmte*, teils, teilweise, zum teil,
        manchmal, gelegentlich*, teil, jemand, jemanden, jemandem, mitunter, irgend*
    few: wenige*, minderheit*, kaum ein, ein paar
    both: beide*; either: entweder
    only: nur, bloß, lediglich, ausschließlich, allein
    at least: mindestens, wenigstens, zumindest; at most: höchstens, maximal
    about: etwa, ungefähr, circa, zirka, rund, ca
    more than: mehr als; less than: weniger als; more: mehr, weitere*
    less: weniger, geringer, wenigste*; nearly: fast, beinahe, nahezu
    enough: genug, genügend, ausreichend*; any: beliebig*
"""
_DIRECTION = """
    up: steig*, stieg*, gestieg*, anstieg*, ansteig*, erhöh*, zunahme*, zunehm*, zugenommen,
        nahm zu, wachs*, wächst, wuchs*, gewachsen*, wachstum*, verbesser*, stärk*, gestärkt*,
        verstärk*, höher*, größer*, vergrößer*, aufwärts, beschleunig*, ausweit*, erweiter*,
        gewinn*, gewonnen, gewann*, aufschwung, zuwachs*, klettert*, anheb*, angehoben*, hob an,
        heben, hebt, verschärf*, ausbau*, hochgefahren, erholung, erholt*, bessere*, besser,
        zulegen, zugelegt, legte zu, intensivier*
    down: sink*, sank*, gesunk*, fällt, fallen, fiel*, gefallen, senk*, gesenkt*, verringer*,
        rückgang*, zurückgeh*, zurückgegangen, ging zurück, abnahme*, abnehm*, abgenommen,
        schrumpf*, verschlechter*, schwäch*, geschwächt*, abgeschwächt*, niedriger*, kleiner*,
        verkleiner*, abwärts, brems*, gebremst*, reduzier*, kürz*, gekürzt*, verlust*, abschwung,
        verlangsam*, minder*, vermindert*, einbruch, einbrechen, nachlass*, absturz*, abstürz*,
        rückläufig*, verlor*, verlier*, verlor, schlechter*, abbau*, herabsetz*, lockerung,
        lockern, einschränk*, tiefer
    flat: stagnier*, stabil*, unverändert*, gleichbleibend*
"""
_DEGREE = """
    weak: leicht*, gering*, schwach*, klein, kleine, kleinen, kleinem, kleines, mäßig*, moderat*,
        allmählich*, langsam*, etwas, bescheiden*, begrenzt*, verhalten, sanft*, flach*,
        schleppend*, marginal*, minimal*, ein wenig, schrittweise, teilweise, mild*, niedrig,
        niedrige, niedrigen, winzig*
    strong: stark*, erheblich*, deutlich*, groß, große, großen, großem, großes, großer, schnell*,
        hoch, hohe, hohen, hohem, hohes, massiv*, solide*, kräftig*, schwer, schwere, schweren,
        schwerer, tief, tiefe, tiefen, rasant*, rasch*, wesentlich*, beträchtlich*, bedeutend*,
        drastisch*, dramatisch*, enorm*, gewaltig*, sehr, scharf*, intensiv*, weitgehend*,
        robust*, heftig*, riesig*, umfassend*, signifikant*, ernst*, äußerst, massenhaft, steil*,
        streng*
"""
_UNIT = """
    percent: %, prozent, vh; points: prozentpunkt*, basispunkt*; tonne: tonne, tonnen
    pound: pfund, £; kilogram: kilogramm*, kilo, kilos, kg; gram: gramm
    kilometre: kilometer*, km; mile: meile, meilen; metre: meter, metern, metres; foot: fuß
    centimetre: zentimeter*, cm; millimetre: millimeter*, mm; litre: liter, litern
    gallon: gallone, gallonen; barrel: barrel, fass; hectare: hektar; acre: acre, acres
    euro: euro, euros, €; dollar: dollar, dollars, $; franc: franken; yen: yen, ¥; rouble: rubel
    cent: cent; second: sekunde, sekunden; minute: minute, minuten
    hour: stunde, stunden, stündlich; day: tag, tage, tagen, tages, täglich*
    week: woche, wochen, wöchentlich*
    month: monat, monate, monaten, monats, monatlich*
    year: jahr, jahre, jahren, jahres, jährlich*; decade: jahrzehnt*; century: jahrhundert*
    byte: byte, bytes; bit: bit, bits; kilobyte: kilobyte*, kb; megabyte: megabyte*, mb
    gigabyte: gigabyte*, gb; pixel: pixel; inch: zoll
"""
_OPPOSITE = """
    support+: unterstütz*, befürwort*, zustimm*, stimmt zu, stimmen zu, stimmte zu, billig*, für
    support-: ablehn*, lehnt ab, lehnen ab, lehnte ab, abgelehnt, gegen, gegner*, widersprech*,
        missbillig*, bekämpf*, verurteil*
    allow+: erlaub*, gestatt*, zulass*, zugelassen, zulässig*, genehmig*, legal*, ermöglich*,
        lässt zu
    allow-: verbiet*, verbot*, untersag*, verhinder*, blockier*, illegal*, unzulässig*, sperr*
    begin+: anfang*, anfäng*, beginn*, begann*, begonnen, start*, gestartet*, öffn*, geöffnet*,
        offen*, eröffn*, aufnehm*, fortsetz*, einleit*
    begin-: ende, enden, endet, endete, beend*, schließ*, geschlossen*, schloss*, stopp*,
        abbrech*, abgebrochen, einstell*, eingestellt, aufhör*, abschluss*, abschließ*
    accept+: akzeptier*, annehm*, angenommen, nahm an, einverstanden, einig*, vereinbar*
    accept-: zurückweis*, zurückgewiesen, ablehn*, verwerf*, uneinig*, verweiger*
    win+: gewinn*, gewann*, gewonnen, sieg*, erfolg*
    win-: verlier*, verlor*, niederlage*, misserfolg*, scheiter*
    include+: hinzufüg*, hinzugefügt, einschließ*, einschließlich, enthält, enthalten, aufnehm*,
        einfüg*, eingefügt
    include-: entfern*, ausschließ*, ausgeschlossen, lösch*, gelöscht, weglass*
    good+: gut, gute, guten, guter, gutes, gutem, besser*, positiv*, vorteil*, wahr, wahre,
        wahren, wahrheit*, richtig*, sicher*, günstig*, schön*, glück*, nützlich*
    good-: schlecht*, schlimm*, böse*, negativ*, nachteil*, falsch*, unwahr*, gefährlich*,
        gefahr*, ungünstig*, hässlich*, unglück*, schädlich*, lüge*
    buy+: kauf*, gekauft, import*, einfuhr*, erhalt*, erhielt*, nehm*
    buy-: verkauf*, export*, ausfuhr*, send*, gesendet, geb*
    peace+: frieden*, friedlich*, freund*, verbündet*, waffenstillstand*
    peace-: krieg*, konflikt*, feind*, gewalt*
    rich+: reich, reiche, reichen, reicher, wohlhabend*, reichtum
    rich-: arm, arme, armen, armer, armut*
    new+: neu, neue, neuen, neuer, neues, neuem, jung, junge, jungen, junger, modern*, jünger*
    new-: alt, alte, alten, alter, altes, altem, veraltet*, älter*
    public+: öffentlich*; public-: privat*, geheim*, vertraulich*
    easy+: einfach*, leicht, leichte
    easy-: schwierig*, schwer, kompliziert*, komplex*
    create+: erstell*, schaff*, geschaffen, schuf*, aufbau*, bau*, gebaut*, gründ*, gegründet
    create-: zerstör*, vernicht*, abbau*, abriss
    life+: leben*, lebend*, lebt, geburt*, geboren*
    life-: tod*, tot, tote, toten, sterb*, starb*, gestorben*, töt*
    enable+: aktivier*, aktiv, einschalt*, eingeschaltet
    enable-: deaktivier*, inaktiv, ausschalt*, ausgeschaltet
    show+: einblend*, zeig*, anzeig*, sichtbar*
    show-: ausblend*, versteck*, verberg*, unsichtbar*, verborgen*
    install+: installier*, installation*; install-: deinstallier*; left+: links, linke*
    left-: rechts, rechte, rechten
    first+: anfang*, erste, ersten, erster, früher*, vorherig*
    first-: ende, letzte*, später*, nachfolgend*, schließlich
    same+: gleich*, identisch*, derselbe, dieselbe, dasselbe, ähnlich*
    same-: verschieden*, unterschiedlich*, ander*
    high+: oben, ober*, über, hoch*, maximal*, lang, lange, langen, länger*
    high-: unten, unter, unter*, tief*, minimal*, kurz, kurze, kurzen, kürzer*
    in+: in, innen*, innerhalb, inner*, intern*, eintreten, beitritt*
    in-: aus, außen*, außerhalb, extern*, austritt*, verlass*
    love+: lieb*, geliebt*, hoff*, vertrau*
    love-: hass*, hasst, fürcht*, misstrau*, angst*
    freedom+: frei, freie, freien, freiheit*; freedom-: zwang*, gefangen*, sklav*, knecht*
    from+: von, vom; from-: zu, zum, zur, nach, bis; attack+: angriff*, angreif*
    attack-: verteidig*, schutz*, schütz*; north+: nord*, nördlich*; north-: süd*, südlich*
    east+: ost, osten, östlich*; east-: west, westen, westlich*
    strength+: stärke, stärken, kraft; strength-: schwäche, schwächen
    man+: mann*, männer*, vater, sohn, herr; man-: frau*, mutter, tochter; with+: mit
    with-: gegen; day+: tagsüber; day-: nacht, nachts
    surplus+: überschuss*, guthaben, gewinn*, angebot*
    surplus-: defizit*, schulden, verlust*, nachfrage*
    hot+: heiß*, warm*; hot-: kalt*, kühl*; light+: hell*, licht*; light-: dunkel*, finster*
    full+: voll; full-: leer*; remember+: erinner*; remember-: vergess*, vergaß*
    encourage+: ermutig*; encourage-: entmutig*
"""
_CONNECTIVE = """
    and: und, sowie, sowohl, sowohl als auch; or: oder, beziehungsweise, bzw, entweder
"""
_TIME = """
    before: vor, bevor, ehe, vorher, zuvor, davor
    after: nach, nachdem, danach, nachher, anschließend, darauf, später
    until: bis; since: seit, seitdem, ab; during: während, im laufe; already: bereits, schon
    still: immer noch, noch
    now: jetzt, nun, gegenwärtig, derzeit, zurzeit
    soon: bald, demnächst; as soon as: sobald, sofort, unverzüglich; within: binnen
    next: nächst*, kommend*; last: letzt*, vergangen*, vorig*
    recently: kürzlich, neulich, jüngst
    temporarily: vorübergehend*, vorläufig*, zeitweise
    permanently: dauerhaft*, endgültig*, ständig*
    when: als
"""
_ATTRIBUTION = """
    say: sag*, gesagt, erklär*, laut, teilt mit, mitteil*, mitgeteilt, bericht*, äußer*, meld*,
        gemeldet, zufolge, betont*, verkünd*, spricht, sprach
    deny: leugn*, bestreit*, bestritt*, dementier*, widersprech*, vernein*
    claim: behaupt*
    suggest: vorschlag*, vorgeschlag*, schlug vor, schlägt vor, empfehl*, empfiehl*, empfohl*,
        deutet an, rät, raten
    doubt: zweif*, bezweif*, vermut*
    admit: zugeb*, zugegeben, gab zu, räumt ein, einräum*, gesteh*
    promise: versprech*, versprach*, verspricht, versprochen, zusag*, zugesagt, garantier*,
        verpflicht*
    threaten: droh*, gedroht; warn: warn*, gewarnt
    demand: forder*, gefordert*, verlang*, befehl*, befiehl*, anordn*
    ask: frag*, gefragt, bat, bitt*, gebeten; hope: hoff*, gehofft
    believe: glaub*, geglaubt, mein*, denk*, dacht*, gedacht, hält, annehmen
    fear: fürcht*, befürcht*; know: weiß, wissen, wusste*, gewusst
    prove: beweis*, bewies*, bewiesen, bestätig*, nachweis*
    predict: vorherseh*, prognos*, voraussag*
    decide: entscheid*, entschied*, beschließ*, beschloss*, beschluss
    plan: plan*, geplant*, beabsichtig*; try: versuch*
"""
_NAME = """
    germany: deutschland*; france: frankreich*; italy: italien, italiens; poland: polen, polens
    spain: spanien*; austria: österreich, österreichs; switzerland: schweiz
    hungary: ungarn, ungarns; greece: griechenland*; russia: russland*; china: china, chinas
    japan: japan, japans; india: indien, indiens; europe: europa, europas
    africa: afrika, afrikas; asia: asien, asiens; america: amerika, amerikas; usa: usa
    uk: großbritannien*; england: england, englands; turkey: türkei; ukraine: ukraine
    israel: israel, israels; iran: iran, irans; iraq: irak, iraks; egypt: ägypten, ägyptens
    netherlands: niederlande, niederlanden; belgium: belgien*; denmark: dänemark*
    sweden: schweden, schwedens; norway: norwegen*; finland: finnland*; portugal: portugal*
    czechia: tschechien*; canada: kanada*; mexico: mexiko*; brazil: brasilien*
    korea: korea*, nordkorea*, südkorea*; australia: australien*; berlin: berlin, berlins
    hamburg: hamburg, hamburgs; munich: münchen, münchens; vienna: wien, wiens; zurich: zürich
    cologne: köln; frankfurt: frankfurt; paris: paris; london: london, londons
    moscow: moskau, moskaus; rome: rom, roms; brussels: brüssel; washington: washington
    warsaw: warschau; kiev: kiew, kyjiw; beijing: peking; tokyo: tokio; new york: new york
    merkel: merkel, merkels; scholz: scholz; merz: merz; kohl: kohl, kohls
    schröder: schröder, schröders; putin: putin, putins; trump: trump, trumps
    biden: biden, bidens; obama: obama, obamas; macron: macron, macrons; goethe: goethe, goethes
    schiller: schiller, schillers; kant: kant, kants; nietzsche: nietzsche*; heine: heine, heines
    bavaria: bayern, bayerns; saxony: sachsen, sachsens; hesse: hessen, hessens; linux: linux
    windows: windows; debian: debian, debians; ubuntu: ubuntu; fedora: fedora; google: google
    microsoft: microsoft
"""
_PLAIN = """
    word: vor allem, vor kurzem, nach wie vor, nicht nur, zum beispiel, unter anderem,
        und so weiter, immerhin, allerdings, allgemein*, alltag*, liebe kollegen,
        meine damen und herren, ganz und gar, gebiet*, gebäude*, gebrauch*, geblieben, sagen wir,
        planet*, laut*, sperrig, geben, gibt, gab, es gibt, bericht, berichte, berichten,
        gleichzeitig, untersuch*, unterhalt*, unterricht*, unternehm*, unterschied, unterschiede,
        unterstand, überhaupt, überall, überzeug*, seither
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
        "name": table(_NAME),
        "plain": table(_PLAIN),
    },
    function="""
        der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem
        dies jener jene jenes jenen jenem welcher welche welches welchen welchem in im an am auf
        aus bei beim mit von vom zu zum zur für durch um über unter gegen zwischen hinter neben
        ist sind war waren sein bin bist seid wäre wären gewesen hat haben hatte hatten habe hätte
        hätten gehabt worden wurde wurden geworden ich du er sie es wir ihr ihnen ihm ihn mich
        dich uns euch sich mein meine meinen meinem meiner dein deine sein seine seinen seinem
        seiner ihre ihren ihrem ihrer unser unsere unseren unserem unserer euer man wer was wie wo
        wann warum weshalb wen wem wessen dass daß weil da damit denn als so wobei wodurch womit
        wofür worin woran darauf daran darin dabei dafür dagegen damit davon dazu daraus darüber
        darunter dadurch hier dort her hin aber sondern doch zu laut gemäß wegen bezüglich
        hinsichtlich betreffend derjenige diejenigen derselbe dieselbe dieselben gegenüber entlang
        pro per bzw sodass indem ins ans aufs ob wer lassen lässt ließ bleibt bleiben
    """,
    fillers="""
        auch, jedoch, also, eben, zudem, natürlich, allerdings, außerdem, wohl, dann, daher, nun,
        ja, schließlich, übrigens, einfach, sogar, deshalb, deswegen, somit, dennoch, trotzdem,
        ebenfalls, ebenso, gleichfalls, zum beispiel, beispielsweise, etwa, überhaupt,
        insbesondere, vor allem, tatsächlich, wirklich, eigentlich, nämlich, halt, mal, doch,
        gerade, hierbei, hierzu, dementsprechend, ferner, darüber hinaus, nur noch, selbst,
        grundsätzlich, offenbar, freilich, zwar, immerhin, jedenfalls, dazu, noch, bitte,
        folglich, erst
    """,
    pronouns="""
        ich du er sie es wir ihr ihnen ihm ihn mich dich uns euch sich mein meine meinen meinem
        meiner dein deine sein seine seinen seinem seiner ihre ihren ihrem ihrer unser unsere
        unseren unserem unserer dieser diese dieses diesen diesem dies jener jene jenes jenen
        jenem der die das den dem derer deren dessen
    """,
    generic="""
        land länder regierung minister ministerin präsident präsidentin kanzler kanzlerin firma
        unternehmen gesellschaft gruppe partei parlament ausschuss kommission rat bank abkommen
        vertrag gesetz entwurf text bericht dokument organisation behörde behörden ministerium
        staat stadt region seiten parteien zwei beiden treffen gipfel krieg konflikt union bündnis
    """,
    pointers="""
        der die das den dem des dieser diese dieses diesen diesem jener ihre seine beide
    """,
    prepositions="""
        in im an am auf aus bei beim mit von vom zu zum zur für durch nach vor seit bis gegen
        unter über
    """,
    endings="""
        e en er es em n s ns et st t te ten tet ter tes tem end ende enden ung ungen nen innen in
        isch ische ischen lich liche lichen ens sten ste ster
    """,
    negating="""
        un miss miß nicht non in ir des de anti gegen
    """,
    capitals="nouns",
)
