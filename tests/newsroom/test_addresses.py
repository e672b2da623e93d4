import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "address",
    [
        "/%00",
        "/stories/?official=%00",
        "/search/?q=%00",
        "/search/suggest/?q=a%00",
        "/preview/%00/",
        "/media/photos/%00.jpg?preview=x",
        "/api/stories/?department=%00",
        "/editions/1999-01-01/%00/feed.atom",
    ],
)
def test_an_address_with_nul_is_refused(client, address):
    assert client.get(address).status_code == 400


def test_a_per_cent_sign_is_no_nul(client):
    assert client.get("/search/?q=5%2500").status_code == 200
