"""The form for a change of leaders (任免): which post, who leaves, who comes, a look, and done."""

from hashlib import sha256

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people import leaders
from people.admin.days import EXAMPLES, PartialDateField
from people.admin.permissions import allowed_by
from people.admin.recording import recording
from people.models import Appointment, Department, Official, Post
from people.stories import count_stories

NEW = "new"


class PostForm(forms.Form):
    """Which post: one that is in the directory, or a title in a body."""

    post = forms.ModelChoiceField(
        Post.objects.select_related("department"),
        required=False,
        label=gettext_lazy("Post"),
        widget=AutocompleteSelect(Appointment._meta.get_field("post"), admin.site),
        help_text=gettext_lazy("Search by body and title."),
    )
    department = forms.ModelChoiceField(
        Department.objects.all(),
        required=False,
        label=gettext_lazy("or a body"),
        widget=AutocompleteSelect(Post._meta.get_field("department"), admin.site),
    )
    title = forms.CharField(
        max_length=60,
        required=False,
        label=gettext_lazy("and a title in it"),
        help_text=gettext_lazy("For a post that is not in the directory yet."),
    )

    def chosen(self):
        """The post that is meant, saved or not; None while a title is missing."""
        if not self.is_valid():
            return None
        post, department, title = (
            self.cleaned_data[name] for name in ("post", "department", "title")
        )
        if post or not (department and title):
            return post
        known = Post.objects.filter(department=department, title=title).first()
        return known or Post(department=department, title=title)


class ChangeForm(forms.Form):
    """Who leaves the post and who comes. Namesakes, and other posts to give up, are asked for as
    soon as a name is there."""

    leaving = forms.ModelMultipleChoiceField(
        Appointment.objects.none(),
        required=False,
        label=gettext_lazy("Leaves"),
        widget=forms.CheckboxSelectMultiple,
    )
    name = forms.CharField(
        max_length=100,
        required=False,
        label=gettext_lazy("Comes"),
        help_text=gettext_lazy("The name. Empty where nobody is known yet."),
    )
    official = forms.ChoiceField(
        required=False, label=gettext_lazy("Who is meant"), widget=forms.RadioSelect
    )
    note = forms.CharField(
        max_length=200,
        required=False,
        label=gettext_lazy("Note"),
        help_text=gettext_lazy(
            "For a new person: what tells two people of one name apart. Readers do not see it."
        ),
    )
    gives_up = forms.ModelMultipleChoiceField(
        Appointment.objects.none(),
        required=False,
        label=gettext_lazy("Gives up for it"),
        widget=forms.CheckboxSelectMultiple,
    )
    day = PartialDateField(label=gettext_lazy("From"), help_text=EXAMPLES)
    document = forms.CharField(
        max_length=200,
        required=False,
        label=gettext_lazy("Document"),
        help_text=gettext_lazy("By which it was decided: its number, or the meeting."),
    )
    manner = forms.ChoiceField(
        choices=Appointment.Manner.choices,
        initial=Appointment.Manner.FULL,
        label=gettext_lazy("Manner"),
    )
    document_order = forms.IntegerField(
        min_value=1,
        max_value=999,
        required=False,
        label=gettext_lazy("Place in the official order"),
        help_text=Appointment._meta.get_field("document_order").help_text,
    )

    def __init__(self, *args, post, may_add, **kwargs):
        super().__init__(*args, **kwargs)
        self.post, self.may_add = post, may_add
        held = leaders.in_office(post) or Appointment.objects.none()
        self.fields["leaving"].queryset = held
        self.fields["leaving"].label_from_instance = _holder
        if post.holders == Post.Holders.ONE:
            self.fields["leaving"].initial = [one.pk for one in held if one.is_confirmed]
        self.candidates = self._candidates()
        if self.candidates:
            new = [(NEW, _("Somebody else of this name"))] if may_add else []
            self.fields["official"].choices = [
                *((str(one.pk), _candidate(one)) for one in self.candidates),
                *new,
            ]
        others = Appointment.objects.filter(official__in=self._meant(), ended_latest=None)
        self.fields["gives_up"].queryset = others.exclude(post=post.pk).select_related(
            "official", "post__department"
        )
        self.fields["gives_up"].label_from_instance = lambda one: one.post

    def visible(self):
        """The fields to show: those that ask of somebody known only once there is somebody."""
        hidden = {
            "leaving": not self.fields["leaving"].queryset,
            "official": not self.candidates,
            "gives_up": not self.fields["gives_up"].queryset,
        }
        return [field for field in self if not hidden.get(field.name)]

    def _candidates(self):
        name = self.data.get("name", "").strip().replace("\x00", "")
        if not name:
            return []
        found = Official.objects.filter(Q(name=name) | Q(aliases__name=name)).distinct()
        return list(found.prefetch_related("appointments__post__department").order_by("pk"))

    def _meant(self):
        chosen = self.data.get("official", "")
        return [one for one in self.candidates if str(one.pk) == chosen]

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("name"):
            return cleaned
        chosen = cleaned.get("official")
        if self.candidates and not chosen and "official" not in self.errors:
            self.add_error(
                "official", _("Somebody of this name is in the directory. Say who is meant.")
            )
        if self.candidates and chosen == NEW and not cleaned.get("note"):
            self.add_error("note", _("Say what tells this one from the others of this name."))
        if not self.candidates and not self.may_add:
            self.add_error("name", _("Nobody of this name is in the directory."))
        return cleaned

    def change(self):
        """What the answers mean."""
        given = self.cleaned_data
        meant = self._meant()
        coming = leaders.Coming(
            official=meant[0] if meant else None,
            name=given["name"].strip(),
            note="" if meant else given["note"].strip(),
            manner=given["manner"],
            document_order=given["document_order"],
            gives_up=tuple(given["gives_up"]),
        )
        return leaders.ChangeOfLeaders(
            post=self.post,
            day=given["day"],
            document=given["document"],
            leaving=tuple(given["leaving"]),
            coming=coming if given["name"] else None,
        )


