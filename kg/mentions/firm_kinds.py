"""Words for what a firm is, which stand before its name or behind what it deals in, and where it sells."""

import re

LEADERS = ("巨头", "巨鳄", "大鳄", "龙头", "霸主", "寡头", "老大", "巨擘", "新贵", "翘楚", "大佬")
"""Who leads a trade: 欧洲乳业|巨头 names no firm."""

MAKERS = ("制造商", "生产商", "厂商", "开发商", "零售商", "服务商")
"""Who makes or sells something: 机床|制造商."""

SALES_REGION = re.compile(
    "(?:大?中华|中国|亚太|亚洲|北美|南美|拉美|美洲|欧洲|欧美|中东|非洲|东南亚|全球|海外|日韩|华[东南北中西])+(?:大|片)?区$"
)
"""Where a firm sells, which is no place and no part of its name: 甲公司|中国区."""
