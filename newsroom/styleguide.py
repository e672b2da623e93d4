"""later"""


def styleguide(request):
    raise NotImplementedError
