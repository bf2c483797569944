"""What two places do that share a border: 东与甲县|接壤."""

MEETS = "(?:接壤|毗邻|毗连|相邻|相连|相接|连接|交界|为邻|比邻|搭界|接界|相望)"
