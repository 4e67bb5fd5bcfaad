#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A mail server with encryption, for one conversation.

usage: tlsmailserver.py FOLDER starttls|tls
Makes a certificate for 127.0.0.1 (FOLDER/authority.pem), prints its port, takes one message from whoever logs in as
duty/secret, and writes what was said to FOLDER/said and the message to FOLDER/message. Ends by itself after 20 s.
"""

import base64
import pathlib
import socket
import ssl
import subprocess
import sys


def certificate(folder):
    key, authority = folder / "key.pem", folder / "authority.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
                    "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", authority],
                   check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(authority, key)
    return context


def main():
    folder, manner = pathlib.Path(sys.argv[1]), sys.argv[2]
    context = certificate(folder)
    listening = socket.create_server(("127.0.0.1", 0))
    listening.settimeout(20)
    print(listening.getsockname()[1], flush=True)
    line, _ = listening.accept()
    line.settimeout(20)
    if manner == "tls":
        line = context.wrap_socket(line, server_side=True)
    encrypted = manner == "tls"
    stream = line.makefile("rwb", buffering=0)
    said = (folder / "said").open("w", encoding="utf-8", buffering=1)
    allowed = False

    def answer(text):
        stream.write(text.encode() + b"\r\n")

    answer("220 ready")
    while command := stream.readline():
        word = command.decode("utf-8", "replace").strip()
        verb = word.split(" ")[0].upper()
        said.write(("encrypted " if encrypted else "open ") + word + "\n")
        if verb == "EHLO":
            answer("250-here")
            answer("250 AUTH PLAIN" if encrypted else "250 STARTTLS")
        elif verb == "STARTTLS":
            answer("220 go on")
            line = context.wrap_socket(line, server_side=True)
            stream = line.makefile("rwb", buffering=0)
            encrypted = True
        elif verb == "AUTH":
            parts = word.split(" ")
            if len(parts) < 3:
                answer("334 ")
                parts.append(stream.readline().decode().strip())
            allowed = base64.b64decode(parts[2]) == b"\0duty\0secret"
            answer("235 welcome" if allowed else "535 no")
        elif verb == "DATA":
            answer("354 go on")
            message = b""
            while (part := stream.readline()) not in (b".\r\n", b""):
                message += part
            (folder / "message").write_bytes(message)
            answer("250 taken")
        elif verb == "QUIT":
            answer("221 bye")
            break
        else:
            answer("250 ok" if allowed else "530 log in first")


if __name__ == "__main__":
    try:
        main()
    except ssl.SSLError:
        pass  # whoever called did not trust the certificate and hung up: what was said stays written
