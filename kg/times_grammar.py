"""The grammar of time expressions: one regular expression of named alternatives.

:data:`GRAMMAR` matches at a place that :data:`FIRST` found; the alternative that matched is the group
``is_…``, whose parts :mod:`kg.times` turns into an interval. Patterns are in verbose form: a blank is
written ``[ ]``. Order matters: the first alternative that matches wins.
"""

import re

from kg import calendar_zh as calendar

#: Years counted from the year of publication, and from the year that the text named last.
SHIFTS = {
    "今年": 0, "本年": 0, "去年": -1, "上年": -1, "上一年": -1, "前年": -2, "大前年": -3,
    "明年": 1, "来年": 1, "下一年": 1, "后年": 2,
}  # fmt: skip
FROM_CONTEXT = {"同年": 0, "当年": 0, "次年": 1, "翌年": 1, "第二年": 1, "前一年": -1, "后一年": 1}
WEEKS = {"上上": -2, "上": -1, "本": 0, "这": 0, "下": 1, "下下": 2}
WEEKDAYS = {day: index for index, day in enumerate("一二三四五六日")} | {"天": 6}
#: First and last month of a season; winter runs into the next year.
SEASONS = {"春": (3, 5), "夏": (6, 8), "秋": (9, 11), "冬": (12, 14), "暑": (7, 8)}
#: Festivals whose names are also other words: they need 节, 期间, 假期 or a year to count.
DOUBTFUL = frozenset({
    "十一", "五一", "六一", "七一", "国庆", "圣诞", "元宵", "清明", "重阳", "腊八",
    "双十一", "双11", "双十二", "双12",
})  # fmt: skip

_DIGITS = "0-9０-９"
_D = f"[{_DIGITS}]"
_C = "零〇○Ｏ一二三四五六七八九"
_COUNT = rf"(?:{_D}{{1,3}}|[{_C}两十百]{{1,4}}|半)"
_MONTH = r"(?:1[0-2]|１[０-２]|0?[1-9]|[１-９]|十[一二]?|[一二三四五六七八九])"
_DAY = rf"""(?:[12１２]{_D}|[3３][01０１]|[0０]?[1-9１-９]
    |(?:二?十|廿|三十)[一二三四五六七八九]?|[一二三四五六七八九])"""
_PLAIN_DAY = rf"(?:[12１２]{_D}|[3３][01０１]|[1-9１-９])"
_DOTTED = r"(?:19|20)\d\d[./](?:0[1-9]|1[0-2])"
_QUARTER = "[一二三四1-4１-４]"
_TO = r"[ ]?(?:[-－—–~～至到]|——)[ ]?"
_ERA = rf"(?:清朝?|明朝?|中华)?(?:{'|'.join(calendar.ERAS)})"
#: 光绪三十年（1904年）, 民国24年.
ERA_YEAR = rf"{_ERA}(?:元|[{_C}{_DIGITS}十廿]{{1,3}})年(?:[（(](?:即|公元)?1\d{{3}}年?[）)])?"
# 投产后年产能, 达效后年销售额 hold no 后年.
_YEAR = rf"""(?:{ERA_YEAR}|
    (?:(?<!{_D})(?:
        (?:1[1-9]|20|１[１-９]|２０){_D}{{2}}(?!(?<=000)[ ]?年(?:历史|前的))
        |0{_D}(?=[ ]?年)
        |{_D}{{2}}(?=[ ]?年(?:{_D}{{1,2}}[ ]?月|[初末底]))
      )|(?<![{_C}])[一二][{_C}]{{3}}
    )[ ]?(?:财政年度|财年|年度|年(?:[（(]{_ERA}[^（）()]{{1,12}}[）)])?)
    |(?!(?<=[产成运营效标工用立])后年)
     (?:{"|".join(sorted([*SHIFTS, *FROM_CONTEXT], key=len, reverse=True))}))"""
_PART = r"(?:上中旬|中下旬|[上中下]旬|初|底|末|中(?=[，。、；：）)的以之前至开举起]|\Z))"
_CLOCK = rf"""(?:[（(](?:周|星期)[一二三四五六日天][）)])?
    (?:的?(?:凌晨|清晨|早晨|早上|早间|一早|上午|中午|正午|午后|下午|傍晚|晚间|晚上|深夜|午夜|夜间|夜里
        |晚(?![餐会期年于报宴婚高])|夜(?![市空景色])|早(?![盘期餐已在日些先])|晨))?
    (?:[ ]?(?:{_D}{{1,2}}|[{_C}两十]{{1,3}})(?:时(?![间代期])|点(?!多?[的名五左]))
        (?:半|整|许|(?:{_D}{{1,2}}|[{_C}十]{{1,3}})分?)?
    |[ ]?{_D}{{1,2}}[:：]{_D}{{2}}(?:[:：]{_D}{{2}})?)?"""
