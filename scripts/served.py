"""A desk for scripts that measure one: filled, served on a free port, signed in to; and what wrk says of it."""
import contextlib, os, re, subprocess, sys, time, urllib.error, urllib.parse, urllib.request
from pathlib import Path


def built():
    """The program to measure: that of BENCH_PROGRAM, else the release of this folder, which is built first."""
    program = os.environ.get("BENCH_PROGRAM")
    if not program:
        print("building…", file=sys.stderr)
        subprocess.run(["cargo", "build", "--release", "--quiet", "--bin", "corroborate"], check=True)
        program = "target/release/corroborate"
    return str(Path(program).resolve())


def told_of(printed):
    """What `load-sample` printed, by name."""
    return dict(line.split("\t", 1) for line in printed.splitlines() if "\t" in line)


def loaded(program, env, articles):
    """Fills a desk with generated articles; what `load-sample` prints, by name."""
    told = subprocess.run([program, "load-sample", "--articles", str(articles)], env=env, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    return told_of(told.stdout)


@contextlib.contextmanager
def served(program, env, folder, *options):
    """Serves a desk; gives its address and the process, which ends with the block."""
    with open(f"{folder}/serve.log", "w") as log:
        process = subprocess.Popen([program, "serve", "--bind", "127.0.0.1:0", *options], cwd=folder, env=env, stdout=log, stderr=log)
    try:
        address = None
        while not address:
            if process.poll() is not None:
                sys.exit(open(f"{folder}/serve.log").read())
            time.sleep(0.05)
            with open(f"{folder}/serve.log") as said:
                found = re.search(r" on (http://\S+) ", said.read())
            address = found and found[1]
        yield address, process
    finally:
        process.terminate()
        process.wait()


class _Stay(urllib.request.HTTPRedirectHandler):
    """Takes an answer as it is, with its cookies."""

    def redirect_request(self, *_):
        return None


def signed_in(address, told):
    """The cookie of the reviewer that `load-sample` told of."""
    fields = urllib.parse.urlencode({"email": told["reviewer"], "password": told["password"]}).encode()
    try:
        answer = urllib.request.build_opener(_Stay).open(f"{address}/login", fields)
    except urllib.error.HTTPError as redirect:
        answer = redirect
    return answer.headers["Set-Cookie"].split(";")[0]


def figures(told):
    """Requests a second, and p50 and p99 in milliseconds, of what `wrk --latency` prints; every answer must be one."""
    if "Non-2xx" in told or "Socket errors" in told:
        sys.exit(told)

    def after(share):
        number, unit = re.search(rf"{share}%\s+([\d.]+)(us|ms|s)", told).groups()
        return float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]

    return float(re.search(r"Requests/sec:\s+([\d.]+)", told)[1]), after(50), after(99)
