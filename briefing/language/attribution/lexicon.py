"""The words by which texts tell who speaks, by language.

The lists were made from grammars and from the
tuning texts of `benchmarks/finder`; what they lack makes a suggestion missing, never wrong.
"""

import re
from functools import cache
from typing import Final, NamedTuple

LATIN: Final = ("en", "de", "fr", "es")
"""Languages with blanks between words, capitals for names, and lists here."""


class Words(NamedTuple):
    """What a language has to tell who speaks; each a blank-separated list."""

    verbs: str
    """Forms of verbs of speaking in the third person."""
    according: str
    """What is before a speaker instead of a verb: `according to`; phrases have `_` for blanks.
    """
    after: str
    """What may be between a speaker and the verb: auxiliaries and adverbs."""
    pronouns: str
    not_said: str
    """Words beside a verb by which the speaker is not who said it: denials and quoting others."""
    titled: str
    """Words before a title or a term: `called`, `film`."""
    roles: str
    """Articles and words of kinship, which begin a phrase that names nobody."""


_WORDS: Final = {
    "en": Words(
        "said says told tells added adds asked asks replied replies answered answers wrote writes"
        " tweeted posted noted notes stated states declared declares announced announces insisted"
        " insists argued argues explained explains warned warns claimed claims acknowledged"
        " admitted admits concluded concludes continued continues recalled recalls remarked"
        " observed stressed stresses emphasized emphasised reiterated reiterates cried exclaimed"
        " whispered shouted muttered murmured responded responds called calls described describes"
        " reads testified joked quipped predicted suggested suggests urged urges confirmed confirms"
        " affirmed returned demanded inquired enquired repeated rejoined pledged vowed complained"
        " maintained commented protested pleaded sighed laughed thought mumbled retorted ventured"
        " interrupted ejaculated interposed began pursued proclaimed lamented"
        " saying adding noting stating writing arguing warning declaring"
        " condemned criticized criticised praised hailed labelled labeled dubbed",
        "according_to",
        "also then later however have has had have already just only even once finally still would"
        " again simply recently previously publicly quickly himself herself both reportedly often"
        " sometimes repeatedly quietly softly slowly suddenly at_last in_turn on_monday on_tuesday"
        " on_wednesday on_thursday on_friday on_saturday on_sunday monday tuesday wednesday"
        " thursday friday saturday sunday",
        "he she they it i we you someone somebody everyone everybody nobody anybody",
        "not never deny denied denies denying refused quoting quoted cited citing n't n’t neither"
        " asked_if if whether was_told were_told",
        "called call calls calling dubbed titled entitled named nicknamed film movie book novel"
        " song album series magazine newspaper play poem term word words phrase known labelled"
        " labeled so-called termed headlined show single track painting",
        "the a an his her their its my our your this that these those one some another another's"
        " no every who which what both several many few all other",
    ),
    "de": Words(
        "sagt sagte sagten sagen erklärt erklärte erklärten betont betonte betonten meint meinte"
        " meinten fragt fragte antwortet antwortete schreibt schrieb fügt fügte ergänzt ergänzte"
        " warnt warnte fordert forderte kritisiert kritisierte berichtet berichtete berichteten"
        " ruft rief rufte bemerkt bemerkte behauptet behauptete versichert versicherte heißt hieß"
        " räumt räumte erzählt erzählte sprach spricht versetzte entgegnet entgegnete erwidert"
        " erwiderte verkündet verkündete beschrieb beschreibt bezeichnete bezeichnet nannte nennt"
        " teilte teilt gab gibt lobt lobte mahnt mahnte zitiert zollte flüsterte murmelte schrie"
        " dachte begann äußerte äußert äußerten hinzu bekräftigte unterstrich kommentierte"
        " resümierte stellte rechtfertigte konstatierte urteilte lautete lautet",
        "laut nach_angaben_von so zufolge",
        "auch dann später jedoch weiter noch bereits zudem dabei hatte hat habe dazu nun wieder"
        " schließlich heute gestern am_montag am_dienstag am_mittwoch am_donnerstag am_freitag"
        " am_samstag am_sonntag",
        "er sie es ich wir ihr man jemand niemand keiner jeder",
        "nicht nie bestritt bestreitet dementierte dementiert zitierte zitiert ob wurde",
        "namens titel film buch roman song album serie zeitschrift zeitung sogenannte sogenannten"
        " sogenannter so_genannte so_genannten genannt bekannt begriff wort titels talkshow lied"
        " stück gedicht",
        "der die das den dem des ein eine einer einem eines sein seine seiner ihr ihre ihrer mein"
        " meine unser unsere dieser diese jener jene niemand jemand",
    ),
    "fr": Words(
        "dit disait disent déclare déclaré déclarait affirme affirmé affirmait ajoute ajouté"
        " ajoutait répond répondu répondit demande demandé demanda explique expliqué expliquait"
        " expliqua assure assuré précise précisé précisait écrit écrivait souligne souligné"
        " soulignait indique indiqué indiquait estime estimé estimait lance lancé lança conclut"
        " conclu insiste insisté raconte raconté racontait rappelle rappelé rappelait note noté"
        " constate constaté reconnaît reconnu annonce annoncé admet admis admit confie confié"
        " commente commenté martèle martelé prévient prévenu dénonce dénoncé regrette regretté"
        " décrit décrite s’exclame s'exclame s’écria s'écria reprit murmura poursuit poursuivi"
        " rapporte rapporté témoigne témoigné résume résumé remarque s’exclama s'exclama cria"
        " avertit qualifié qualifie s’interroge s'interroge renchérit réplique répliqua fit"
        " avoue avoué conclure pense pensait signalant",
        "selon d’après d'après",
        "a aussi avait ont également encore ensuite alors plus toutefois aurait ainsi hier lundi"
        " mardi mercredi jeudi vendredi samedi dimanche qui devait",
        "il elle ils elles on je nous vous tu t-il t-elle qui quelqu’un celui-ci celle-ci",
        "pas jamais nié nie dément démenti cité citant cite si",
        "appelé appelée appelés nommé nommée titre intitulé intitulée film livre roman chanson"
        " album série magazine journal émission dit dite dits baptisé baptisée surnommé terme mot"
        " thème expression pièce",
        "le la les l’ un une son sa ses leur leurs mon ma notre ce cet cette ces quelqu’un",
    ),
    "es": Words(
        "dijo dice dicen dijeron decía declaró declara declararon afirmó afirma afirmaron añadió"
        " añade agregó agrega respondió responde preguntó pregunta explicó explica explicaron"
        " aseguró asegura señaló señala indicó indica insistió insiste escribió escribe contó"
        " cuenta relató comentó comenta manifestó subrayó subraya sostuvo sostiene apuntó apunta"
        " admitió admite reconoció reconoce advirtió advierte anunció anuncia concluyó concluye"
        " recordó recuerda exclamó gritó replicó contestó expresó precisó destacó reiteró opinó"
        " murmuró describió calificó aclaró denunció pidió resumió lamentó matizó repuso",
        "según",
        "también ha había luego después entonces hoy ayer ya además el_lunes el_martes"
        " el_miércoles el_jueves el_viernes el_sábado el_domingo han",
        "él ella ellos ellas yo usted quien alguien nadie",
        "no nunca negó niega desmintió citó citando cita si",
        "llamado llamada llamados llamadas titulado titulada película libro novela canción álbum"
        " serie revista diario periódico obra término palabra denominado denominada apodado lema"
        " expresión sencillo single conocido conocida concepto",
        "el la los las un una su sus mi nuestro este esta estos estas ese esa alguien",
    ),
}  # fmt: skip

