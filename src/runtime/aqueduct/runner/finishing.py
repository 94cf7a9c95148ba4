"""What a function gives that goes on by itself: a coroutine is awaited, what a generator function yields is a list."""

from __future__ import annotations

import asyncio
import inspect
import threading
from collections.abc import Callable, Coroutine
from typing import Any


def finished(function: Callable[..., Any], result: Any) -> Any:
    """The value of a call; raises what the awaited or generating code raises."""
    if inspect.iscoroutine(result):
        return _awaited(result)
    if inspect.isasyncgen(result) and inspect.isasyncgenfunction(inspect.unwrap(function)):
        return _awaited(_listed(result))
    if inspect.isgenerator(result) and inspect.isgeneratorfunction(inspect.unwrap(function)):
        return list(result)
    return result


async def _listed(generator: Any) -> list[Any]:
    return [item async for item in generator]


def _awaited(coroutine: Coroutine[Any, Any, Any]) -> Any:
    """Its value, from a loop of its own: in a thread where one runs here already, as in a notebook."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(coroutine)
    outcome: list[Any] = []
    failure: list[BaseException] = []

    def run() -> None:
        try:
            outcome.append(asyncio.run(coroutine))
        except BaseException as error:  # noqa: BLE001 - it rises in the thread that waits
            failure.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if failure:
        raise failure[0]
    return outcome[0]