_PLANS = "|".join(sorted((name for name in calendar.PLANS if len(name) == 3), key=len, reverse=True))
_FESTIVALS = "|".join(sorted(calendar.FESTIVALS, key=len, reverse=True))
#: Words before 年底, 月底 that make it one of many or another word: 每年初, 青年, 两个月底.
_NOT_BARE = rf"{_C}{_DIGITS}十百两今去前明后每当历往近多青少中老半整成几数满来学本上下同次个 "


def _of_year(name: str) -> str:
    return rf"(?:(?P<{name}>{_YEAR})的?[ ]?)?"


_ALTERNATIVES = {
    "iso": r"""(?<![\d./-])(?P<iso_y>(?:19|20)\d\d)(?P<sep>[-/.])(?P<iso_m>0?[1-9]|1[0-2])(?P=sep)
        (?P<iso_d>[12]\d|3[01]|0?[1-9])(?!\d|[./-]\d)""",
    "dotted": rf"""(?<![\d.])(?P<dt1>{_DOTTED})(?![\d.])(?:
        (?:{_TO}|[ ]?[-－–]{{2}}[ ]?)(?:(?P<dt2>{_DOTTED})(?![\d.])|至?今|现在)|(?P<dtopen>至今|起)
        |(?<![^\n。；;　 ].{{7}})(?P<dtsince>[-－–—]{{1,2}})(?=[ 　]*[，,]?[ 　]*[一-龥])
        |(?<![^\n。；;　 ].{{7}})(?P<dtline>)(?=[ 　]*(?:[，,]|[一-龥](?<![元万亿倍点分美港吨米个]))))""",
    "years": rf"""(?<!{_D})(?P<ys1>(?:1[1-9]|20)\d\d)年?{_TO}(?P<ys2>(?:1[1-9]|20)?\d\d)年(?!代)
        (?:连续{_COUNT}年)?""",
    "today": rf"""(?<!美好)(?<!美好的)(?P<shift>大前|今|昨|前|明|后)
        (?:[天日](?!头条|之星|资本|方舟|前|资源|空)|(?<=[今昨明])[晚晨夜早](?![报会宴年间])){_CLOCK}""",
    "dayof": rf"(?P<which>[当同次翌即])(?:天|日(?!常)|(?<=[当次])晚(?![会宴])){_CLOCK}",
    "monthof": rf"""(?P<mwhich>本|上|下|当|同|次|这个|上个|下个)月份?(?![球亮台牙薪嫂])(?P<mwpart>{_PART})?
        |(?<![{_NOT_BARE}])月(?P<mend>底|末|初)""",
    "weekday": rf"""(?P<wshift>上上|下下|上|本|这|下)?个?(?:周|星期|礼拜)(?P<wday>[一二三四五六日天末])
        (?![年岁刊致围多均常报]){_CLOCK}""",
    "week": r"(?P<wk>上上|上|本|这|下)[一个]?(?:周|星期|礼拜)(?![边期转刊末年围])",
    "plan": rf"""[“"「]?(?P<plan>{_PLANS})[”"」]?(?P<pend>末|初)?(?:时期|期间|以来)?
            (?![”"」]?(?:规划|发展|纲要|五年规划|计划))
        |[“"「](?P<plan2>六五|七五|八五|九五|十五)[”"」](?P<pend2>末|初)?(?:时期|期间)?(?!规划|计划|攻关)""",
    "decade": rf"""(?:(?P<cent>上个?|1[0-9]|20|十[六七八九]|二十)世纪的?)?
        (?<!{_D})(?P<century>1[6-9]|20)?(?P<dec>[0-9]0|[二三四五六七八九]十)年代
        (?:初期?|中后?期|末期?|后期|以来)?""",
    "window": rf"""(?P<wdir>未来|今后|接下来|此后|近|过去|最近|连续)的?[ ]?(?P<wn>{_COUNT})[ ]?
        (?P<wu>年|个月|个?季度|天|日|周)多?(?:时间)?[来间内里]?""",
    "ago": rf"""(?<![第近过去每{_C}{_DIGITS}])(?P<an>{_COUNT})[ ]?(?P<au>年|个月|天|周)多?
        (?:(?P<since>以?来)|之?前|以前|(?P<within>[之以]?内))""",
    "using": rf"用(?P<un>{_COUNT})年(?:左右)?(?:的?时间)?",
    "sameperiod": rf"""(?P<sp>去年|上年|前年|上一年|(?<!{_D})(?:19|20){_D}{{2}}[ ]?年)
        同(?:期|日|月|一时期)""",
    "reportperiod": r"本?报告期内?",
    "festival": rf"""{_of_year("fy")}[“"]?(?P<fest>{_FESTIVALS})(?![月日点个家名次年条项人位万亿百千十])[”"]?
        (?!(?:假期|长假|小长假|节)?(?:过?后|上班|开工|复工))(?P<fsuf>(?:假期|期间|小?长假|黄金周|假日)+|前夕|当[天日]|节)?""",
    "lunar": rf"""(?:农历(?P<lm0>{_MONTH})月|农历(?![正腊])|大年|(?:农历)?[正腊]月)
        (?P<ld>初[一二三四五六七八九十]|{_DAY})""",
    "quarter": rf"""{_of_year("qy")}(?:前(?P<qn>[一二两三123])个?季度|(?P<qfirst>首)个?季度?
        |第?(?P<q1>{_QUARTER})(?:季度?)?{_TO}第?(?P<q2>{_QUARTER})季度?
        |(?P<qa>[一二三])、?(?P<qb>[二三四])季度
        |第?(?P<q>{_QUARTER})季(?:度|(?=[营净合毛利收业总]))
        |(?P<qrel>本|上一?|下一?|当)季度?)(?P<qend>末|底|初)?""",
    "half": rf"""(?:(?P<hy>{_YEAR}|20\d\d(?=[上下]半))的?[ ]?)?
        (?:(?P<h>[上下])半年度?|(?<=[年度])半年度)(?!报)(?P<hend>末)?""",
    "firstmonths": rf"""{_of_year("fmy")}[前头](?P<fm>1[01]|１[０１]|[1-9１-９]|十一?|[二两三四五六七八九])
        [ ]?(?:个月|月份?)""",
    "months": rf"""{_of_year("msy")}(?<!{_D})(?P<ms1>{_MONTH})[ ]?(?:月份?)?{_TO}(?P<ms2>{_MONTH})[ ]?月份?
        (?![ ]?{_DAY}[日号])""",
    "date": rf"""{_of_year("dy")}(?<![{_C}十])(?<!{_D})(?<!{_D}[.．])
        (?P<dm>{_MONTH})[ ]?月[ ]?(?P<dd>{_DAY})[ ]?
        (?:[日号]{_CLOCK}(?:{_TO}(?:(?P<dm2>{_MONTH})[ ]?月[ ]?)?(?P<dd2>{_DAY})[ ]?[日号])?
        |{_TO}(?P<dd3>{_DAY})[ ]?[日号]){_CLOCK}""",
    "month": rf"""{_of_year("my")}(?<![{_C}十])(?<!{_D})(?<!{_D}[.．])
        (?:(?P<m>{_MONTH})[ ]?月份?|(?<=年)(?P<mfirst>首)月)(?![饼球薪嫂龄天])(?P<mpart>{_PART})?""",
    "day": rf"""(?<!{_D})(?<![.．/月年第个续近去-])(?P<d>{_PLAIN_DAY})[ ]?日(?![均平线游内元本圆前后龄年式])
        {_CLOCK}(?:{_TO}(?P<d2>{_PLAIN_DAY})[ ]?日)?""",
    "yearedge": rf"""(?:(?P<ey>{_YEAR})[ ]?年?|(?<![{_NOT_BARE}])[年岁])
        (?P<edge>底|末|终(?=[，。、前])|初(?![步期级中衷心创次选始])|中(?=[，。、；：）)的以前至]|\Z))""",
    "season": rf"""(?P<sy>{_YEAR}|[今去明](?=[春夏秋冬]))的?(?P<season>[春夏秋冬暑])
        (?:[季天期假]|(?=[，。、之至以]|\Z))""",
    "code": r"(?<![A-Za-z0-9])(?P<cy>20\d\d)年?(?:Q(?P<cq>[1-4])|H(?P<ch>[12]))(?![A-Za-z0-9])",
    "year": rf"""(?P<y>{_YEAR})(?:度|全年|内|以内)?(?![代会级轻龄糕]|货(?:节|市|采购|礼))
        |(?P<thisyear>全年|(?<![{_C}{_DIGITS}十百半几多数整两])年内)""",
    "clock": rf"""(?:凌晨|上午|中午|下午|晚上|晚间|傍晚)(?:{_D}{{1,2}}|[一二三四五六七八九十]{{1,2}})
        [时点](?:{_D}{{1,2}}分?|半)?""",
    "vague": """近日|日前|近期|近来|近年来?|近几年来?|近些年来?|不久前|前不久|目前|当前|现阶段|如今|眼下
        |当下|最近|(?<![出发体呈表实展])现在|前些年|多年来|长期以来|一直以来
        |一段时间以来|近段时间|未来一段时间|连日来
        |多年前|数年前|几年前|前几年|过去几年|未来几年|近几个月|近几[日天]""",
}
#: The names of the alternatives, in order.
NAMES = tuple(_ALTERNATIVES)
GRAMMAR = re.compile(
    "|".join(f"(?P<is_{name}>{pattern})" for name, pattern in _ALTERNATIVES.items()), re.VERBOSE
)