JAPANESE_SAYING: Final = (
    "述べ|語っ|語り|話し|話す|言っ|言い|言う|いう|いっ|強調し|指摘し|説明し|表明し|発表し|批判し|主張し|訴え|答え|明らかにし"
    "|反発し|抗議し|述べる|語る|コメントし|反論し|応じ|尋ね|問い|叫び|叫ん|つぶや|伝え|記し|書い|として(?:い|お)|宣言し|質問し"
)
"""What follows と after a quotation that someone says."""
CHINESE_SAYING: Final = (
    "说道|說道|表示|指出|强调|強調|认为|認為|回答|介绍|介紹|补充道|補充道|补充说|告诉|告訴|称|稱|说|說|写道|寫道|透露|坦言|宣布"
    "|声明|聲明|问道|問道|问|問|喊道|答道|叫道|笑道|曰|道|重申|呼吁|呼籲|警告|解释|解釋|批评|批評|同意道|反驳|反駁"
)
ARABIC_SAYING: Final = (
    "قال|قالت|قالوا|يقول|تقول|يقولون|أضاف|أضافت|يضيف|تضيف|أكد|أكدت|يؤكد|تؤكد|أوضح|أوضحت|يوضح|صرح|صرحت|صرّح|ذكر|ذكرت"
    "|أعلن|أعلنت|أشار|أشارت|كتب|كتبت|تابع|تابعت|سأل|سألت|أجاب|أجابت|اعتبر|اعتبرت|شدد|شددت|علق|علقت|حذر|حذرت|اعترف|اعترفت|وصف|وصفت"
    "|اعترض|اعترضت|احتج|احتجت|عارض|عارضت|أردف|رد|ردت|نقل|لفت|لفتت|رأى|رأت"
)


def words_for(language: str) -> Words:
    """Return the lists of a language; of all four together where it is none of them."""
    base = language.partition("-")[0].lower()
    if base in _WORDS:
        return _WORDS[base]
    return Words(*(" ".join(each) for each in zip(*_WORDS.values(), strict=True)))


@cache
def any_of(listed: str) -> str:
    """Return what matches any word of a list, the longer ones first."""
    found = sorted(set(listed.split()), key=len, reverse=True)
    return "|".join(re.escape(each).replace("_", r"\s+") for each in found)


@cache
def verb_pattern(language: str) -> re.Pattern[str]:
    """Return what finds a verb of speaking."""
    words = words_for(language)
    return re.compile(rf"(?<![\w-])(?:{any_of(words.verbs)})(?![\w])")
