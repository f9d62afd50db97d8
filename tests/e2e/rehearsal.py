"""What the tests of transports share: a folder of their own with a catalogue, certificates, and the program that delivers."""
import os
import shutil
import subprocess
import sys
import tempfile


class Rehearsal:
    """check NAME: fails the run at the end; folders go with it."""

    def __init__(self, program, modules):
        self.program, self.modules, self.faults = program, modules, 0
        self.folder = tempfile.mkdtemp(prefix="peergroup-e2e-")
        self.catalogue = self.path("config")
        os.mkdir(self.catalogue)
        with open(self.path("config/organisation.toml"), "w") as file:
            file.write('name = { fi = "A", sv = "A", en = "A" }\ncollation = "fi"\n')

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text, mode=0o600):
        with open(self.path(name), "w") as file:
            file.write(text)
        os.chmod(self.path(name), mode)
        return self.path(name)

    def settle(self, text):
        self.write("config/delivery.toml", text)

    def start(self, channel, *recipients, copies=1, environment=None):
        words = [self.program, self.catalogue, self.folder, self.modules, channel, str(copies), *recipients]
        return subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                                env=environment)

    def deliver(self, channel, *recipients, **options):
        """What became of each message, such as `later smtp-450`."""
        run = self.start(channel, *recipients, **options)
        out, _ = run.communicate(timeout=120)
        return [line if line.startswith("problem") else line.split(" ", 1)[1] for line in out.splitlines()]

    def expect(self, what, seen, wanted):
        if seen == wanted:
            return
        self.faults += 1
        print(f"{what}:\n  seen   {seen}\n  wanted {wanted}")

    def make_certificates(self):
        """An authority of the test's own, a certificate for 127.0.0.1 by it, and one for another host."""
        quiet = dict(check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        self.run_openssl(["req", "-x509", *key, "-keyout", "ca.key", "-out", "ca.pem", "-days", "2", "-subj", "/CN=test authority"], quiet)
        for name, host in (("server", "IP:127.0.0.1,DNS:localhost"), ("other", "DNS:mail.example.org")):
            self.write("extensions", f"subjectAltName={host}\n")
            self.run_openssl(["req", *key, "-keyout", f"{name}.key", "-out", f"{name}.csr", "-subj", f"/CN={name}"], quiet)
            self.run_openssl(["x509", "-req", "-in", f"{name}.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2",
                              "-extfile", "extensions", "-out", f"{name}.pem"], quiet)

    def run_openssl(self, words, options):
        subprocess.run(["openssl", *words], cwd=self.folder, **options)

    def context(self, name):
        import ssl
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.path(f"{name}.pem"), self.path(f"{name}.key"))
        return context

    def finish(self):
        shutil.rmtree(self.folder)
        sys.exit(1 if self.faults else 0)