#: The era in a year, and the year of our own count that may stand beside it.
ERA = re.compile(rf"(?P<era>{'|'.join(calendar.ERAS)})(?P<year>元|[{_C}{_DIGITS}十廿]{{1,3}})年")
WESTERN = re.compile(r"(?<!\d)1\d{3}(?!\d)")

#: Where an expression may begin: a cheap look at one to three characters before the grammar is tried.
FIRST = re.compile(
    rf"""(?<!{_D}){_D}(?={_D}{{0,3}}[ ]?[年月日号季财个天周至到—–~～－/-]
            |{_D}{{3}}[.QH上下]|\d[ ]?世|[ ]?[时点])
    |[{_C}十两半](?=[{_C}十两百半年月季天周至到—个日、])|[今昨](?=[年天日晚晨夜早春夏秋冬])|[去后](?=[年天春夏秋冬])
    |前(?=[{_C}十两1-9１-９]|[年天日不些几])|明(?=[年天日晚晨早])|来年|大(?=前|年[初{_C}十])
    |本(?=[年月周季报星礼])|[上下](?=[年月个周季星礼上下半世一])|当(?=[年月日天晚前下季])
    |[同次翌](?=[年月日天晚])|即日|第(?=[一二三四1-4１-４])|这(?=[周个月星])|周(?=[一二三四五六日])|星期|礼拜
    |清(?=[光宣同咸道嘉乾雍康顺])|明(?=[崇万嘉洪])|{"|".join(calendar.ERAS)}
    |全年|年(?=[初末底终中内])|岁(?=[末初])|月(?=[底末初])|未来|今后|接下来|此后|近|过去|最近|连[续日]|用(?=.{{1,4}}年)
    |农历|正月|腊|首(?=个?季|月)|头(?=[{_C}十两1-9])|不久|目前|日前|现[阶在]|如今|眼下|长期|多年|数年|几年
    |一[直段]|报告期|凌晨|中[午秋]|下午|晚[上间]|傍晚|上午|半(?=年度)
    |春节|除夕|端午|清明|重阳|冬至|元[旦宵]|国庆|七夕|双[十1]|平安夜|圣诞|(?<![版式])(?<![国方]的)情人节|妇女节|植树节|劳动节|儿童节|建军节
    |教师节|[“"「]""",
    re.VERBOSE,
)

