"""vcrpy, with its default matchers and serializer."""
import os

import requests
import vcr
from measuring import DIRECTORY, URIS, get_all, measure

PATH = os.path.join(DIRECTORY, "peer.yaml")


def run(mode, work):
    with vcr.use_cassette(PATH, record_mode=mode), requests.Session() as session:
        work(session)


measure(
    f"vcrpy {vcr.__version__}",
    PATH,
    record=lambda: run("once", get_all),
    load=lambda: run("none", lambda session: session.get(URIS[0])),
    play=lambda: run("none", get_all),
)
