"""Two editors in one story: the second is shown both texts, and nothing is written over unseen."""

import json

import pytest

from articles import photos, workflow
from articles.models import Mention, Merge, Version
from tests.articles.admin.posting import change_url, form_data, text_of
from tests.articles.test_photos import encoded
from tests.factories import (
    make_department,
    make_official,
    make_reporter,
    make_reviewers,
    make_version,
    make_writer,
)

pytestmark = pytest.mark.django_db


def opened(client, version):
    """All that the form holds as it is opened, as a browser would post it."""
    context = client.get(change_url(version)).context
    form = context["adminform"].form
    formsets = [one.formset for one in context["inline_admin_formsets"]]
    data = {bound.html_name: bound.value() for bound in form}
    for formset in formsets:
        bound = [*formset.management_form, *(field for row in formset.forms for field in row)]
        data |= {field.html_name: field.value() for field in bound}
    return {name: value for name, value in data.items() if not (value is None or value is False)}


def places(response):
    """What is proposed at each place, and what the three texts say there."""

    def said(place):
        sides = (place.stretch.base, place.stretch.theirs, place.stretch.mine)
        return ("\n".join(map(place.read, side)) for side in sides)

    conflict = response.context["conflict"]
    return {place.key: (place.choice, *said(place)) for place in conflict.places}


def decided(response, **choices):
    """What the page of a conflict posts."""
    data = {"merge-seen": response.context["seen"]}
    for name, value in response.context["carried"]:
        data.setdefault(name, []).append(value)
    for place in response.context["conflict"].places:
        if place.choice:
            data[place.name] = place.choice
        if place.is_text:
            data[f"{place.name}-text"] = place.to_type
    return data | {f"merge-{key.replace('_', '-')}": value for key, value in choices.items()}


def save_as_another(client, editor, version, **changes):
    other = make_writer(first_name="晚照")
    client.force_login(other)
    client.post(change_url(version), {**opened(client, version), **changes})
    client.force_login(editor)


def stored(version):
    return Version.objects.get(pk=version.pk)


def test_second_editor_is_told_and_loses_nothing(client, editor):
    version = make_version()
    mine = opened(client, version)
    save_as_another(client, editor, version, headline="他人的标题")

    response = client.post(change_url(version), {**mine, "headline": "自己的标题"})

    assert "林晚照 saved this story at" in text_of(response)
    assert places(response) == {
        "headline": ("", "柳汐公园新添环湖步道", "他人的标题", "自己的标题")
    }
    assert ("headline", "自己的标题") in response.context["carried"]
    assert stored(version).headline == "他人的标题"


def test_nothing_is_saved_until_every_conflict_is_decided(client, editor):
    version = make_version()
    mine = opened(client, version)
    save_as_another(client, editor, version, headline="他人的标题")
    told = client.post(change_url(version), {**mine, "headline": "自己的标题"})

    response = client.post(change_url(version), decided(told))

    assert "One place is not decided yet." in text_of(response)
    assert stored(version).headline == "他人的标题"


@pytest.mark.parametrize(
    ("choice", "typed", "headline", "set_aside"),
    [
        ("theirs", "", "他人的标题", [(True, "自己的标题")]),
        ("mine", "", "自己的标题", [(False, "他人的标题")]),
        ("typed", "商量好的", "商量好的", [(False, "他人的标题"), (True, "自己的标题")]),
    ],
)
def test_what_was_chosen_is_saved_and_the_rest_stays_on_record(
    client, editor, choice, typed, headline, set_aside
):
    version = make_version()
    mine = opened(client, version)
    save_as_another(client, editor, version, headline="他人的标题")
    told = client.post(change_url(version), {**mine, "headline": "自己的标题"})

    answers = {"headline": choice, "headline-text": typed}
    client.post(change_url(version), decided(told, **answers))

    assert stored(version).headline == headline
    merge = Merge.objects.get()
    assert [(row["is_mine"], row["text"]) for row in merge.set_aside] == set_aside
    assert set_aside[0][1] in text_of(client.get(change_url(version)))


def test_changes_of_one_side_only_are_proposed(client, editor):
    version = make_version(body="<p>甲段的文字。</p><p>乙段的文字。</p><p>丙段的文字。</p>")
    mine = opened(client, version)
    save_as_another(
        client,
        editor,
        version,
        deck="他人的副题",
        body="<p>甲段的新文字。</p><p>乙段的文字。</p><p>丙段的文字。</p>",
    )

    told = client.post(
        change_url(version),
        {**mine, "body": mine["body"] + "<p><strong>丁</strong>段。</p>", "source": "云汀发布"},
    )
    client.post(change_url(version), decided(told))

    now = stored(version)
    assert (now.deck, now.source) == ("他人的副题", "云汀发布")
    assert now.body == (
        "<p>甲段的新文字。</p><p>乙段的文字。</p><p>丙段的文字。</p><p><strong>丁</strong>段。</p>"
    )
    assert not Merge.objects.exists()


@pytest.mark.parametrize(
    ("choice", "last"),
    [
        ("both", "<p>他人收尾。</p><p>自己收尾。</p>"),
        ("theirs", "<p>他人收尾。</p>"),
        ("mine", "<p>自己收尾。</p>"),
    ],
)
def test_paragraphs_of_both_are_chosen_one_place_at_a_time(client, editor, choice, last):
    version = make_version()
    mine = opened(client, version)
    save_as_another(client, editor, version, body=version.body + "<p>他人收尾。</p>")
    told = client.post(change_url(version), {**mine, "body": mine["body"] + "<p>自己收尾。</p>"})
    (key,) = places(told)

    client.post(change_url(version), decided(told, **{key: choice}))

    assert stored(version).body == version.body + last


