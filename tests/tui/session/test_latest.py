"""Only the latest answer counts, and questions never pile up."""

import asyncio
from threading import Event

import pytest

from briefing.tui.session.latest import Latest


async def test_overtaken_questions_are_never_asked_and_stale_answers_never_shown() -> None:
    release, begun = Event(), asyncio.Event()
    loop = asyncio.get_running_loop()
    asked: list[str] = []
    delivered: list[tuple[str, str]] = []

    def ask(question: str) -> str:
        asked.append(question)
        loop.call_soon_threadsafe(begun.set)
        release.wait()
        return question.upper()

    latest = Latest(ask, lambda question, answer: delivered.append((question, answer)))
    first = asyncio.create_task(latest.put("t"))
    await begun.wait()
    await latest.put("ta")
    await latest.put("tai")
    assert latest.busy
    release.set()
    await first
    assert asked == ["t", "tai"]
    assert delivered == [("tai", "TAI")]
    assert not latest.busy


async def test_an_overtaken_answer_is_dropped_without_a_new_question() -> None:
    release, begun = Event(), asyncio.Event()
    loop = asyncio.get_running_loop()
    delivered: list[str] = []

    def ask(question: str) -> str:
        loop.call_soon_threadsafe(begun.set)
        release.wait()
        return question

    latest = Latest(ask, lambda _, answer: delivered.append(answer))
    task = asyncio.create_task(latest.put("t"))
    await begun.wait()
    latest.overtake()
    release.set()
    await task
    assert delivered == []


async def test_an_answer_that_comes_soon_is_given_before_all_else_goes_on() -> None:
    happened: list[str] = []
    latest = Latest(str.upper, lambda _, answer: happened.append(answer), within=60)
    task = asyncio.create_task(latest.put("t"))
    asyncio.get_running_loop().call_soon(happened.append, "painted")
    await task
    assert happened == ["T", "painted"]


async def test_an_answer_that_takes_longer_is_waited_for_while_all_else_goes_on() -> None:
    release = Event()
    happened: list[str] = []

    def ask(question: str) -> str:
        release.wait()
        return question

    def paint() -> None:
        happened.append("painted")
        release.set()

    latest = Latest(ask, lambda _, answer: happened.append(answer), within=0.001)
    task = asyncio.create_task(latest.put("t"))
    asyncio.get_running_loop().call_soon(paint)
    await task
    assert happened == ["painted", "t"]


@pytest.mark.parametrize("within", [0.0, 60.0])
async def test_what_goes_wrong_in_the_thread_is_raised(within: float) -> None:
    def ask(question: str) -> str:
        raise ValueError(question)

    latest = Latest(ask, lambda _, __: None, within=within)
    with pytest.raises(ValueError, match="no answer"):
        await latest.put("no answer")
    assert not latest.busy