#: Words of a clause that make a bare month or day a coming one.
FUTURE = re.compile(
    r"将|拟|计划|预计|有望|力争|定于|推迟|延期|届时|即将|目标|(?<![于超出合场])预期|确保|争取|原定|改为|前[，。、；）)完投建实公]"
)
#: A report of a period, which 报告期 and 当季 take up; ``rq`` is the quarter of a quarterly one.
REPORT = re.compile(
    r"(?:(?P<ry>20\d\d)[ ]?(?:年|财年)?)?第?(?:(?P<rq>[一二三四1-4])季(?:度(?:业绩|财务)?报告?|度?财?报)"
    r"|(?P<rh>半年度?(?:业绩|财务)?报告?|中期报告|中报|中期业绩)|(?P<ra>年度?(?:业绩|财务)?(?:快报|报告?))(?!道|纸|考|名))"
)
#: Behind the last day of a period of the books: 2019年6月30日止六个月.
CLOSED = re.compile(
    r" ?止的?(?:(?P<n>[一二三四五六七八九十]{1,2}|\d{1,2})个月|(?P<half>半年度?|半个?财年)|"
    r"(?P<year>(?:财政|会计)?年度|财年|全年|一年))"
)
#: Up to this day something is counted; nothing happens on it.
UP_TO = re.compile(r"(?:截至|截止|截至到|截止到|截止至)\Z")
SENTENCE_END = re.compile(r"[。！？!?\n]")
#: What began then may stand between: 自2018年10月投入运营以来; when a body was founded is a fact of its own.
SINCE = re.compile(
    r"[份的]?(?:以来|至今(?![年天日后])|迄今)"
    r"|(?:投入(?:运营|使用|运行|生产)|(?:正式|全面|开始)?(?:运行|使用|实施|试点)|(?:入驻|建设)?启动)以来"
)
OPENING = re.compile(r"(?:自从?|从)\Z")
BETWEEN = re.compile(_TO, re.VERBOSE)
#: After a deadline, and before a year that is only compared with, the text does not move to that year.
DEADLINE = re.compile(r"[以之]前|前(?![0-9０-９一二两三四五六七八九十半])")
#: Behind a year that is only the base of how many times as much something is: 2015年|的1.9倍.
MULTIPLE = re.compile("[末底初]?[时的]{1,2}(?:约|近|超)?[0-9.两二三四五六七八九十]+(?:多|余)?倍")
COMPARED = re.compile(r"(?:[比较]|相比|对标|对比)\Z")