def test_third_save_during_the_merge_shows_the_newest_words(client, editor):
    version = make_version()
    mine = opened(client, version)
    save_as_another(client, editor, version, headline="他人的标题")
    told = client.post(change_url(version), {**mine, "headline": "自己的标题"})
    save_as_another(client, editor, version, headline="第三人的标题")

    again = client.post(change_url(version), decided(told, headline="mine"))

    assert places(again)["headline"][1:] == ("柳汐公园新添环湖步道", "第三人的标题", "自己的标题")
    assert stored(version).headline == "第三人的标题"


def test_rows_are_merged_each_by_itself(client, editor):
    version = make_version(
        reporters=[make_reporter()],
        officials=[make_official("沈砚秋"), make_official("祝令仪"), make_official("顾望舒")],
    )
    mine = opened(client, version)
    first, second, third = version.mentions.all()
    Mention.objects.filter(pk=first.pk).update(title_as_printed="区长")
    second.delete()
    Mention.objects.create(version=version, name_as_printed="后来者", position=9)
    stored(version).save()

    told = client.post(change_url(version), {**mine, "mentions-2-title_as_printed": "局长"})
    client.post(change_url(version), decided(told))

    assert list(version.mentions.values_list("name_as_printed", "title_as_printed")) == [
        (first.name_as_printed, "区长"),
        (third.name_as_printed, "局长"),
        ("后来者", ""),
    ]


@pytest.mark.parametrize(("choice", "left"), [("mine", ["局长"]), ("theirs", [])])
def test_row_deleted_there_and_changed_here_is_asked(client, editor, choice, left):
    version = make_version(officials=[make_official()])
    mine = opened(client, version)
    version.mentions.all().delete()
    stored(version).save()

    told = client.post(change_url(version), {**mine, "mentions-0-title_as_printed": "局长"})
    (key,) = places(told)
    assert places(told)[key][0] == ""
    data = decided(told) | {f"merge-{key}": choice}
    client.post(change_url(version), data)

    assert list(version.mentions.values_list("title_as_printed", flat=True)) == left


def test_what_does_not_pass_its_check_is_shown_as_typed(client, editor):
    version = make_version()
    mine = opened(client, version)
    save_as_another(client, editor, version, dateline_date="2026-11-16")

    response = client.post(change_url(version), {**mine, "dateline_date": "三月"})

    assert places(response) == {"dateline_date": ("", "", "2026-11-16", "三月")}


def test_browser_that_does_not_say_what_it_opened_is_asked_about_every_difference(client, editor):
    version = make_version(dateline="本报讯")
    mine = form_data(version, dateline="本报讯")
    other = stored(version)
    other.dateline = "本报综合"
    other.save()

    response = client.post(change_url(version), {**mine, "deck": "自己的副题"})

    assert places(response) == {
        "deck": ("mine", "", "", "自己的副题"),
        "dateline": ("", "", "本报综合", "本报讯"),
    }


def test_save_that_changed_nothing_bothers_nobody(client, editor):
    version = make_version()
    mine = opened(client, version)
    stored(version).save()

    client.post(change_url(version), {**mine, "headline": "自己的标题"})

    assert stored(version).headline == "自己的标题"


def test_look_at_the_changes_saves_nothing(client, editor):
    version = make_version()
    mine = opened(client, version)
    save_as_another(client, editor, version, deck="他人的副题")

    page = client.post(change_url(version), {**mine, "source": "自己", "_look": "1"})

    assert places(page) == {
        "deck": ("theirs", "", "他人的副题", ""),
        "source": ("mine", "", "", "自己"),
    }
    assert stored(version).source == ""


def test_words_before_the_opening_are_what_the_form_showed(client, editor):
    version = make_version(reporters=[make_reporter()], officials=[make_official()])

    base = json.loads(opened(client, version)["loaded_words"])

    assert base["fields"]["headline"] == version.headline
    (credit,) = base["parts"]["credits"].values()
    assert (credit["as_printed"], credit["has_text"], credit["has_photos"]) == ("苏未央", "on", "")


def test_move_made_while_an_editor_writes_is_not_written_over(client, editor):
    version = make_version()
    mine = opened(client, version)
    reviewer = make_reviewers()[0]
    workflow.perform("submit", version, by=editor)
    workflow.perform("approve", version, by=reviewer)

    client.post(change_url(version), {**mine, "headline": "新题"})

    assert (stored(version).status, stored(version).headline) == ("in_review", "新题")


def test_departments_that_nobody_changed_are_no_place_of_the_conflict(client, editor):
    version = make_version(departments=[make_department()])
    mine = opened(client, version)
    save_as_another(client, editor, version, headline="他人的标题")

    response = client.post(change_url(version), {**mine, "headline": "自己的标题"})

    assert list(places(response)) == ["headline"]


def test_photo_follows_its_paragraph_through_a_conflict(client, editor, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    version = make_version(body="<p>甲。</p><p>乙。</p>")
    photos.attach(version, encoded(), caption="桥", alt_text="桥", placed_after=2)
    version.seal()
    version = stored(version)
    mine = opened(client, version)
    save_as_another(client, editor, version, body="<p>新来的。</p><p>甲。</p><p>乙。</p>")

    response = client.post(change_url(version), mine | {"photos-0-caption": "新桥"})
    photo = version.photos.get()
    key = f"photos-{photo.pk}"
    assert places(response)[key][0] == "mine"
    client.post(change_url(version), decided(response))

    photo.refresh_from_db()
    assert (photo.caption, photo.placed_after) == ("新桥", 3)
