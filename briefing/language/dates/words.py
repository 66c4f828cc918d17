"""The words of the calendar in eight languages, from English and French to Russian and Arabic.

Each table is by meaning; the languages are together, as a card cites sources of several and a
point may be in another than its source. Chinese and Japanese have a grammar of their own.
"""

from functools import cache


def _table(text: str) -> dict[str, int]:
    """Read groups of words with one meaning: the meaning is the 1-based number of the group."""
    groups = enumerate(text.split(";"), 1)
    return {word.replace("_", " "): number for number, group in groups for word in group.split()}


@cache
def months() -> dict[str, int]:
    """Return the names of the months, in lower case, with their numbers."""
    return _table("""
        january janvier januar jänner enero gennaio janeiro январь января январе يناير
        كانون_الثاني;
        february février fevrier februar febrero febbraio fevereiro февраль февраля феврале
        فبراير شباط;
        march mars märz maerz marzo março март марта марте مارس آذار;
        april avril abril aprile апрель апреля апреле أبريل ابريل إبريل نيسان;
        may mai mayo maggio maio май мая мае مايو أيار;
        june juin juni junio giugno junho июнь июня июне يونيو حزيران;
        july juillet juli julio luglio julho июль июля июле يوليو تموز;
        august août aout agosto август августа августе أغسطس اغسطس آب;
        september septembre septiembre setiembre settembre setembro сентябрь сентября сентябре
        سبتمبر أيلول;
        october octobre oktober octubre ottobre outubro октябрь октября октябре أكتوبر اكتوبر
        تشرين_الأول;
        november novembre noviembre novembro ноябрь ноября ноябре نوفمبر تشرين_الثاني;
        december décembre decembre dezember diciembre dicembre dezembro декабрь декабря декабре
        ديسمبر كانون_الأول
    """)


@cache
def short_months() -> dict[str, int]:
    """Return abbreviations of the months, which mean a month only beside a day or a year."""
    return _table("""
        jan janv ene gen;
        feb févr fév;
        mar mär;
        apr avr abr;
        may;
        jun giu;
        jul juil lug;
        aug ago;
        sep sept set;
        oct okt ott;
        nov;
        dec déc dez dic
    """)


@cache
def weekdays() -> dict[str, int]:
    """Return the names of the days of the week with their numbers, Monday being 1."""
    return _table("""
        monday lundi montag lunes lunedì понедельник понедельника يوم_الاثنين يوم_الإثنين;
        tuesday mardi dienstag martes martedì вторник вторника الثلاثاء;
        wednesday mercredi mittwoch miércoles mercoledì среда среду الأربعاء;
        thursday jeudi donnerstag jueves giovedì четверг четверга الخميس;
        friday vendredi freitag viernes venerdì пятница пятницу пятницы الجمعة;
        saturday samedi samstag sonnabend sábado sabato суббота субботу субботы السبت;
        sunday dimanche sonntag domingo domenica воскресенье воскресенья الأحد
    """)


@cache
def seasons() -> dict[str, int]:
    """Return the names of the seasons, in the northern order from spring on."""
    return _table("""
        spring springtime printemps frühjahr frühling primavera весна весной весны весну الربيع
        ربيع;
        summer summertime été sommer verano estate verão лето летом лета الصيف صيف;
        autumn fall automne herbst otoño autunno outono осень осенью осени الخريف خريف;
        winter wintertime hiver invierno inverno зима зимой зимы зиму الشتاء شتاء
    """)


@cache
def ordinals() -> dict[str, int]:
    """Return the ordinals that count quarters and halves."""
    return _table("""
        first 1st premier première 1er 1re erste ersten erstes 1. primer primero primera первый
        первого первом первое الأول;
        second 2nd deuxième second 2e 2ème zweite zweiten zweites 2. segundo segunda второй
        второго втором второе الثاني;
        third 3rd troisième 3e 3ème dritte dritten drittes 3. tercer tercero третий третьего
        третьем الثالث;
        fourth 4th last final quatrième dernier 4e 4ème vierte vierten viertes 4. cuarto último
        четвертый четвёртый четвертого четвёртого четвертом четвёртом الرابع
    """)


@cache
def counts() -> dict[str, int]:
    """Return small numbers in words, as they are before days, weeks, months and years."""
    table = _table("""
        one a an un une ein eine einem einen einer einen una один одного одну واحد;
        two deux zwei dos due dois два две двух عامين;
        three trois drei tres tre três три трёх трех ثلاثة ثلاث;
        four quatre vier cuatro quattro quatro четыре четырёх четырех أربعة أربع;
        five cinq fünf cinco cinque пять пяти خمسة خمس;
        six sechs seis sei шесть шести ستة ست;
        seven sept sieben siete sette sete семь семи سبعة سبع;
        eight huit acht ocho otto oito восемь восьми ثمانية ثماني;
        nine neuf neun nueve nove девять девяти تسعة تسع;
        ten dix zehn diez dieci dez десять десяти عشرة عشر;
        eleven onze elf once undici одиннадцать;
        twelve douze zwölf doce dodici doze двенадцать двенадцати
    """)
    tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    return table | {word: 10 * ten for ten, word in enumerate(tens, 2)} | {
        "fifteen": 15, "eighteen": 18, "trente": 30, "vingt": 20, "zwanzig": 20, "veinte": 20,
        "двадцать": 20, "dreißig": 30, "treinta": 30, "тридцати": 30,
        "hundred": 100, "sixteen": 16, "fourteen": 14, "thirteen": 13,
        "couple of": 2, "premier": 1, "primero": 1, "a couple of": 2,
    }  # fmt: skip


@cache
def units() -> dict[str, int]:
    """Return the names of days, weeks, months and years with 1 to 4, and of decades with 5."""
    return _table("""
        day days jour jours tag tage tagen día días giorno giorni dia dias день дня дней сутки
        суток يوم يوما يوماً أيام;
        week weeks semaine semaines woche wochen semana semanas settimana settimane неделя
        недели недель неделю أسبوع أسابيع الأسبوع;
        month months mois monat monate monaten monats mes meses mese mesi mês месяц месяца
        месяцев месяце شهر أشهر شهرا الشهر;
        year years an ans année années jahr jahre jahren jahres año años anno anni ano anos год
        года лет году سنة سنوات السنة عام أعوام العام;
        decade decades décennie jahrzehnt jahrzehnts década decenio العقد десятилетие десятилетия
    """)
