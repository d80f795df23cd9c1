"""Records the cassettes of this folder again: `python3 record.py`. README.md says what it needs."""
import pathlib
import subprocess
import sys

import betamax.cassette.cassette
import requests
from betamax import Betamax
from requests.auth import HTTPDigestAuth

HERE = pathlib.Path(__file__).parent
SERVER = HERE.parents[1] / 'Betamax.Interop.Tests' / 'Python' / 'server.py'
PORT = '8765'
ADDRESS = f'http://127.0.0.1:{PORT}'


def record(name, send, **options):
    path = HERE / f'python-{name}.json'
    path.unlink(missing_ok=True)
    session = requests.Session()
    session.trust_env = False
    with Betamax(session, cassette_library_dir=str(HERE)).use_cassette(path.stem, **options):
        send(session)


def questions(session):
    session.get(ADDRESS + '/get', params={'tag': ['a', 'b'], 'name': 'Müller', 'empty': ''})
    session.post(ADDRESS + '/post', json={'name': 'Zoë', 'emoji': '😀', 'price': 1.1})
    session.post(ADDRESS + '/post', data={'name': 'Zoë', 'tag': ['a', 'b']})
    session.put(ADDRESS + '/put', data=b'[1, 2, 3]', headers={'Content-Type': 'application/json'})
    session.delete(ADDRESS + '/delete')


def charsets(session):
    for path in ('utf8-bom', 'utf16', 'latin1', 'latin1-undeclared', 'windows-1252', 'escaped-json'):
        session.get(f'{ADDRESS}/interop/{path}')


def compressed(session):
    session.get(ADDRESS + '/gzip')


def exact_bytes(session):
    for path in ('gzip', 'deflate', 'brotli', 'interop/all-bytes', 'interop/latin1'):
        session.get(f'{ADDRESS}/{path}')
    session.post(ADDRESS + '/interop/echo', files={'file': ('all.bin', bytes(range(256)))})


def redirects_and_cookies(session):
    session.get(ADDRESS + '/redirect/2')
    session.post(ADDRESS + '/redirect-to?url=/anything&status_code=307', data=b'twice')
    session.get(ADDRESS + '/cookies/set?a=1&b=2')
    session.get(ADDRESS + '/interop/cookies')


def statuses(session):
    session.get(ADDRESS + '/status/204')
    session.get(ADDRESS + '/status/404')
    session.get(ADDRESS + '/interop/odd-reason')
    session.get(ADDRESS + '/etag/abc', headers={'If-None-Match': 'abc'})
    session.get(ADDRESS + '/interop/repeated-headers')
    session.head(ADDRESS + '/gzip')
    session.options(ADDRESS + '/get')


def digest(session):
    session.get(ADDRESS + '/digest-auth/auth/user/pass', auth=HTTPDigestAuth('user', 'pass'))


def placeholders(session):
    session.post(ADDRESS + '/anything?token=s3cret', headers={'X-Token': 's3cret'}, json={'token': 's3cret'})


def main():
    # A new recording differs only where an answer differs.
    betamax.cassette.cassette.timestamp = lambda: '2020-01-01T00:00:00'

    server = subprocess.Popen(
        [sys.executable, SERVER, PORT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    server.stdout.readline()
    try:
        for send in (questions, charsets, compressed, redirects_and_cookies, statuses, digest):
            record(send.__name__.replace('_', '-'), send)
        record('exact-bytes', exact_bytes, preserve_exact_body_bytes=True)
        record('placeholders', placeholders, placeholders=[{'placeholder': '<TOKEN>', 'replace': 's3cret'}])
        subprocess.run(['ruby', HERE / 'record.rb', ADDRESS], check=True)
    finally:
        server.stdin.close()
        server.wait()


main()
