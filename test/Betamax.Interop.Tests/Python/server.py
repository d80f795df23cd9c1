"""httpbin on loopback, with additional answers that httpbin does not have, and a request counter.

Prints its port when it listens. Ends when its standard input ends, so it never outlives the process that started it.
"""
import json
import sys
import threading

import httpbin
from werkzeug.serving import WSGIRequestHandler, make_server

TEXT = 'Zürich, façade, £5, ½\n'
COOKIES = ('plain=1; Path=/', 'dated=2; Expires=Wed, 01 Jan 2098 00:00:00 GMT; Path=/', 'odd="a b"; Path=/; HttpOnly')
BIG = [{'id': number, 'text': 'é漢😀"\\/\x01\x1f\x7f\u2028 <b>&\'', 'price': number / 8} for number in range(2000)]


def text(charset, type='text/plain'):
    return '200 OK', [('Content-Type', f'{type}; charset={charset}')], TEXT.encode(charset)


ANSWERS = {
    '/interop/latin1': lambda: text('iso-8859-1'),
    '/interop/latin1-undeclared': lambda: ('200 OK', [('Content-Type', 'text/plain')], TEXT.encode('latin-1')),
    '/interop/windows-1252': lambda: text('windows-1252', 'text/html'),
    '/interop/utf16': lambda: text('utf-16'),
    '/interop/utf8-bom': lambda: ('200 OK', [('Content-Type', 'text/plain; charset=utf-8')], TEXT.encode('utf-8-sig')),
    '/interop/big-json': lambda: (
        '200 OK', [('Content-Type', 'application/json')], json.dumps(BIG, ensure_ascii=False).encode()),
    '/interop/escaped-json': lambda: ('200 OK', [('Content-Type', 'application/json')], json.dumps(BIG[:9]).encode()),
    '/interop/all-bytes': lambda: ('200 OK', [('Content-Type', 'application/octet-stream')], bytes(range(256)) * 4),
    '/interop/untyped': lambda: ('200 OK', [], b'\x00\xff no type'),
    '/interop/cookies': lambda: ('200 OK', [('Set-Cookie', cookie) for cookie in COOKIES], b'three cookies'),
    '/interop/repeated-headers': lambda: (
        '200 OK', [('X-Many', 'one'), ('X-Many', 'two, three'), ('X-Empty', ''), ('x-lower', 'a  b')], b''),
    '/interop/odd-reason': lambda: ('299 Nearly, But Not Quite', [('Content-Type', 'text/plain')], b'odd'),
    '/interop/events': lambda: (
        '200 OK', [('Content-Type', 'text/event-stream')], b'data: one\n\nid: 2\ndata: two\n\n: end\n\n'),
}


class CountingApp:
    """Answers the paths above, passes all others to httpbin, and counts the requests."""

    def __init__(self):
        self._count = 0
        self._lock = threading.Lock()

    def __call__(self, environ, start_response):
        path = environ['PATH_INFO']
        if path == '/interop/count':
            return self._answer(start_response, '200 OK', [('Content-Type', 'text/plain')], str(self._count).encode())

        with self._lock:
            self._count += 1

        if path == '/interop/echo':
            body = environ['wsgi.input'].read(int(environ.get('CONTENT_LENGTH') or 0))
            type = environ.get('CONTENT_TYPE') or 'application/octet-stream'
            return self._answer(start_response, '200 OK', [('Content-Type', type)], body)

        if path in ANSWERS:
            return self._answer(start_response, *ANSWERS[path]())

        return httpbin.app(environ, start_response)

    @staticmethod
    def _answer(start_response, status, headers, body):
        start_response(status, headers + [('Content-Length', str(len(body)))])
        return [body]


class QuietHandler(WSGIRequestHandler):
    """Writes no log. Can send a fixed date and server name, for recordings that are kept."""

    pinned = False

    def log(self, type, message, *args):
        pass

    def date_time_string(self, timestamp=None):
        return 'Wed, 01 Jan 2020 00:00:00 GMT' if self.pinned else super().date_time_string(timestamp)

    def version_string(self):
        return 'httpbin' if self.pinned else super().version_string()


def main():
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    QuietHandler.pinned = port != 0
    server = make_server('127.0.0.1', port, CountingApp(), threaded=True, request_handler=QuietHandler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_port, flush=True)
    sys.stdin.read()


main()
