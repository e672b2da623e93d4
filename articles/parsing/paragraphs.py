"""Rejoin the fragments that the print columns broke, and say what is doubtful in it.

`blocks` says what the fragments are, `joins` whether one goes on in the next, `fluency` whether
text was lost between them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from . import fluency, joins
from .blocks import SUBHEAD, Blocks, Fragment, read_blocks
from .doubts import round_lost_character
from .endings import is_final
from .facts import Edit, Join, Paragraph, PrintedDoubt, SourceRange
from .joins import APART, DECIDED, Decision, decide
from .listed_lines import is_decision
from .source import Line, Source, glue
from .unmatched import PAIRS, has_odd_quote, unmatched_marks
from .wording import gettext_noop

CONTEXT = 20
# How much of the story, before and after a break, may show that its words stand in a row.
AROUND = 4000
QUOTATION = "“"
# So many characters in a row, twice in a story, are a name or another word.
KNOWN = 3

SUBHEAD_MARK = gettext_noop("subhead mark")
LINE_BREAK = gettext_noop("line break inside a fragment")


@dataclass(frozen=True, slots=True)
class Rejoined:
    paragraphs: tuple[Paragraph, ...]
    doubts: tuple[PrintedDoubt, ...]
    edits: tuple[Edit, ...]
    # Where text may be missing in a paragraph, by its number.
    losses: Mapping[int, tuple[int, ...]]


@dataclass
class _Draft:
    """A paragraph while its fragments are put together, with the marks still open in it.

    `next_text` opens the paragraph after it where it may be that they are one.
    """

    fragments: list[Fragment]
    texts: list[str]
    joins: list[Join] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    next_text: str = ""

    def __post_init__(self) -> None:
        self.length = len(self.texts[0])
        self.unmatched, self.open = unmatched_marks(self.texts[0])

    @property
    def text(self) -> str:
        return "".join(self.texts)

    @property
    def is_subhead(self) -> bool:
        return self.fragments[0].is_subhead

    @property
    def losses(self) -> tuple[int, ...]:
        pairs = zip(self.joins, self.decisions, strict=True)
        return tuple(join.offset for join, decision in pairs if decision.loses)

    def place(self, source: Source) -> SourceRange:
        return source.range(self.fragments[0].start, self.fragments[-1].end)

    def join(self, fragment: Fragment, text: str, decision: Decision) -> None:
        before = self.texts[-1]
        gap = glue(before, text)
        self.joins.append(
            Join(
                before=before[-CONTEXT:],
                after=text[:CONTEXT],
                offset=self.length + len(gap),
                reason=decision.reason,
                is_doubtful=decision.is_doubtful and decision.reason != DECIDED,
            )
        )
        self.decisions.append(decision)
        closers, openers = unmatched_marks(text)
        while closers and self.open and closers[0] == PAIRS[self.open[-1]]:
            closers = closers[1:]
            self.open.pop()
        self.unmatched += closers
        self.open += openers
        self.fragments.append(fragment)
        self.texts[-1] += gap
        self.texts.append(text)
        self.length += len(gap) + len(text)


@dataclass(slots=True)
class _Judge:
    """A model that knows the text round a break, which lies between `start` and `end`."""

    model: fluency.Model
    text: str
    start: int
    end: int

    @property
    def threshold(self) -> float:
        return self.model.threshold

    @property
    def around(self) -> str:
        return self.text[max(0, self.start - AROUND) : self.end + AROUND]

    def evidence(self, before: str, after: str, enough: float) -> float:
        return self.model.evidence(before, after, self.around, enough)

    def opening(self, text: str) -> float:
        """A word that the story has elsewhere, such as a name, is whole."""
        judged = self.model.opening(text)
        return 0.0 if judged < 0 and self.repeats(text[:KNOWN]) else judged

    def repeats(self, text: str) -> bool:
        return self.around.count(text) > 1


def rejoin(
    source: Source,
    lines: Sequence[Line],
    model: fluency.Model | None = None,
    rulings: Mapping[int, bool] | None = None,
) -> Rejoined:
    """The paragraphs of the lines of a story, as `rejoin_blocks` gives them."""
    return rejoin_blocks(source, read_blocks(source, lines), model, rulings)


def rejoin_blocks(
    source: Source,
    blocks: Blocks,
    model: fluency.Model | None = None,
    rulings: Mapping[int, bool] | None = None,
) -> Rejoined:
    """The paragraphs of a story, each from one fragment or more.

    `model` judges whether text was lost at a break; the shipped one where none is given.
    `rulings` say of a doubtful break, by the character where its first fragment ends, whether it
    is inside one paragraph.
    """
    model = model or fluency.default_model()
    rulings = rulings or {}
    drafts: list[_Draft] = []
    edits: list[Edit] = []
    may_go_on = False
    for fragment in blocks.fragments:
        if fragment is None:
            may_go_on = False
            continue
        text, fragment_edits = _read(source, fragment)
        edits += fragment_edits
        decision = APART
        if may_go_on:
            last = drafts[-1]
            before = last.fragments[-1]
            so_far = joins.Paragraph(
                before, last.texts[-1], last.open, last.length, len(drafts) - 1, last.texts[0]
            )
            judge = _Judge(model, source.text, before.end, fragment.start)
            decision = decide(so_far, fragment, text, blocks, judge)
            if decision.is_doubtful and before.end in rulings:
                decision = decision.ruled(rulings[before.end])
        if decision.reason:
            drafts[-1].join(fragment, text, decision)
        else:
            if decision.is_unsure:
                drafts[-1].next_text = text
            drafts.append(_Draft([fragment], [text]))
        may_go_on = True
    doubts = [doubt for number in range(len(drafts)) for doubt in _doubts(source, drafts, number)]
    paragraphs = tuple([_paragraph(source, draft) for draft in drafts])
    losses = {number: places for number, draft in enumerate(drafts) if (places := draft.losses)}
    return Rejoined(paragraphs, tuple(doubts), tuple(edits), losses)


def _read(source: Source, fragment: Fragment) -> tuple[str, list[Edit]]:
    """The text of a fragment on one line, without the mark of a subhead."""
    mark = fragment.is_subhead and SUBHEAD.match(source.text, fragment.start, fragment.end)
    if mark:
        edit = source.edit(SUBHEAD_MARK, mark.start(), mark.end())
        return source.text[mark.end() : fragment.end], [edit]
    pieces: list[str] = []
    edits = []
    for before, line in zip((None, *fragment.lines), fragment.lines, strict=False):
        printed = source.cut(line)
        if before:
            gap = glue(pieces[-1], printed)
            pieces.append(gap)
            edits.append(source.edit(LINE_BREAK, before.end, line.start, gap))
        pieces.append(printed)
    return "".join(pieces), edits


def _paragraph(source: Source, draft: _Draft) -> Paragraph:
    return Paragraph(
        text=draft.text,
        is_subhead=draft.is_subhead,
        sources=tuple([_place(source, fragment) for fragment in draft.fragments]),
        joins=tuple(draft.joins),
    )


def _place(source: Source, fragment: Fragment) -> SourceRange:
    mark = fragment.is_subhead and SUBHEAD.match(source.text, fragment.start, fragment.end)
    return source.range(mark.end() if mark else fragment.start, fragment.end)


def _doubts(source: Source, drafts: Sequence[_Draft], number: int) -> Iterator[PrintedDoubt]:
    draft = drafts[number]
    breaks = zip(draft.joins, draft.decisions, draft.fragments, draft.fragments[1:], strict=False)
    for join, decision, before, after in breaks:
        if decision.is_doubtful:
            place = source.range(before.end - 1, after.start + 1)
            kind = "doubtful_join" if decision.loses else "doubtful_break"
            quote = join.before + join.after
            yield PrintedDoubt(kind, quote, number, place, break_at=len(join.before))
    text = draft.text
    if draft.next_text:
        end = draft.fragments[-1].end
        quote = text[-CONTEXT:] + draft.next_text[:CONTEXT]
        place = source.range(end - 1, end)
        break_at = len(text[-CONTEXT:])
        yield PrintedDoubt("doubtful_break", quote, number, place, break_at=break_at)
    alone = draft.unmatched + draft.open
    if alone == [QUOTATION] and _is_quoted_on(drafts, number):
        alone = []
    if has_odd_quote(text):
        alone = [*alone, '"']
    if alone:
        yield PrintedDoubt("unbalanced", "".join(alone), number, draft.place(source))
    is_whole = draft.is_subhead or draft.fragments[0].is_whole
    if not (is_whole or draft.next_text or is_final(text) or is_decision(text)):
        yield PrintedDoubt("unfinished", text[-CONTEXT:], number, draft.place(source))
    lost = round_lost_character(text)
    if lost:
        yield PrintedDoubt("replacement_character", lost, number, draft.place(source))


def _is_quoted_on(drafts: Sequence[_Draft], number: int) -> bool:
    """Whether a quotation left open here is opened anew in the next paragraph, and closed at last.

    A quotation of several paragraphs has an opening mark before each, a closing one at its end.
    """
    for before, after in zip(drafts[number:], drafts[number + 1 :], strict=False):
        if before.open != [QUOTATION] or not after.texts[0].startswith(QUOTATION):
            return False
        if not after.open:
            return not after.unmatched
    return False
