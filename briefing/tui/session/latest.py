"""One question at a time in a thread, and only the latest answer counts."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from contextvars import copy_context
from threading import Event, Thread
from typing import Generic, TypeVar

Question = TypeVar("Question")
Answer = TypeVar("Answer")


async def _in_daemon(ask: Callable[[Question], Answer], question: Question) -> Answer:
    """Do what `asyncio.to_thread` does, in a thread that keeps no program from ending."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[Answer] = loop.create_future()

    def settle(answer: "Answer | None", error: BaseException | None) -> None:
        if done.done():
            return  # nobody waits for it any more
        if error is not None:
            done.set_exception(error)
        else:
            done.set_result(answer)  # type: ignore[arg-type]  # None where that is the answer

    def run() -> None:
        answer, failure = None, None
        try:
            answer = ask(question)
        except Exception as error:
            failure = error
        with suppress(RuntimeError):  # the program has ended meanwhile
            loop.call_soon_threadsafe(settle, answer, failure)

    Thread(target=run, daemon=True).start()
    return await done


async def _waited_for(
    within: float, ask: Callable[[Question], Answer], question: Question
) -> Answer:
    """Do what `asyncio.to_thread` does; an answer that comes soon is given before all else goes on.

    Args:
        within: Seconds to wait for it.
        ask: Answers the question in a thread.
        question: What to ask.
    """
    answered = Event()
    answers: list[Answer] = []

    def run() -> None:
        try:
            answers.append(ask(question))
        finally:
            answered.set()

    pending = asyncio.get_running_loop().run_in_executor(None, copy_context().run, run)
    if not (within and answered.wait(within) and answers):
        await pending
    return answers[0]


class Latest(Generic[Question, Answer]):
    """Asks in a thread, never twice at once, and leaves out questions that were overtaken.

    Whoever types faster than answers come gets the answer to what was typed last; nothing piles up.

    Args:
        ask: Answers a question; runs in a thread.
        deliver: Takes an answer that was not overtaken; runs on the event loop.
        patient: Whether whoever leaves the program waits for an answer that is still to come.
        within: Seconds for which everything waits for an answer that is likely to come by then, so
            that nothing is painted before it; only for patient ones.
    """

    def __init__(
        self,
        ask: Callable[[Question], Answer],
        deliver: Callable[[Question, Answer], None],
        *,
        patient: bool = True,
        within: float = 0.0,
    ) -> None:
        self._ask = ask
        self._deliver = deliver
        self._patient = patient
        self.within = within
        self._waiting: list[Question] = []
        self._busy = False
        self._stale = False

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._busy or bool(self._waiting)

    def overtake(self) -> None:
        """Forget the question that waits, and the answer to the one being asked."""
        self._waiting.clear()
        self._stale = True

    async def put(self, question: Question) -> None:
        """Ask, or wait for the question under way and then ask; a later one takes the place.

        Args:
            question: What to ask.
        """
        self._waiting = [question]
        if self._busy:
            return
        self._busy = True
        try:
            while self._waiting:
                self._stale = False
                asked = self._waiting.pop()
                if self._patient:
                    answer = await _waited_for(self.within, self._ask, asked)
                else:
                    answer = await _in_daemon(self._ask, asked)
                if not self._waiting and not self._stale:
                    self._deliver(asked, answer)
        finally:
            self._busy = False
