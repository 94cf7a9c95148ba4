"""An operator that is a coroutine function, and one that runs a loop of its own."""
import asyncio

from aqueduct import Client, op


async def answer(number):
    await asyncio.sleep(0)
    return number * 10


@op
async def both():
    return sum(await asyncio.gather(answer(1), answer(2)))


@op
def after(total):
    return total + asyncio.run(answer(0)) + 1


Client().publish_flow('awaited', artifacts=[after(both())])
