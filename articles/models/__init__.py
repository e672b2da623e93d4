"""The paper and its news. Import models from here, whatever file holds them.

Inside this package files import only from those named before them: edition, event, article,
old_address, assignment, stages, version, scan, then the parts of a version (credit, mention, photo,
correction), then the record (contribution, source, wide_marks, doubt, decision, import_run,
import_job, proposal, proposed_name, similarity, waiver, working_draft).
"""

from articles.models.edition import Edition, Page
from articles.models.event import Event, EventHost
from articles.models.article import Article, ImportedFacts
from articles.models.old_address import OldAddress
from articles.models.assignment import Assignment
from articles.models.stages import Stage, stages_here
from articles.models.version import Version, VersionDepartment
from articles.models.contribution import Contribution
from articles.models.scan import Area, PageScan
from articles.models.credit import Credit
from articles.models.mention import Mention
from articles.models.photo import Original, Photo, RenditionsDue, Upload
from articles.models.correction import Correction
from articles.models.missed_search import MissedSearch
from articles.models.preview import PreviewLink
from articles.models.quality import PrintedError, QualityCheck
from articles.models.reader_report import ReaderReport
from articles.models.snapshot import Look, PassageNote, Snapshot
from articles.models.source import ParagraphSource, SourceDocument, StoryPart
from articles.models.wide_marks import WideMarks
from articles.models.doubt import Doubt
from articles.models.decision import Decision
from articles.models.ledger import LedgerEntry
from articles.models.import_run import ImportRun
from articles.models.import_job import ImportJob, JobPage, SettledDoubt, TypedPlace
from articles.models.proposal import Proposal
from articles.models.proposed_name import ProposedName
from articles.models.save import Save
from articles.models.search_entry import SearchEntry, SearchPairs
from articles.models.similarity import SimilarPair, Sketch, SketchSample
from articles.models.waiver import Waiver
from articles.models.working_draft import Merge, WorkingDraft

__all__ = [
    "Area",
    "Article",
    "Assignment",
    "Contribution",
    "Correction",
    "Credit",
    "Decision",
    "Doubt",
    "Edition",
    "Event",
    "EventHost",
    "ImportJob",
    "ImportRun",
    "ImportedFacts",
    "JobPage",
    "LedgerEntry",
    "Look",
    "Mention",
    "Merge",
    "MissedSearch",
    "OldAddress",
    "Original",
    "Page",
    "PageScan",
    "ParagraphSource",
    "PassageNote",
    "Photo",
    "PreviewLink",
    "PrintedError",
    "Proposal",
    "ProposedName",
    "QualityCheck",
    "ReaderReport",
    "RenditionsDue",
    "Save",
    "SearchEntry",
    "SearchPairs",
    "SettledDoubt",
    "SimilarPair",
    "Sketch",
    "SketchSample",
    "Snapshot",
    "SourceDocument",
    "Stage",
    "StoryPart",
    "TypedPlace",
    "Upload",
    "Version",
    "VersionDepartment",
    "Waiver",
    "WideMarks",
    "WorkingDraft",
    "stages_here",
]
