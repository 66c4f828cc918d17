"""Only the latest answer counts, and questions never pile up."""

import asyncio
from threading import Event

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
