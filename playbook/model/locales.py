"""The languages and countries that a playbook can name, and the message for a text that names none.

Languages are those of ISO 639-1 and the further ones of the Unicode CLDR; countries those of ISO 3166-1, and Kosovo.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from playbook.model.fields import INVALID_FORM, problem
from playbook.wording import _

_LANGUAGE_CODES = """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo
    es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka
    kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng
    nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su
    sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu agq ann apc arn asa
    ast bal bas bem bew bez bgc bgn bho blo blt brx bss byn cad cch ccp ceb cgg cho chr cic ckb cop csw dav dje doi
    dsb dua dyo ebu ewo fil frr fur gaa gez gsw guz haw hnj hsb jbo jgo jmc kaa kab kaj kam kcg kde kea ken kgp khq
    kkj kln kok kpe ksb ksf ksh kxv lag lij lkt lld lmo lrc ltg luo luy mai mas mdf mer mfe mgh mgo mhn mic mni moh
    mua mus myv mzn naq nds nmg nnh nqo nso nus nyn osa pap pcm pis prg quc raj rhg rif rof rwk sah saq sat sbp scn
    sdh seh ses shi shn sid skr sma smj smn sms ssy syr szl teo tig tok tpi trv trw twq tyv tzm vai vec vmw vun wae
    wal wbp xnr xog yav yrl yue zgh
"""
_COUNTRY_CODES = """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA
    CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA
    GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP
    KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS
    MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS
    RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW
    TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
"""
LANGUAGES = frozenset(_LANGUAGE_CODES.split())
COUNTRIES = frozenset([*_COUNTRY_CODES.split(), "XA"])
"""XA is no country: `en-XA` is the pseudo-language by which translators see what has no translation (Unicode CLDR)."""
LANGUAGE = r"^[a-z]{2,3}$"
LOCALE = r"^[a-z]{2,3}(-[A-Z]{2})?$"
_OTHER_COUNTRIES = {"UK": "GB", "EN": "GB"}
"""What people write for the code of a country."""


def _known_language(value: str) -> str:
    if value not in LANGUAGES:
        message = _("no language has the code `%(code)s`", code=value)
        raise problem(INVALID_FORM, message, _("write the code of a language, for example `en` or `de`"))
    return value


def _known(value: str) -> str:
    language, dash, country = value.partition("-")
    fix = _("write a language and country, for example `en-GB` or `de-DE`")
    if language not in LANGUAGES:
        raise problem(INVALID_FORM, _("no language has the code `%(code)s`", code=language), fix)
    if dash and country not in COUNTRIES:
        meant = _OTHER_COUNTRIES.get(country)
        fix = _("write `%(locale)s`", locale=f"{language}-{meant}") if meant else fix
        raise problem(INVALID_FORM, _("no country has the code `%(code)s`", code=country), fix)
    return value


Locale = Annotated[str, Field(pattern=LOCALE), AfterValidator(_known)]
"""A language, or a language and a country: `en-GB`."""
LanguageCode = Annotated[str, Field(pattern=LANGUAGE), AfterValidator(_known_language)]
"""A language: `en`."""
