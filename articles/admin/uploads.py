"""Pictures go to the server as they are chosen: whatever becomes of the save, they are kept."""

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import photos
from articles.models import Photo


class KeptPictureField(forms.CharField):
    """The digest of an uploaded picture, in the row that will show it."""

    widget = forms.HiddenInput

    def shown(self, digest):
        return _("a new picture") if digest else ""


class PhotoForm(forms.ModelForm):
    """A photo; its picture comes as a file or was uploaded before."""

    kept = KeptPictureField(label=gettext_lazy("picture"), required=False)

    class Meta:
        model = Photo
        fields = ["image", "caption", "credit", "position", "alt_text"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.is_bound and self.data.get(self.add_prefix("kept")):
            self.fields["image"].required = False

    def clean(self):
        cleaned = super().clean()
        digest = cleaned.get("kept")
        if digest and self.add_prefix("image") not in self.files:
            cleaned["image"] = photos.kept(digest)
            if cleaned["image"] is None:
                self.add_error("image", _("This picture is no longer kept. Choose it again."))
        return cleaned


def upload_view(request):
    """Keep the posted picture, or say in the editor's words why it is none."""
    _check(request.user)
    file = request.FILES.get("picture")
    if file is None:
        return JsonResponse({"error": _("No picture was sent.")}, status=400)
    try:
        return JsonResponse({"kept": photos.receive(file, by=request.user)})
    except ValidationError as error:
        return JsonResponse({"error": " ".join(error.messages)}, status=400)


def kept_picture_view(request, digest):
    """An uploaded picture, for the form that holds its digest."""
    _check(request.user)
    picture = photos.kept(digest)
    if picture is None:
        raise Http404
    return HttpResponse(picture.read(), content_type="image/jpeg")


def _check(user):
    if not (user.has_perm("articles.add_version") or user.has_perm("articles.change_version")):
        raise PermissionDenied
