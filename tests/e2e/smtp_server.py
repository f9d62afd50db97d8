"""A server of mail that fails on demand, for the tests of transports. It speaks through plain sockets, so that it can break off at
any byte. The fault is chosen by the local part of the recipient, `rcpt-550@example.org`, or by the server's own mode:

  greet-421 greet-554 no-starttls hang idle-421   what every connection meets
  mail-N rcpt-N data-N end-N                      the server answers N to MAIL, RCPT, DATA or the end of the mail
  drop-mail drop-rcpt drop-data                   it closes instead of answering
  drop-body                                       it closes behind 354 before the mail came whole
  drop-end drop-taken                             it closes behind the final dot, having thrown away or kept the mail
  hang-rcpt hang-end                              it never answers
"""
import socket
import ssl
import threading


class SmtpServer:
    def __init__(self, mode="", tls=None, context=None, login=None):
        self.mode, self.tls, self.context, self.login = mode, tls, context, login
        self.mails, self.commands, self.connections, self.logins = [], [], 0, []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def close(self):
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()

    def _serve(self, connection):
        try:
            Session(self, connection).run()
        except (OSError, ssl.SSLError, EOFError):
            pass
        finally:
            connection.close()


class Session:
    def __init__(self, server, connection):
        self.server, self.connection, self.buffer = server, connection, b""
        self.guarded, self.sender, self.fault, self.taken = False, None, "", 0

    def say(self, text):
        self.connection.sendall(text.encode() + b"\r\n")

    def line(self):
        while b"\r\n" not in self.buffer:
            more = self.connection.recv(65536)
            if not more:
                raise EOFError
            self.buffer += more
        line, self.buffer = self.buffer.split(b"\r\n", 1)
        return line.decode("latin-1")

    def guard(self):
        self.connection = self.server.context.wrap_socket(self.connection, server_side=True)
        self.guarded = True

    def hang(self):
        while self.connection.recv(65536):
            pass
        raise EOFError

    def meets(self, step):
        """Does what the recipient's fault says of a step; true where it was answered."""
        if self.fault == "drop-" + step:
            raise EOFError
        if self.fault == "hang-" + step:
            self.hang()
        if self.fault.startswith(step + "-"):
            self.say(self.fault[len(step) + 1:] + " no")
            return True
        return False

    def run(self):
        mode = self.server.mode
        if self.server.tls == "tls":
            self.guard()
        if mode == "hang":
            self.hang()
        if mode.startswith("greet-"):
            return self.say(mode[6:] + " not now")
        self.say("220 mail.example.org ready")
        while True:
            self.step(self.line())
            if mode == "idle-421" and self.taken == 1:
                self.taken = 0
                self.say("421 idle for too long")
                return

    def step(self, line):
        self.server.commands.append(line)
        verb, _, rest = line.partition(" ")
        getattr(self, "do_" + verb.lower(), self.do_unknown)(rest)

    def do_unknown(self, _):
        self.say("502 what?")

    def do_ehlo(self, _):
        offers = ["mail.example.org", "SIZE 10000000", "8BITMIME"]
        if self.server.tls == "starttls" and not self.guarded and self.server.mode != "no-starttls":
            offers.append("STARTTLS")
        if self.server.login and (self.guarded or self.server.mode == "no-starttls"):
            offers.append("AUTH PLAIN")
        for offer in offers[:-1]:
            self.say("250-" + offer)
        self.say("250 " + offers[-1])

    def do_starttls(self, _):
        self.say("220 go ahead")
        self.guard()

    def do_auth(self, rest):
        import base64
        word = rest.split(" ")[1] if " " in rest else None
        if word is None:
            self.say("334 ")
            word = self.line()
        self.server.logins.append(base64.b64decode(word).decode())
        self.say("235 welcome" if self.server.logins[-1].split("\0")[1:] == list(self.server.login) else "535 no")

    def do_mail(self, rest):
        self.sender = rest
        # The recipient chooses the fault, and comes later: the faults of MAIL are chosen by the server's mode.
        self.fault = self.server.mode if self.server.mode.startswith(("mail-", "drop-mail")) else ""
        if not self.meets("mail"):
            self.say("250 ok")

    def do_rcpt(self, rest):
        self.recipient = rest[rest.index("<") + 1:rest.index(">")]
        local = self.recipient.split("@")[0].split("+")[0]
        self.fault = local if "-" in local else ""
        if not self.meets("rcpt"):
            self.say("250 ok")

    def do_data(self, _):
        if self.meets("data"):
            return
        self.say("354 go on")
        if self.fault == "drop-body":
            self.connection.recv(1)
            raise EOFError
        lines = []
        while (line := self.line()) != ".":
            lines.append(line[1:] if line.startswith(".") else line)
        if self.meets("end"):
            return
        self.server.mails.append((self.recipient, lines))
        self.taken += 1
        if self.fault == "drop-taken":
            raise EOFError
        self.say("250 taken")

    def do_quit(self, _):
        self.say("221 bye")
        raise EOFError

    def do_rset(self, _):
        self.say("250 ok")

    do_noop = do_rset
