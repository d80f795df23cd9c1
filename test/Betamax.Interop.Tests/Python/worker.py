"""Python Betamax behind a pipe: reads one JSON command per line and writes one JSON answer per line.

A command is {"library", "cassette", "options", "steps"}. One session sends the steps through this cassette.
The answer is {"exchanges": [...], "cookies": {...}}, or {"error": "..."} after an exception.
"""
import base64
import json
import sys
import traceback

import requests
from betamax import Betamax
from requests.auth import HTTPDigestAuth


def main():
    for line in sys.stdin:
        try:
            answer = run(json.loads(line))
        except Exception:
            answer = {'error': traceback.format_exc()}
        print(json.dumps(answer), flush=True)


def run(command):
    session = requests.Session()
    session.trust_env = False
    session.headers = {'Accept-Encoding': 'gzip, deflate, br'}
    with Betamax(session, cassette_library_dir=command['library']) as recorder:
        recorder.use_cassette(command['cassette'], **command['options'])
        exchanges = [exchange(session, step) for step in command['steps']]
    return {'exchanges': exchanges, 'cookies': session.cookies.get_dict()}


def exchange(session, step):
    """Sends one request. Returns the response of each hop, the final one last."""
    digest = step.get('digest')
    response = session.request(
        step['method'],
        step['uri'],
        headers=dict(step['headers']),
        data=base64.b64decode(step['body']) if step.get('body') is not None else None,
        auth=HTTPDigestAuth(*digest) if digest else None,
        stream=step.get('stream', False),
        timeout=10)
    content = b''.join(response.iter_content(7)) if step.get('stream') else response.content or b''  # none at status 0
    return [seen(hop, hop.content) for hop in response.history] + [seen(response, content)]


def seen(response, content):
    headers = response.raw.headers
    return {
        'status': response.status_code,
        'reason': response.reason,
        'url': response.url,
        'headers': {name: headers.getlist(name) for name in headers},
        'body': base64.b64encode(content).decode(),
    }


main()
