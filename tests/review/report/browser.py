"""A headless Chromium driven over its debugging pipe (Chrome DevTools Protocol): enough to press keys, look and print.

The standard library does it, so that the tests need no driver from a registry; where no Chromium is installed they are skipped.
"""

from __future__ import annotations

import fcntl
import json
import os
import select
import shutil
import subprocess
import sys
import time
from base64 import b64decode
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
PATIENCE = 30.0
"""Seconds until an answer counts as lost."""
LAUNCH = """
import os, sys
os.dup2(int(sys.argv[1]), 3)
os.dup2(int(sys.argv[2]), 4)
os.execv(sys.argv[3], sys.argv[3:])
"""
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-extensions",
    "--disable-background-networking", "--disable-dev-shm-usage", "--remote-debugging-pipe", "--hide-scrollbars",
)  # fmt: skip
KEYS = {"Enter": (13, "\r"), "Tab": (9, ""), "Space": (32, " ")}


def chromium() -> str | None:
    """The browser of this machine."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


class Browser:
    """One tab. `log` has what went wrong in the page: errors of the script, the console, the policy; `requests` all URLs."""

    def __init__(self, program: str, profile: Path) -> None:
        to_read, self._write = os.pipe()
        self._read, to_write = os.pipe()
        ends = [fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (to_read, to_write)]
        command = [sys.executable, "-c", LAUNCH, *map(str, ends), program, *FLAGS, f"--user-data-dir={profile}", "about:blank"]
        self._process = subprocess.Popen(command, pass_fds=ends, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for end in (to_read, to_write, *ends):
            os.close(end)
        self._buffer, self._number, self._session = b"", 0, ""
        self.log: list[str] = []
        self.requests: list[str] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Send an order and wait for its answer; what happens meanwhile is noted."""
        self._number += 1
        order = {"id": self._number, "method": method, "params": params}
        if self._session:
            order["sessionId"] = self._session
        os.write(self._write, json.dumps(order).encode() + b"\0")
        while True:
            said = self._next()
            if said.get("id") == self._number:
                assert "error" not in said, (method, said["error"])
                result: dict[str, Any] = said["result"]
                return result
            self._note(said.get("method", ""), said.get("params", {}))

    def _next(self) -> dict[str, Any]:
        until = time.monotonic() + PATIENCE
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._read], [], [], max(0.0, until - time.monotonic()))
            assert ready, "the browser does not answer"
            data = os.read(self._read, 1 << 16)
            assert data, "the browser is gone"
            self._buffer += data
        line, _, self._buffer = self._buffer.partition(b"\0")
        said: dict[str, Any] = json.loads(line)
        return said

    def _note(self, event: str, params: dict[str, Any]) -> None:
        if event == "Network.requestWillBeSent":
            self.requests.append(params["request"]["url"])
        elif event == "Runtime.exceptionThrown":
            self.log.append(params["exceptionDetails"]["exception"].get("description", "exception"))
        elif event == "Runtime.consoleAPICalled" and params["type"] in ("error", "warning"):
            self.log.append(str(params["args"]))
        elif event == "Log.entryAdded":
            self.log.append(params["entry"]["text"])

    def open(self, path: Path, fragment: str = "", *, width: int = 1280, height: int = 900, script: bool = True) -> None:
        """Load a page in a window of that size, with or without its script."""
        self.log.clear()
        self.requests.clear()
        self.call("Emulation.setScriptExecutionDisabled", value=not script)
        self.size(width, height)
        self.call("Page.navigate", url="about:blank")
        self.call("Page.navigate", url=path.as_uri() + fragment)
        until = time.monotonic() + PATIENCE
        while self.run("location.href !== 'about:blank' && document.readyState") != "complete":
            assert time.monotonic() < until
            time.sleep(0.02)

    def size(self, width: int, height: int) -> None:
        """A window of so many pixels; below 500 that of a phone."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 500)

    def media(self, kind: str = "", scheme: str = "light") -> None:
        """The page as on a screen ("") or in print, light or dark."""
        self.call("Emulation.setEmulatedMedia", media=kind, features=[{"name": "prefers-color-scheme", "value": scheme}])

    def run(self, script: str) -> Any:
        """The value of an expression in the page."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def press(self, key: str) -> None:
        """A key, down and up."""
        code, text = KEYS[key]
        event = {"key": " " if key == "Space" else key, "code": key, "windowsVirtualKeyCode": code}
        self.call("Input.dispatchKeyEvent", type="keyDown", text=text, **event)
        self.call("Input.dispatchKeyEvent", type="keyUp", **event)

    def type(self, words: str) -> None:
        """Words into the field that has the focus."""
        self.call("Input.insertText", text=words)

    def picture(self, path: Path, *, whole: bool = False) -> None:
        """A screenshot, of the window or of the whole page."""
        data = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        path.write_bytes(b64decode(data["data"]))

    def pdf(self, path: Path) -> None:
        """The page on A4 paper."""
        paper = {"paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": True, "printBackground": True}
        path.write_bytes(b64decode(self.call("Page.printToPDF", **paper)["data"]))

    def close(self) -> None:
        """End it."""
        self._session = ""
        try:
            self.call("Browser.close")
        except (AssertionError, OSError):
            self._process.kill()
        self._process.wait(timeout=10)
        os.close(self._read)
        os.close(self._write)
