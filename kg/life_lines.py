"""How the first line of a life begins, below a name alone: 1957年3月生于苏州; 男，; 笔名某某."""

OPENS_LIFE = (
    r"[男女][，,]|(?:[12]\d{3}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?出?生(?:于|在|，|,)|籍贯|祖籍|原名|笔名|"
    r"[一-龥]{2,9}人[，,。]"
)
