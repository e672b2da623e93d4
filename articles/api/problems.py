"""Errors as RFC 9457 writes them: problem JSON, with a sentence that says what to do."""

from http import HTTPStatus

from django.http import JsonResponse


class Problem(Exception):
    """What is wrong with a request. `errors` are the sentences about each parameter by its name."""

    def __init__(self, status, detail, errors=None):
        super().__init__(detail)
        self.status, self.detail, self.errors = status, detail, errors or {}

    @property
    def response(self):
        problem = {
            "type": "about:blank",
            "title": HTTPStatus(self.status).phrase,
            "status": int(self.status),
            "detail": str(self.detail),
        }
        if self.errors:
            problem["errors"] = [
                {"parameter": name, "detail": str(sentence)}
                for name, sentences in self.errors.items()
                for sentence in sentences
            ]
        return JsonResponse(
            problem,
            status=self.status,
            content_type="application/problem+json",
            json_dumps_params={"ensure_ascii": False},
            headers={"Cache-Control": "no-store"},
        )
