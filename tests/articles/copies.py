"""Stories in the manner of a local paper, and copies of them with cuts."""

import random
import re

CHARACTERS = (
    "市民区道桥河园校村街楼厂站场医院老人孩子工学生春夏秋冬风雨雪花树水电气路灯车船书画茶米面菜果鱼"
    "新旧大小高低长短快慢好早晚今明昨天年月日时分东西南北中上下左右前后里外建修种读看听说走来去开关"
)


def story_text(seed, sentences=16):
    """Invented paragraphs of four sentences; another seed shares nothing with it."""
    chance = random.Random(seed)
    lines = [
        "".join(chance.choices(CHARACTERS, k=12))
        + "，"
        + "".join(chance.choices(CHARACTERS, k=14))
        + "。"
        for _ in range(sentences)
    ]
    return ["".join(lines[at : at + 4]) for at in range(0, sentences, 4)]


def body_of(paragraphs):
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs if paragraph)


def cut(paragraphs, share, where, seed=1):
    """The paragraphs without that share of their text: from the front, the end, or scattered."""
    text = "\n".join(paragraphs)
    gone = round(len(text) * share)
    if where == "front":
        return text[gone:].split("\n")
    if where == "end":
        return text[: len(text) - gone].split("\n")
    sentences = re.findall(r"[^。]+。\n?", text)
    dropped = set(random.Random(seed).sample(range(len(sentences)), round(len(sentences) * share)))
    kept = (one for number, one in enumerate(sentences) if number not in dropped)
    return "".join(kept).strip().split("\n")
