"""Python Betamax, with its default matchers and serializer."""
import os

import betamax
import requests
from measuring import DIRECTORY, URIS, get_all, measure


def run(mode, work):
    with requests.Session() as session:
        recorder = betamax.Betamax(session, cassette_library_dir=DIRECTORY)
        with recorder.use_cassette("peer", record=mode):
            work(session)


measure(
    f"Python Betamax {betamax.__version__}",
    os.path.join(DIRECTORY, "peer.json"),
    record=lambda: run("once", get_all),
    load=lambda: run("none", lambda session: session.get(URIS[0])),
    play=lambda: run("none", get_all),
)
