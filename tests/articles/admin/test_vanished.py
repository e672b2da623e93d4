"""A part of the story that another editor deleted while this one wrote."""

import pytest

from articles.models import Version
from tests.articles.admin.posting import change_url, form_data
from tests.factories import make_version

pytestmark = pytest.mark.django_db


def _opened_then_deleted(version):
    for n, name in enumerate(["甲", "乙", "丙"], start=1):
        version.credits.create(position=n, as_printed=name, has_text=True)
    rows = list(version.credits.order_by("position"))
    opened = {
        **form_data(Version.objects.get(pk=version.pk)),
        "credits-TOTAL_FORMS": "3",
        "credits-INITIAL_FORMS": "3",
    }
    for i, row in enumerate(rows):
        opened |= {
            f"credits-{i}-id": str(row.pk),
            f"credits-{i}-version": str(version.pk),
            f"credits-{i}-position": str(row.position),
            f"credits-{i}-capacity": row.capacity,
            f"credits-{i}-as_printed": row.as_printed,
            f"credits-{i}-has_text": "on",
        }
    rows[1].delete()
    return opened


def test_row_that_another_editor_deleted_is_named_and_left_out(admin_client):
    version = make_version()
    opened = _opened_then_deleted(version)

    response = admin_client.post(change_url(version), opened)

    assert response.status_code == 200
    page = response.content.decode()
    assert "Another editor deleted this meanwhile, so it is left out here: 乙." in page
    formset = next(
        f.formset
        for f in response.context["inline_admin_formsets"]
        if f.formset.prefix == "credits"
    )
    again = {k: v for k, v in opened.items() if not k.startswith("credits-")}
    again["loaded_at"] = Version.objects.get(pk=version.pk).updated_at.isoformat()
    again |= {k: v for k, v in formset.data.items() if k.startswith("credits-")}
    assert [form["as_printed"].value() for form in formset.forms] == ["甲", "丙"]

    assert admin_client.post(change_url(version), again).status_code == 302
    assert [row.as_printed for row in version.credits.order_by("position")] == ["甲", "丙"]
