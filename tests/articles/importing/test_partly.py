"""Some paragraphs of a proposed body stand in the one that stood, the others do not."""

from articles.importing.partly import can_be_mixed, compared, mixed

BEFORE = "<p>一。</p><p>二<strong>旧</strong>。</p><p>三旧。</p><p>四。</p>"
AFTER = "<p>一。</p><p>二新。</p><p>添。</p><p>三新。</p><h3>四。</h3>"


def numbers(before, after):
    return sorted(compared(before, after).changed)


def test_chosen_rows_are_as_proposed_and_the_others_as_they_stood():
    last = len(compared(BEFORE, AFTER).rows) - 1

    found = mixed(BEFORE, AFTER, {last})

    assert found.body == BEFORE.replace("<p>四。</p>", "<h3>四。</h3>")
    assert (found.standing, found.proposed) == ({0: 0, 1: 1, 2: 2}, {4: 3})
    assert mixed(BEFORE, AFTER, ()).body == BEFORE


def test_all_changed_rows_make_the_proposed_body():
    assert mixed(BEFORE, AFTER, compared(BEFORE, AFTER).changed).body == AFTER


def test_row_that_only_became_a_subhead_is_changed():
    assert numbers("<p>一。</p><p>二。</p>", "<p>一。</p><h3>二。</h3>") == [1]


def test_bodies_with_a_list_or_a_table_cannot_be_mixed():
    assert can_be_mixed(BEFORE, AFTER)
    assert not can_be_mixed(BEFORE, "<p>一。</p><ul><li>二</li><li>三</li></ul>")
    assert not can_be_mixed("<p>一。</p><p></p><ul><li>二</li><li>三</li></ul>", AFTER)
