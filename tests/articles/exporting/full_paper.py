"""A paper with everything that a story can hold."""

import datetime
import io

from PIL import Image

from articles import photos
from articles.models import Correction, Credit, Edition, Event, EventHost, Mention
from articles.revisions import begin_version
from people.models import Post
from tests.articles.views.pages import DAY
from tests.factories import (
    make_department,
    make_official,
    make_page,
    make_released,
    make_reporter,
    make_reviewers,
    make_version,
    make_writer,
    release,
)

BODY = (
    "<p>4月2日，云栖桥<strong>通车</strong>。</p><h3>三分钟过河</h3>"
    "<p>一行<br>两行</p><ul><li>桥长1.2公里</li><li>双向四车道 &amp; 人行道</li></ul>"
    '<p>详见<a href="https://bridge.example/" rel="noopener">桥志</a>。</p>'
    "<table><tbody><tr><th>项目</th><th>数</th></tr><tr><td>桥墩</td><td>12</td></tr></tbody>"
    "</table><blockquote><p>　　盼了十年。</p></blockquote>"
)


def picture_file(colour, size=(60, 40)):
    out = io.BytesIO()
    image = Image.effect_mandelbrot(size, (-3, -2.5, 2, 2.5), 100).convert("RGB")
    Image.blend(image, Image.new("RGB", size, colour), 0.4).save(out, "PNG")
    out.seek(0)
    return out


def print_paper():
    """Two editions and a story of the web only, released; returns who released them."""
    staff = make_writer(), make_reviewers()
    bureau, zone = make_department("青澜经开区建设局"), make_department("青澜经开区")
    official = make_official("沈砚秋", posts=[(bureau, "局长")])
    event = Event.objects.create(
        kind="ceremony",
        name="云栖桥通车仪式",
        date=datetime.date(2023, 4, 2),
        ends_on=datetime.date(2023, 4, 3),
        place="云栖桥头",
    )
    for position, (name, role) in enumerate([("区建设局", "host"), ("桥梁公司", "organiser")]):
        EventHost.objects.create(event=event, name_as_printed=name, role=role, position=position)
    page = make_page(DAY)
    Edition.objects.filter(date=DAY).update(number=5123)
    page.edition.refresh_from_db()
    full = make_version(
        "云栖桥通车",
        dated=DAY,
        kicker="重点工程传捷报",
        deck="全长1.2公里",
        dateline="本报讯",
        date_as_printed="4月2日",
        dateline_date=datetime.date(2023, 4, 2),
        credit_line="责编 王丽",
        body=BODY,
        page=page,
        edition=page.edition,
        position=1,
        event=event,
        departments=[bureau, zone],
    )
    for position, (name, capacity, words, pictures) in enumerate(
        [("苏未央", "reporter", True, True), ("袁小满", "correspondent", False, True)]
    ):
        Credit.objects.create(
            version=full,
            as_printed=name,
            capacity=capacity,
            has_text=words,
            has_photos=pictures,
            reporter=make_reporter(name),
            position=position,
        )
    named = Mention.objects.create(
        version=full,
        official=official,
        name_as_printed="沈砚秋",
        title_as_printed="经开区建设局局长",
        acts="出席、讲话",
    )
    named.posts.add(Post.objects.get())
    Mention.objects.create(
        version=full, name_as_printed="卓远山", title_as_printed="村民", position=1
    )
    for position, (colour, place) in enumerate([("red", 0), ("green", None), ("blue", 4)]):
        photos.attach(
            full,
            picture_file(colour),
            caption=f"云栖桥，{colour}。",
            credit="苏未央 摄",
            alt_text=f"一座{colour}的桥",
            position=position,
            placed_after=place,
        )
    full = release(full, staff=staff)
    later = begin_version(full, by=staff[0])
    later.headline = "云栖桥建成通车"
    later.save()
    Correction.objects.create(version=later, wrong="1.1公里", right="1.2公里", remark="录入有误。")
    release(later, staff=staff)

    second = make_page(DAY, "02", "民生")
    for position in (2, 1):
        make_released(
            "同题稿",
            staff=staff,
            dated=DAY,
            page=second,
            edition=second.edition,
            position=position,
            body=f"<p>第{position}条。</p>",
        )
    make_released("只在网上", staff=staff, dated=DAY)
    make_released(
        "转来的稿",
        staff=staff,
        dated=datetime.date(2023, 4, 5),
        page=make_page(datetime.date(2023, 4, 5)),
        edition=Edition.objects.get(date=datetime.date(2023, 4, 5)),
        is_reprint=True,
        source="云州日报",
        original_author="何青",
        original_headline="原来的题目",
        responsible_editor="王丽",
        body="<p>一段。</p><p>二段。</p>",
    )
    make_version("没有发的", dated=DAY)
    return staff