def may_enter(user):
    return user.has_perms(leaders.APPOINTING)


def answer(request, modeladmin):
    """First which post, then who; a look at what will be written; then the record of it."""
    where = PostForm(request.GET or None)
    post = where.chosen() if request.GET else None
    if post is None:
        return _ask_for_the_post(request, modeladmin, where)
    form = ChangeForm(
        request.POST or None,
        post=post,
        may_add=request.user.has_perm("people.add_official"),
        initial={name: request.GET[name] for name in ("name", "day") if name in request.GET},
    )
    sentences = []
    if form.is_valid():
        change = form.change()
        sentences = list(change.sentences())
        try:
            _refuse_without_rights(request.user, leaders.rehearse(change, request.user))
            if request.POST.get("seen") == _mark(sentences) and "write" in request.POST:
                return _write(request, modeladmin, change)
        except ValidationError as refused:
            form.add_error(None, refused.messages)
            sentences = []
    context = {
        **modeladmin.admin_site.each_context(request),
        "title": _("Change of leaders: %(post)s") % {"post": post},
        "opts": modeladmin.opts,
        "post": post,
        "form": form,
        "media": modeladmin.media,
        "sentences": sentences,
        "seen": _mark(sentences),
    }
    return TemplateResponse(request, "admin/people/appointment/leaders.html", context)


def _ask_for_the_post(request, modeladmin, where):
    if not where.is_valid():
        # An address that names nothing there is: ask anew.
        where = PostForm()
    department = where.cleaned_data["department"] if where.is_bound else None
    posts = Post.objects.filter(department=department) if department else []
    context = {
        **modeladmin.admin_site.each_context(request),
        "title": _("Change of leaders"),
        "opts": modeladmin.opts,
        "form": where,
        "media": modeladmin.media + where.media,
        "department": department,
        "posts": [(post, list(leaders.in_office(post))) for post in posts],
    }
    return TemplateResponse(request, "admin/people/appointment/leaders_post.html", context)


def _refuse_without_rights(user, record):
    needed = leaders.rights(record)
    if user.has_perms(needed):
        return
    codenames = [name.partition(".")[2] for name in needed if not user.has_perm(name)]
    permissions = Permission.objects.filter(
        content_type__app_label=Appointment._meta.app_label, codename__in=codenames
    ).select_related("content_type")
    raise ValidationError(
        _("It needs what your account may not do: %(rights)s.")
        % {"rights": "、".join(map(allowed_by, permissions))},
        code="rights",
    )


def _write(request, modeladmin, change):
    with recording(request):
        record = leaders.carry_out(change, request.user)
        modeladmin.log_change(request, change.post.department, str(record))
        for official in leaders.people_of(record):
            modeladmin.log_change(request, official, str(record))
        text = _("Written: %(change)s. It can be undone here.")
        messages.success(request, text % {"change": record})
    return HttpResponseRedirect(reverse("admin:people_identitychange_change", args=[record.pk]))


def _mark(sentences):
    """By which the page knows that these very sentences were looked at."""
    return sha256("\n".join(map(str, sentences)).encode()).hexdigest()[:16]


def _holder(held):
    parts = [held.official.name, held.official.note, held.time]
    if not held.is_confirmed:
        parts.append(_("not confirmed, %(place)s") % {"place": held.learned_from})
    return " · ".join(filter(None, parts))


def _candidate(official):
    posts = "、".join(
        " ".join(filter(None, (str(held.post), held.time))) for held in official.appointments.all()
    )
    stories = _("stories: %(count)s") % {"count": count_stories(official)}
    return " · ".join(filter(None, (official.name, posts, official.note, stories)))
