"""Pictures go to the server as they are chosen: whatever becomes of the save, they are kept.

What a file says of its picture is offered to whoever chose it, and the file itself stays at hand.
"""

from dataclasses import asdict

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import photos
from articles.body import canonical
from articles.models import Original, Photo
from articles.pictures import Picture
from articles.placing import moved, part_texts

# How much of a paragraph tells an editor which one it is.
FIRST_WORDS = 20


class KeptPictureField(forms.CharField):
    """The digest of an uploaded picture, in the row that will show it."""

    widget = forms.HiddenInput

    def shown(self, digest):
        return _("a new picture") if digest else ""


class PhotoForm(forms.ModelForm):
    """A photo; its picture comes as a file or was uploaded before.

    Its place is chosen in `stored_body`, the text that the form was opened with, and saved as the
    place that answers it in the text of `story`, which is being saved.
    """

    kept = KeptPictureField(label=gettext_lazy("picture"), required=False)
    placed_after = forms.TypedChoiceField(
        label=gettext_lazy("Place in the text"),
        required=False,
        coerce=int,
        empty_value=None,
        help_text=gettext_lazy(
            "Paragraphs that were typed since the last save come with the next."
        ),
    )

    class Meta:
        model = Photo
        fields = ["image", "caption", "credit", "focus", "position", "placed_after", "alt_text"]
        widgets = {"focus": forms.HiddenInput}

    def __init__(self, *args, story=None, stored_body="", **kwargs):
        super().__init__(*args, **kwargs)
        self.story, self.stored_body = story, stored_body
        if "placed_after" in self.fields:
            self.fields["placed_after"].choices = places_in(stored_body)
        if self.is_bound and self.data.get(self.add_prefix("kept")):
            self.fields["image"].required = False

    def clean(self):
        cleaned = super().clean()
        digest = cleaned.get("kept")
        if digest and self.add_prefix("image") not in self.files:
            cleaned["image"] = photos.kept(digest)
            if cleaned["image"] is None:
                self.add_error("image", _("This picture is no longer kept. Choose it again."))
        self._fill_in(cleaned)
        return cleaned

    def clean_placed_after(self):
        place = self.cleaned_data["placed_after"]
        return moved(place, self.stored_body, canonical(self.story.body)) if self.story else place

    def save(self, commit=True):
        if isinstance(picture := self.cleaned_data.get("image"), Picture):
            photos.keep_original(picture)
        return super().save(commit)

    def _fill_in(self, cleaned):
        """What the chosen file says of the picture stands where nothing was typed."""
        picture = cleaned.get("image")
        if not isinstance(picture, Picture) or picture.original is None:
            return
        for name, text in asdict(picture.original.described).items():
            if text and not cleaned.get(name):
                try:
                    cleaned[name] = self.fields[name].clean(text)
                except ValidationError as error:
                    self.add_error(name, error)


def places_in(body):
    """Where a photo of that text may stand, as the choices of a field."""
    yield "", _("as usual: the first photo above the text, the others below")
    yield 0, _("above the text")
    for number, text in enumerate(part_texts(body), start=1):
        yield number, place_text(number, text)


def place_text(number, text):
    """A place in the text in words; `text` is that of the part that it is behind."""
    words = Truncator(text).chars(FIRST_WORDS)
    return _("after %(number)s: %(words)s") % {"number": number, "words": words}


def upload_view(request):
    """Keep the posted picture, or say in the editor's words why it is none."""
    _check(request.user)
    file = request.FILES.get("picture")
    if file is None:
        return JsonResponse({"error": _("No picture was sent.")}, status=400)
    try:
        picture = photos.receive(file, by=request.user)
    except ValidationError as error:
        return JsonResponse({"error": " ".join(error.messages)}, status=400)
    return JsonResponse({"kept": picture.digest, "described": asdict(picture.original.described)})


def kept_picture_view(request, digest):
    """An uploaded picture, for the form that holds its digest."""
    _check(request.user)
    picture = photos.kept(digest)
    if picture is None:
        raise Http404
    return HttpResponse(picture.read(), content_type="image/jpeg")


def original_view(request, digest):
    """The file that a picture was made of, to be saved: at the desk only, with all it says."""
    if not request.user.has_perm("articles.view_version"):
        raise PermissionDenied
    original = Original.objects.filter(digest=digest).last()
    if original is None:
        raise Http404
    try:
        return FileResponse(original.file.open(), as_attachment=True)
    except FileNotFoundError:
        raise Http404 from None


def move_focus(request, version, photo_pk, log_change):
    """Move the focal point of a photo whose story may be released: no word of it changes."""
    photo = get_object_or_404(version.photos, pk=photo_pk)
    photo.focus = request.POST.get("focus", "")
    try:
        Photo._meta.get_field("focus").clean(photo.focus, photo)
    except ValidationError as error:
        return JsonResponse({"error": " ".join(error.messages)}, status=400)
    photo.save(update_fields=["focus"])
    log_change(request, version, _("Focal point of “%(photo)s” moved.") % {"photo": photo})
    return JsonResponse({"focus": photo.focus})


def _check(user):
    if not (user.has_perm("articles.add_version") or user.has_perm("articles.change_version")):
        raise PermissionDenied
