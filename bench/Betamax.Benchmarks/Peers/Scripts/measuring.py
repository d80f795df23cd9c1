"""Shared by the two Python recorders: measures the same requests without and with a recorder."""
import json
import os
import statistics
import sys
import time

import requests

ADDRESS, COUNT, ROUNDS, DIRECTORY = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
URIS = [f"{ADDRESS}/items/{number}" for number in range(COUNT)]


def get_all(session):
    for uri in URIS:
        session.get(uri).content


def seconds(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def bare():
    with requests.Session() as session:
        get_all(session)


def measure(name, path, record, load, play):
    """Each of the three functions is a whole run on the cassette at path: open, send the requests, eject."""
    bare()
    times = {"bare": [], "record": [], "load": [], "play": []}
    for _ in range(ROUNDS):
        if os.path.exists(path):
            os.remove(path)
        times["bare"].append(seconds(bare))
        times["record"].append(seconds(record))
        times["load"].append(seconds(load))
        times["play"].append(seconds(play))
    print(json.dumps({"name": name, **{what: statistics.median(of) for what, of in times.items()}}))
