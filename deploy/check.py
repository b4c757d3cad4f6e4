#!/usr/bin/env python3
"""Validates the files of this folder with the programs that read them.

    deploy/check.py [--require-all]

Each check prints `ok`, `FAILED` with what the program said, or `NOT CHECKED` with the program that
is missing; only a failure makes the exit code 1, unless --require-all is given. On Debian:

    apt-get install caddy nginx-light openssl prometheus systemd
    pip install compose-spec dockerfile-parse kubernetes-validate

README.md says what these checks cannot see. proxy_trial.py sends streams through both proxies.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

DEPLOY = Path(__file__).resolve().parent
ROOT = DEPLOY.parent
# Of `systemd-analyze security`, in tenths: 0 may do nothing, 100 may do everything.
MOST_EXPOSURE = 15
KUBERNETES = ["1.31", "1.37"]
# In the folder of Kubernetes, but not objects of it.
NOT_OBJECTS = {"kustomization.yaml", "prometheus-adapter.yaml"}


class Missing(Exception):
    """A program or package that a check needs is not installed."""


class Failed(Exception):
    """A file is wrong."""


def run(*command, cwd=None):
    """Standard output and error of a command that must succeed."""
    try:
        done = subprocess.run(
            command, cwd=cwd, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
    except FileNotFoundError:
        raise Missing(command[0]) from None
    if done.returncode:
        raise Failed(f"{' '.join(map(str, command))}\n{done.stdout}")
    return done.stdout


def self_signed(folder):
    """Certificate and key for localhost, in a folder."""
    files = folder / "fullchain.pem", folder / "privkey.pem"
    run(
        *["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"],
        *["-nodes", "-days", "1", "-subj", "/CN=localhost", "-out", files[0], "-keyout", files[1]],
    )
    return files


def nginx_config(folder, ports, upstream):
    """nginx/kokoro.conf inside of a whole configuration that uses `folder` alone. `ports` are those
    that stand for 80 and 443."""
    self_signed(folder)
    site = (DEPLOY / "nginx" / "kokoro.conf").read_text(encoding="utf-8")
    site = site.replace("/etc/letsencrypt/live/tts.example.org", str(folder))
    site = site.replace("127.0.0.1:8880", upstream)
    for public, port in zip(("80", "443"), ports, strict=True):
        site = re.sub(rf"listen (\[::\]:)?{public}\b", rf"listen \g<1>{port}", site)
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    config = folder / "nginx.conf"
    config.write_text(
        f"pid {folder}/pid;\nerror_log stderr;\ndaemon off;\nevents {{}}\n"
        f"http {{\naccess_log off;\n{temporary}{site}}}\n",
        encoding="utf-8",
    )
    return config


def check_nginx():
    with tempfile.TemporaryDirectory() as folder:
        config = nginx_config(Path(folder), (18080, 18443), "127.0.0.1:8880")
        run("nginx", "-t", "-p", folder, "-c", config)


def check_caddy():
    path = DEPLOY / "caddy" / "Caddyfile"
    run("caddy", "validate", "--adapter", "caddyfile", "--config", path)
    if run("caddy", "fmt", path) != path.read_text(encoding="utf-8"):
        raise Failed(f"{path}: not as `caddy fmt` lays it out")


def check_systemd():
    """As it is, but with a program that is there."""
    unit = (DEPLOY / "systemd" / "kokoro.service").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kokoro.service"
        path.write_text(unit.replace("/usr/local/bin/kokoro", "/bin/true"), encoding="utf-8")
        warnings = run("systemd-analyze", "verify", "--man=no", path)
        if str(path) in warnings or path.name in warnings:
            raise Failed(warnings)
        exposure = ["--offline=true", f"--threshold={MOST_EXPOSURE}"]
        run("systemd-analyze", "security", "--no-pager", *exposure, path)


def documents(path):
    try:
        import yaml
    except ImportError:
        raise Missing("PyPI pyyaml") from None
    return [document for document in yaml.safe_load_all(path.read_text(encoding="utf-8"))]


def check_kubernetes():
    """Each object against the schemas of the oldest and the newest version."""
    try:
        import kubernetes_validate as schemas
    except ImportError:
        raise Missing("PyPI kubernetes-validate") from None
    folder = DEPLOY / "kubernetes"
    objects = sorted(path for path in folder.glob("*.yaml") if path.name not in NOT_OBJECTS)
    for path in objects:
        for version in KUBERNETES:
            for document in documents(path):
                try:
                    schemas.validate(document, version, strict=True)
                except schemas.ValidationError as error:
                    raise Failed(f"{path}, {version}: {error.message}") from None
    listed = documents(folder / "kustomization.yaml")[0]["resources"]
    if sorted(listed) != [path.name for path in objects]:
        raise Failed("kustomization.yaml does not name every object")


def check_compose():
    path = DEPLOY / "compose.yaml"
    try:
        from compose_spec import ComposeSpecification
    except ImportError:
        raise Missing("PyPI compose-spec") from None
    try:
        ComposeSpecification.model_validate(documents(path)[0])
    except ValueError as error:
        raise Failed(f"{path}: {error}") from None


def check_dockerfile():
    """It can be read, and whatever it copies is there. Building it needs a registry."""
    try:
        from dockerfile_parse import DockerfileParser
    except ImportError:
        raise Missing("PyPI dockerfile-parse") from None
    parser = DockerfileParser(path=str(DEPLOY / "Dockerfile"))
    for step in parser.structure:
        words = step["value"].split()
        if step["instruction"] == "COPY" and not words[0].startswith("--from"):
            for source in [word for word in words[:-1] if not word.startswith("--")]:
                if not (ROOT / source).exists():
                    raise Failed(f"Dockerfile copies {source}, which is not there")


def check_prometheus():
    run("promtool", "check", "rules", DEPLOY / "prometheus" / "alerts.yaml")


def check_grafana():
    """Prometheus can read every query; Grafana did not."""
    text = (DEPLOY / "grafana" / "kokoro.json").read_text(encoding="utf-8")
    queries = [query["expr"] for panel in json.loads(text)["panels"] for query in panel["targets"]]
    rules = [{"record": f"query:{n}", "expr": query} for n, query in enumerate(queries)]
    with tempfile.NamedTemporaryFile("w", suffix=".yaml") as file:
        text = json.dumps({"groups": [{"name": "queries", "rules": rules}]})  # YAML, too
        file.write(text.replace("$__rate_interval", "5m"))
        file.flush()
        run("promtool", "check", "rules", file.name)


def check_metrics():
    """Every metric that these files ask for is one that the server has, by docs/metrics.md."""
    known = set(re.findall(r"`(kokoro_\w+)`", (ROOT / "docs" / "metrics.md").read_text("utf-8")))
    files = ["grafana/kokoro.json", "prometheus/alerts.yaml", "kubernetes/autoscaler.yaml"]
    for path in [*files, "kubernetes/prometheus-adapter.yaml"]:
        asked = set(re.findall(r"\bkokoro_\w+", (DEPLOY / path).read_text(encoding="utf-8")))
        unknown = {name for name in asked if name.removesuffix("_bucket") not in known}
        if unknown:
            raise Failed(f"{path} asks for {unknown}, which the server does not have")


CHECKS = {
    "Dockerfile": check_dockerfile,
    "compose.yaml": check_compose,
    "systemd": check_systemd,
    "caddy": check_caddy,
    "nginx": check_nginx,
    "kubernetes": check_kubernetes,
    "prometheus": check_prometheus,
    "grafana": check_grafana,
    "metrics": check_metrics,
}


def main():
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--require-all", action="store_true", help="a missing program fails")
    options = arguments.parse_args()
    failures = 0
    for name, check in CHECKS.items():
        try:
            check()
            print(f"{name}: ok")
        except Missing as program:
            failures += options.require_all
            print(f"{name}: NOT CHECKED: {program} is not installed")
        except Failed as error:
            failures += 1
            print(f"{name}: FAILED: {error}")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
