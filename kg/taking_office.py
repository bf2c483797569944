"""任 behind a date, which the models take for the surname: 1987年6月|任|甲县县长, 同年，|任|乙党市委主任委员.

In: a text. Out: where the verb stands in it.
"""

import re

#: A date, 任, and an office up to the end of the clause; 2011年任某某任局长 is told of a person.
_TAKES = re.compile(
    r"(?:\d[年月日][初底末]?(?:起|后|以后|之后|至今)?|同[年月日]|[次翌当今去][年月日]|\d{4}[.．]\d{1,2})[，,]?"
    r"(?P<verb>任)(?!命|职|期|教|务|何|意)"
    r"(?![^，,。；;（(\n]{0,30}(?:(?<!主)任|[说称选获被为]|出席|表示|介绍|指出))"
    r"[^，,。；;（(\n]{2,30}(?:长|书记|主任|委员|常委|理事|教授|讲师|助教|研究员|主席|总监|经理|总裁|工程师|教师|医师|"
    r"[科队教]员|干事|干部|顾问|代表|秘书|参谋|政委|董事|监事|主编|编辑|总理)(?=[，,。；;（(\n]|$)"
)


def verbs_of_office(text: str) -> frozenset[int]:
    """Return where 任 stands for taking an office and for no surname."""
    return frozenset(match.start("verb") for match in _TAKES.finditer(text)) if "任" in text else frozenset()
